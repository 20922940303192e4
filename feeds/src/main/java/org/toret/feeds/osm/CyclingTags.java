package org.toret.feeds.osm;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.EdgeIntAccess;
import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.routing.util.parsers.TagParser;
import com.graphhopper.storage.IntsRef;
import java.util.List;
import java.util.Set;

/// What cyclists have for themselves in either direction of a street, and how much traffic stresses
/// them there ([TrafficStress]), after OpenStreetMap *Key:cycleway*, *Key:maxspeed*, *Key:lanes*
/// and *Key:parking*. Traffic is taken to keep to the right.
final class CyclingTags implements TagParser {

  /// Bits of a level of stress, counted from 0.
  static final int STRESS_BITS = 2;

  private static final Set<String> OFF_ROAD =
      Set.of("path", "footway", "pedestrian", "track", "bridleway");
  private static final Set<String> NOT_PARKED = Set.of("", "no", "no_parking", "no_stopping");
  private static final List<String> BOTH = List.of("cycleway", "cycleway:both");

  private final BooleanEncodedValue facility;
  private final IntEncodedValue stress;

  /// @param facility of two directions
  /// @param stress of two directions: level of traffic stress less 1
  CyclingTags(BooleanEncodedValue facility, IntEncodedValue stress) {
    this.facility = facility;
    this.stress = stress;
  }

  @Override
  public void handleWayTags(int edge, EdgeIntAccess access, ReaderWay way, IntsRef relationFlags) {
    for (boolean reverse : new boolean[] {false, true}) {
      CycleKind kind = kind(way, !reverse);
      facility.setBool(reverse, edge, access, kind != CycleKind.NONE);
      stress.setInt(reverse, edge, access, stress(way, !reverse) - 1);
    }
  }

  /// What cyclists have in one direction, better before worse.
  static CycleKind kind(ReaderWay way, boolean forward) {
    boolean designated = way.hasTag("bicycle", "designated");
    String highway = way.getTag("highway", "");
    if (highway.equals("cycleway") || designated && OFF_ROAD.contains(highway)) {
      return CycleKind.TRACK;
    }
    CycleKind best = CycleKind.NONE;
    for (String key : BOTH) {
      String value = way.getTag(key, "");
      boolean here = value.startsWith("opposite") ? !isFlow(way, forward) : isServed(way, forward);
      best = better(best, here ? kind(value) : CycleKind.NONE);
    }
    for (String side : List.of("right", "left")) {
      if (isOnSide(way, side, forward)) {
        best = better(best, kind(way.getTag("cycleway:" + side, "")));
      }
    }
    return best;
  }

  private static CycleKind kind(String value) {
    return switch (value) {
      case "track", "opposite_track" -> CycleKind.TRACK;
      case "lane", "opposite_lane" -> CycleKind.LANE;
      default -> CycleKind.NONE;
    };
  }

  private static CycleKind better(CycleKind a, CycleKind b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  /// Whether what is on both sides, or on a one-way street, serves a direction.
  private static boolean isServed(ReaderWay way, boolean forward) {
    return !isOneWay(way) || isFlow(way, forward);
  }

  /// Whether what is on one side serves a direction: the own right-hand side, or on a one-way
  /// street either side with the flow, unless it is told to go against it or both ways.
  private static boolean isOnSide(ReaderWay way, String side, boolean forward) {
    String told = way.getTag("cycleway:" + side + ":oneway", "");
    return switch (told) {
      case "no" -> true;
      case "-1" -> !forward;
      default -> {
        String value = way.getTag("cycleway:" + side, "");
        boolean against = value.startsWith("opposite");
        yield isOneWay(way)
            ? isFlow(way, forward) != against
            : forward == side.equals("right") != against;
      }
    };
  }

  static boolean isOneWay(ReaderWay way) {
    String told = way.getTag("oneway", way.hasTag("junction", "roundabout") ? "yes" : "");
    return Set.of("yes", "true", "1", "-1", "reverse").contains(told);
  }

  /// Whether cars may go in a direction, of two-way streets forward.
  static boolean isFlow(ReaderWay way, boolean forward) {
    return way.hasTag("oneway", "-1", "reverse") != forward;
  }

  /// The level of traffic stress in one direction.
  static int stress(ReaderWay way, boolean forward) {
    boolean oneWay = isOneWay(way);
    return TrafficStress.of(
        new TrafficStress.Street(
            way.getTag("highway", ""),
            kind(way, forward),
            SpeedTags.kmh(way, forward),
            lanes(way, forward, oneWay),
            oneWay,
            isParked(way, forward),
            way.hasTag("lane_markings", "no")));
  }

  /// Lanes of cars in one direction; halves where they are told for both.
  private static double lanes(ReaderWay way, boolean forward, boolean oneWay) {
    double own = number(way.getTag(forward ? "lanes:forward" : "lanes:backward", ""));
    double all = number(way.getTag("lanes", ""));
    if (own > 0) {
      return own;
    }
    if (all > 0) {
      return oneWay ? all : all / 2;
    }
    return way.hasTag("highway", "trunk", "motorway") ? 2 : 1;
  }

  private static boolean isParked(ReaderWay way, boolean forward) {
    String side = forward ? "right" : "left";
    return List.of("parking:both", "parking:" + side, "parking:lane:both", "parking:lane:" + side)
        .stream()
        .anyMatch(key -> !NOT_PARKED.contains(way.getTag(key, "")));
  }

  private static double number(String text) {
    try {
      double number = Double.parseDouble(text);
      return number > 0 && number < 20 ? number : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
