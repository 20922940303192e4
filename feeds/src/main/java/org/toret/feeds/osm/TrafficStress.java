package org.toret.feeds.osm;

import java.util.Set;

/// How much traffic stresses cyclists on a street: the *level of traffic stress* of Mekuria, Furth
/// and Nixon, *Low-Stress Bicycling and Network Connectivity* (Mineta Transportation Institute,
/// report 11-19, 2012), tables 2 to 4. Level 1 suits children, 2 most adults, 3 the confident, 4
/// the strong and fearless; the worst of what is told counts.
///
/// Its miles per hour are read as the limits nearest to them: up to 25 mph is up to 40 km/h, 30 mph
/// up to 50, 35 mph up to 60. Its 2 to 3 lanes are fewer than two in a direction, 4 to 5 fewer than
/// three. Widths of lanes, blocked lanes, crossings and numbers of cars are seldom mapped and not
/// judged.
final class TrafficStress {

  static final int LEAST = 1;
  static final int MOST = 4;

  /// 25, 30 and 35 mph, or the limits of 40, 50 and 60 km/h.
  private static final double SLOW_KMH = 41;

  private static final double TOWN_KMH = 51;
  private static final double FAST_KMH = 61;

  private static final Set<String> WITHOUT_CARS =
      Set.of(
          "cycleway",
          "footway",
          "path",
          "pedestrian",
          "bridleway",
          "steps",
          "platform",
          "corridor",
          "track",
          "living_street",
          "");

  /// Streets where people live, or without a line in the middle.
  private static final Set<String> QUIET = Set.of("residential", "unclassified", "service", "road");

  private TrafficStress() {}

  /// One direction of a street.
  ///
  /// @param highway value of the tag
  /// @param kind what cyclists have for themselves
  /// @param kmh limit of cars
  /// @param lanes of cars in this direction
  /// @param oneWay for cars
  /// @param parked whether cars park beside the lane
  /// @param unmarked whether there is no line in the middle
  record Street(
      String highway,
      CycleKind kind,
      double kmh,
      double lanes,
      boolean oneWay,
      boolean parked,
      boolean unmarked) {}

  /// The level of one direction, 1 to 4.
  static int of(Street street) {
    if (WITHOUT_CARS.contains(street.highway()) || street.kind() == CycleKind.TRACK) {
      return LEAST;
    }
    if (street.kind() == CycleKind.LANE) {
      return street.parked() ? besideParking(street) : lane(street);
    }
    return mixed(street);
  }

  /// Table 2: bicycle lanes alongside a parking lane.
  private static int besideParking(Street street) {
    int byWidth = street.lanes() < 2 ? 1 : 3;
    double kmh = street.kmh();
    int bySpeed = kmh < SLOW_KMH ? 1 : kmh < TOWN_KMH ? 2 : kmh < FAST_KMH ? 3 : MOST;
    return Math.max(byWidth, bySpeed);
  }

  /// Table 3: bicycle lanes not alongside a parking lane. Of two lanes in a direction the other one
  /// is behind a median, or there is none.
  private static int lane(Street street) {
    int ofTwo = street.oneWay() ? 2 : 3;
    int byWidth = street.lanes() < 2 ? 1 : street.lanes() < 3 ? ofTwo : 3;
    int bySpeed = street.kmh() < TOWN_KMH ? 1 : street.kmh() < FAST_KMH ? 3 : MOST;
    return Math.max(byWidth, bySpeed);
  }

  /// Table 4: mixed traffic.
  private static int mixed(Street street) {
    if (street.kmh() >= TOWN_KMH || street.lanes() >= 3) {
      return MOST;
    }
    boolean slow = street.kmh() < SLOW_KMH;
    if (street.lanes() >= 2) {
      return slow ? 3 : MOST;
    }
    boolean quiet = street.unmarked() || QUIET.contains(street.highway());
    boolean calm = quiet && street.lanes() < 1.5;
    return (slow ? 1 : 2) + (calm ? 0 : 1);
  }
}
