package org.toret.feeds.gtfs;

import java.time.LocalDate;
import java.time.ZoneId;

/// What an import cannot read from the feed itself.
///
/// @param today the date by which a feed counts as expired or not yet valid
/// @param assumedZone IANA time zone for a feed that names none; empty to refuse such a feed
public record GtfsOptions(LocalDate today, String assumedZone) {

  public GtfsOptions {
    if (!assumedZone.isEmpty()) {
      ZoneId.of(assumedZone);
    }
  }
}
