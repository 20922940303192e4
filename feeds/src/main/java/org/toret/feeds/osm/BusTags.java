package org.toret.feeds.osm;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.EdgeIntAccess;
import com.graphhopper.routing.util.parsers.TagParser;
import com.graphhopper.storage.IntsRef;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Where buses keep out of the traffic, in either direction of a street: lanes of their own
/// (*Key:busway*, *Key:lanes:psv*, *Key:bus:lanes*) and ways that cars may not use
/// (`highway=busway`, or closed to motor vehicles and open to buses). Traffic is taken to keep to
/// the right. A lane told for a two-way street without its direction counts when there is one for
/// each.
final class BusTags implements TagParser {

  private static final List<String> BUSES = List.of("bus", "psv");
  private static final Set<String> OPEN = Set.of("yes", "designated", "official");
  private static final List<String> CARS =
      List.of("motorcar", "motor_vehicle", "vehicle", "access");

  private final BooleanEncodedValue lane;

  /// @param lane of two directions
  BusTags(BooleanEncodedValue lane) {
    this.lane = lane;
  }

  @Override
  public void handleWayTags(int edge, EdgeIntAccess access, ReaderWay way, IntsRef relationFlags) {
    for (boolean reverse : new boolean[] {false, true}) {
      lane.setBool(reverse, edge, access, isOwn(way, !reverse));
    }
  }

  /// Whether buses are by themselves in one direction.
  static boolean isOwn(ReaderWay way, boolean forward) {
    return isTheirs(way) && mayGo(way, forward)
        || isBesideTraffic(way, forward)
        || isAmongLanes(way, forward);
  }

  /// Whether a way is for buses and not for cars.
  private static boolean isTheirs(ReaderWay way) {
    if (way.hasTag("highway", "busway")) {
      return true;
    }
    // the most special word counts
    String cars =
        CARS.stream()
            .map(key -> way.getTag(key, ""))
            .filter(told -> !told.isEmpty())
            .findFirst()
            .orElse("");
    return cars.equals("no") && BUSES.stream().anyMatch(bus -> OPEN.contains(way.getTag(bus, "")));
  }

  private static boolean mayGo(ReaderWay way, boolean forward) {
    return !CyclingTags.isOneWay(way)
        || CyclingTags.isFlow(way, forward)
        || way.hasTag("oneway:bus", "no")
        || way.hasTag("oneway:psv", "no");
  }

  private static boolean isBesideTraffic(ReaderWay way, boolean forward) {
    boolean flow = !CyclingTags.isOneWay(way) || CyclingTags.isFlow(way, forward);
    for (String key : List.of("busway", "busway:both")) {
      if (way.hasTag(key, "lane") && flow || way.hasTag(key, "opposite_lane") && !flow) {
        return true;
      }
    }
    for (String side : List.of("right", "left")) {
      boolean own = CyclingTags.isOneWay(way) ? flow : forward == side.equals("right");
      if (way.hasTag("busway:" + side, "lane") && own
          || way.hasTag("busway:" + side, "opposite_lane") && !own) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAmongLanes(ReaderWay way, boolean forward) {
    String direction = forward ? ":forward" : ":backward";
    boolean oneWay = CyclingTags.isOneWay(way);
    for (String bus : BUSES) {
      int all = count(way.getTag("lanes:" + bus, ""));
      boolean shared = oneWay ? all > 0 && CyclingTags.isFlow(way, forward) : all > 1;
      boolean marked =
          oneWay && CyclingTags.isFlow(way, forward) && isMarked(way.getTag(bus + ":lanes", ""));
      if (shared
          || marked
          || count(way.getTag("lanes:" + bus + direction, "")) > 0
          || isMarked(way.getTag(bus + ":lanes" + direction, ""))) {
        return true;
      }
    }
    return false;
  }

  /// Whether one of the lanes is meant for buses.
  private static boolean isMarked(String lanes) {
    return Stream.of(lanes.split("\\|")).anyMatch(Set.of("designated", "official")::contains);
  }

  private static int count(String lanes) {
    return lanes.length() == 1 && Character.isDigit(lanes.charAt(0)) ? lanes.charAt(0) - '0' : 0;
  }
}
