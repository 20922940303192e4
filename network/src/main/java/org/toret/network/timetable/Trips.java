package org.toret.network.timetable;

import org.toret.base.columns.TextColumn;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// The vehicle runs, grouped by pattern and sorted by time inside each: 29 bytes and the texts.
///
/// @param ids `feed:trip_id`; runs made from `frequencies.txt` carry `#HHMMSS` of their departure
/// @param services index into [ServiceCalendar]
/// @param patterns index into [Patterns]
/// @param directions GTFS `direction_id`, -1 where none
/// @param next the trip in which a rider may stay seated at the end of this one, -1 where none; the
///   two run on the same service day, or a search asks both
/// @param headwaySeconds 0 for a scheduled run; else the run stands for "every so many seconds"
public record Trips(
    TextColumn ids,
    TextColumn headsigns,
    TextColumn shortNames,
    int[] services,
    int[] patterns,
    byte[] directions,
    int[] next,
    int[] headwaySeconds) {

  public int count() {
    return ids.size();
  }

  void write(ImageWriter image) {
    image
        .texts("trips.id", ids)
        .texts("trips.headsign", headsigns)
        .texts("trips.short", shortNames)
        .ints("trips.service", services)
        .ints("trips.pattern", patterns)
        .bytes("trips.direction", directions)
        .ints("trips.next", next)
        .ints("trips.headway", headwaySeconds);
  }

  static Trips read(ImageFile image) {
    return new Trips(
        image.texts("trips.id"),
        image.texts("trips.headsign"),
        image.texts("trips.short"),
        image.ints("trips.service"),
        image.ints("trips.pattern"),
        image.bytes("trips.direction"),
        image.ints("trips.next"),
        image.ints("trips.headway"));
  }
}
