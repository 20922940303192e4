package org.toret.feeds.gtfs.read;

import org.jspecify.annotations.Nullable;
import org.toret.network.timetable.Mode;

/// Maps `route_type`, basic and extended, to the modes travellers name.
///
/// Sources: GTFS Schedule reference, `routes.txt`; Google Transit, Extended GTFS route types.
final class RouteTypes {

  private RouteTypes() {}

  /// The mode of a route type, none where the type is unknown or carries no passengers we route.
  static @Nullable Mode mode(int type) {
    return type < 100 ? basic(type) : extended(type);
  }

  private static @Nullable Mode basic(int type) {
    return switch (type) {
      case 0 -> Mode.TRAM;
      case 1 -> Mode.METRO;
      case 2 -> Mode.RAIL;
      case 3 -> Mode.BUS;
      case 4 -> Mode.FERRY;
      case 5 -> Mode.CABLECAR;
      case 6 -> Mode.GONDOLA;
      case 7 -> Mode.FUNICULAR;
      case 11 -> Mode.TROLLEYBUS;
      case 12 -> Mode.MONORAIL;
      default -> null;
    };
  }

  private static @Nullable Mode extended(int type) {
    return switch (type / 100) {
      case 1, 3 -> Mode.RAIL;
      case 2 -> Mode.COACH;
      case 4 -> type == 405 ? Mode.MONORAIL : type == 403 ? Mode.RAIL : Mode.METRO;
      case 5, 6 -> Mode.METRO;
      case 7 -> Mode.BUS;
      case 8 -> Mode.TROLLEYBUS;
      case 9 -> Mode.TRAM;
      case 10, 12 -> Mode.FERRY;
      case 13 -> Mode.GONDOLA;
      case 14 -> Mode.FUNICULAR;
      default -> null;
    };
  }
}
