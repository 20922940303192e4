package org.toret.network.timetable;

import java.util.BitSet;
import org.toret.base.columns.TextColumn;
import org.toret.base.geo.GeoPoint;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// Everything of `stops.txt`, one row each: 30 bytes and its texts.
///
/// @param ids `feed:stop_id`
/// @param zones fare zone (`zone_id`), empty where none
/// @param levels `level_id`'s index as a number (0 is ground), times 10; [#NO_LEVEL] where unknown
/// @param latsE7 latitude in 1e-7 degrees
/// @param parents index of the parent station (or platform, for boarding areas), -1 where none
/// @param feeds index into [Feeds]
/// @param kinds GTFS `location_type` 0 … 4
/// @param wheelchair GTFS `wheelchair_boarding`: 0 unknown, 1 yes, 2 no; inherited from the
///   station; [#CLOSED] in timetables for who cannot use it now
public record Stops(
    TextColumn ids,
    TextColumn names,
    TextColumn codes,
    TextColumn platforms,
    TextColumn zones,
    int[] levels,
    int[] latsE7,
    int[] lonsE7,
    int[] parents,
    int[] feeds,
    byte[] kinds,
    byte[] wheelchair) {

  /// A level that the feed does not tell.
  public static final int NO_LEVEL = Integer.MIN_VALUE;

  /// `location_type` of a place where vehicles stop.
  public static final byte PLATFORM = 0;

  /// `location_type` of a station.
  public static final byte STATION = 1;

  /// `location_type` of an entrance.
  public static final byte ENTRANCE = 2;

  /// `location_type` of a node of pathways.
  public static final byte NODE = 3;

  /// `location_type` of a part of a platform.
  public static final byte BOARDING_AREA = 4;

  /// Of no use to who asks, such as above a lift that is out of order.
  public static final byte CLOSED = 3;

  private static final byte NOT_ACCESSIBLE = 2;

  public int count() {
    return ids.size();
  }

  /// Whether one may get in and out at a stop.
  ///
  /// @param stepFree for who needs ways for wheelchairs
  public boolean admits(int stop, boolean stepFree) {
    return wheelchair[stop] < (stepFree ? NOT_ACCESSIBLE : CLOSED);
  }

  /// Whether any stop is closed.
  public boolean anyClosed() {
    for (byte access : wheelchair) {
      if (access == CLOSED) {
        return true;
      }
    }
    return false;
  }

  public GeoPoint point(int stop) {
    return GeoPoint.ofE7(latsE7[stop], lonsE7[stop]);
  }

  /// The station of a stop, or the stop itself where it has none.
  public int station(int stop) {
    int at = stop;
    while (parents[at] >= 0) {
      at = parents[at];
    }
    return at;
  }

  /// The same stops with some that are closed; everything else is shared.
  Stops without(BitSet closed) {
    byte[] access = wheelchair.clone();
    closed.stream().forEach(stop -> access[stop] = CLOSED);
    return new Stops(
        ids, names, codes, platforms, zones, levels, latsE7, lonsE7, parents, feeds, kinds, access);
  }

  void write(ImageWriter image) {
    image
        .texts("stops.id", ids)
        .texts("stops.name", names)
        .texts("stops.code", codes)
        .texts("stops.platform", platforms)
        .texts("stops.zone", zones)
        .ints("stops.level", levels)
        .ints("stops.lat", latsE7)
        .ints("stops.lon", lonsE7)
        .ints("stops.parent", parents)
        .ints("stops.feed", feeds)
        .bytes("stops.kind", kinds)
        .bytes("stops.wheelchair", wheelchair);
  }

  static Stops read(ImageFile image) {
    return new Stops(
        image.texts("stops.id"),
        image.texts("stops.name"),
        image.texts("stops.code"),
        image.texts("stops.platform"),
        image.texts("stops.zone"),
        image.ints("stops.level"),
        image.ints("stops.lat"),
        image.ints("stops.lon"),
        image.ints("stops.parent"),
        image.ints("stops.feed"),
        image.bytes("stops.kind"),
        image.bytes("stops.wheelchair"));
  }
}
