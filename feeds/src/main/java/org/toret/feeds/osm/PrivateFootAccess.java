package org.toret.feeds.osm;

import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.util.parsers.FootAccessParser;

/// Where people on foot may go who live, work or are expected there: what the library's parser
/// opens to all, and ways and gates tagged `private` or `permit` besides (OpenStreetMap,
/// *Key:access*). What is closed to all stays closed.
final class PrivateFootAccess extends FootAccessParser {

  PrivateFootAccess(BooleanEncodedValue access) {
    super(access);
    blockPrivate(false);
  }
}
