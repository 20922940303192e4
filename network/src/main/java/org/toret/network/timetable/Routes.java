package org.toret.network.timetable;

import org.toret.base.columns.TextColumn;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// The lines as published, one row each.
///
/// @param ids `feed:route_id`
/// @param agencies index into [Agencies]
/// @param feeds index into [Feeds]
/// @param modes ordinal of [Mode]
/// @param gtfsTypes the published `route_type`, basic or extended
/// @param colours 0xRRGGBB, -1 where none is published
/// @param sortOrders `route_sort_order`, [Integer#MAX_VALUE] where none
public record Routes(
    TextColumn ids,
    TextColumn shortNames,
    TextColumn longNames,
    int[] agencies,
    int[] feeds,
    byte[] modes,
    int[] gtfsTypes,
    int[] colours,
    int[] textColours,
    int[] sortOrders) {

  public int count() {
    return ids.size();
  }

  public Mode mode(int route) {
    return Mode.of(modes[route]);
  }

  /// The name people use: the short one, else the long one.
  public String name(int route) {
    String name = shortNames.get(route);
    return name.isEmpty() ? longNames.get(route) : name;
  }

  void write(ImageWriter image) {
    image
        .texts("routes.id", ids)
        .texts("routes.short", shortNames)
        .texts("routes.long", longNames)
        .ints("routes.agency", agencies)
        .ints("routes.feed", feeds)
        .bytes("routes.mode", modes)
        .ints("routes.type", gtfsTypes)
        .ints("routes.colour", colours)
        .ints("routes.textColour", textColours)
        .ints("routes.sort", sortOrders);
  }

  static Routes read(ImageFile image) {
    return new Routes(
        image.texts("routes.id"),
        image.texts("routes.short"),
        image.texts("routes.long"),
        image.ints("routes.agency"),
        image.ints("routes.feed"),
        image.bytes("routes.mode"),
        image.ints("routes.type"),
        image.ints("routes.colour"),
        image.ints("routes.textColour"),
        image.ints("routes.sort"));
  }
}
