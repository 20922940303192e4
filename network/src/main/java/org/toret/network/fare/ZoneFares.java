package org.toret.network.fare;

import org.toret.base.columns.Csr;
import org.toret.base.columns.TextColumn;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// GTFS Fares v1: fare classes and the conditions under which each holds. [LegRules#NONE] stands
/// for an empty cell.
///
/// Rows of `fare_rules.txt` of one fare with the same origin and destination form one condition:
/// the routes they name are all allowed, the zones they contain must all be passed, and no other.
///
/// @param ids fare classes
/// @param cents price in hundredths of the currency's unit
/// @param transfers how many changes are included, [#UNLIMITED] for any number
/// @param durationSeconds until the last boarding, counted from the first; empty where none
/// @param agencies agency the fare is meant for; empty for any
/// @param lines line of `fare_attributes.txt`
/// @param zoneIds fare zones
/// @param zoneOfStop zone of each stop of the timetable, or empty
/// @param conditionsOfFare rows are fares, values are conditions; a fare without holds everywhere
/// @param origins zone of each condition
/// @param destinations zone of each condition
/// @param routes allowed routes of each condition; none means any
/// @param contains zones to be passed for each condition; none means any
public record ZoneFares(
    TextColumn ids,
    int[] cents,
    TextColumn currencies,
    int[] transfers,
    int[] durationSeconds,
    int[] agencies,
    int[] lines,
    TextColumn zoneIds,
    int[] zoneOfStop,
    Csr conditionsOfFare,
    int[] origins,
    int[] destinations,
    Csr routes,
    Csr contains) {

  /// Any number of transfers.
  public static final int UNLIMITED = Integer.MAX_VALUE;

  public int count() {
    return cents.length;
  }

  void write(ImageWriter image, String prefix) {
    image
        .texts(prefix + "fare", ids)
        .ints(prefix + "cents", cents)
        .texts(prefix + "currency", currencies)
        .ints(prefix + "transfers", transfers)
        .ints(prefix + "duration", durationSeconds)
        .ints(prefix + "agency", agencies)
        .ints(prefix + "line", lines)
        .texts(prefix + "zone", zoneIds)
        .ints(prefix + "zoneOfStop", zoneOfStop)
        .csr(prefix + "conditions", conditionsOfFare)
        .ints(prefix + "origin", origins)
        .ints(prefix + "destination", destinations)
        .csr(prefix + "routes", routes)
        .csr(prefix + "contains", contains);
  }

  static ZoneFares read(ImageFile image, String prefix) {
    return new ZoneFares(
        image.texts(prefix + "fare"),
        image.ints(prefix + "cents"),
        image.texts(prefix + "currency"),
        image.ints(prefix + "transfers"),
        image.ints(prefix + "duration"),
        image.ints(prefix + "agency"),
        image.ints(prefix + "line"),
        image.texts(prefix + "zone"),
        image.ints(prefix + "zoneOfStop"),
        image.csr(prefix + "conditions"),
        image.ints(prefix + "origin"),
        image.ints(prefix + "destination"),
        image.csr(prefix + "routes"),
        image.csr(prefix + "contains"));
  }
}
