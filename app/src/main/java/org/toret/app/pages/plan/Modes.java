package org.toret.app.pages.plan;

import org.toret.mobility.plan.TravelMode;

/// Which drawing stands for which mode.
public final class Modes {

  private Modes() {}

  /// The icon of a mode.
  public static String icon(TravelMode mode) {
    return switch (mode) {
      case WALK -> "walk";
      case BIKE, BIKERIDE -> "bike";
      case EBIKE -> "ebike";
      case BIKESHARE -> "bikeshare";
      case SCOOTER -> "scooter";
      case CAR, KISSRIDE -> "car";
      case PARKRIDE -> "parking";
      case CARSHARE -> "carshare";
      case TAXI -> "taxi";
      case BUS, TROLLEYBUS, COACH -> "bus";
      case TRAM -> "tram";
      case METRO -> "metro";
      case RAIL, MONORAIL -> "rail";
      case FERRY -> "ferry";
      case FUNICULAR -> "funicular";
      case CABLECAR, GONDOLA -> "cablecar";
    };
  }

  /// Whether a mode is walked.
  public static boolean onFoot(TravelMode mode) {
    return mode == TravelMode.WALK;
  }
}
