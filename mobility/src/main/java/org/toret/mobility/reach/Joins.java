package org.toret.mobility.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notice;
import org.toret.mobility.plan.KnownNow;
import org.toret.mobility.plan.TravelMode;
import org.toret.router.drive.DriveQuery;
import org.toret.router.hire.HireEngine;
import org.toret.router.hire.HireQuery;
import org.toret.router.journey.CityEngine;
import org.toret.router.journey.StationAccess;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetMode;
import org.toret.router.raptor.RangeQuery.Foothold;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StopReach;

/// The stops from which one question goes on by timetable, other than on foot: reached by shared
/// bicycle, by one's own that is left there, in somebody's car, or by a car that is parked there.
///
/// Where one goes from there is not known here. So what [org.toret.mobility.Planner] asks of the
/// whole journey, whether the way by timetable is worth the ride before it, is asked of distances
/// alone: a station counts for what lies at least half as far again. For that stations are searched
/// from ring by ring, one search by timetable for each ring and those within.
final class Joins {

  private static final Set<TravelMode> BY_ROAD =
      EnumSet.of(TravelMode.PARKRIDE, TravelMode.KISSRIDE, TravelMode.BIKERIDE);

  /// Stations count for what lies so much farther than they: nobody rides most of the way. Chosen
  /// between the half of it, for stations straight ahead, and all of it, for those to the side.
  private static final double BEYOND = 1.5;

  /// Car parks count for what lies so much farther than they: who goes on for less leaves the car
  /// at the end.
  private static final double PARKED_ONWARD_METRES = 1_000;

  /// Stations are told apart by rings, each so much wider than the one before.
  private static final double WIDER = 1.25;

  private static final double INNERMOST_METRES = 900;

  private final CityEngine engine;
  private final Span span;
  private final KnownNow then;
  private final Hires hires;
  private final int windowSeconds;
  private final StationAccess access;
  private final BitSet stations = new BitSet();
  private final BitSet beside;

  /// @param then what is known, as far as it is of use at the time of the question
  /// @param windowSeconds how much later one may leave
  Joins(Ground ground, Span span, KnownNow then, Hires hires, int windowSeconds) {
    this.span = span;
    this.then = then;
    this.hires = hires;
    this.windowSeconds = windowSeconds;
    engine = ground.engine();
    access = new StationAccess(engine.city().timetable());
    Arrays.stream(access.stations()).forEach(stations::set);
    beside = span.uses(TravelMode.PARKRIDE) ? engine.drive().lotsBeside(stations) : new BitSet();
  }

  /// Whether a question joins anything to public transport.
  static boolean isAsked(Span span) {
    return span.rides()
        && (BY_ROAD.stream().anyMatch(span::uses) || span.uses(TravelMode.BIKESHARE));
  }

  /// Stops that are reached so, and how soon, for what lies far enough from the place.
  ///
  /// @param leastMetres from the place to there, as the crow flies
  record Ring(Foothold foothold, double leastMetres) {}

  /// Stops that are reached by road.
  ///
  /// @param onwardMetres one goes at least so much farther; 0 where it is in proportion
  private record ByRoad(StopReach reach, double onwardMetres) {}

  /// The stops around a place that are reached so: by shared bicycle for wherever one goes, others
  /// for what lies far enough beyond them.
  List<Ring> rings(Ground.Spot spot, ReachDirection direction) {
    List<Ring> rings = new ArrayList<>();
    Foothold hired = soonest(hired(spot, direction));
    if (hired.count() > 0) {
      rings.add(new Ring(hired, 0));
    }
    if (direction == ReachDirection.FROM && !engine.city().streets().isEmpty()) {
      List<ByRoad> all = byRoad(spot);
      NavigableSet<Integer> numbers = new TreeSet<>();
      for (ByRoad one : all) {
        Arrays.stream(one.reach().stops()).forEach(stop -> numbers.add(ring(spot, stop, one)));
      }
      for (int number : numbers) {
        List<StopReach> within =
            all.stream()
                .map(one -> one.reach().without(stop -> ring(spot, stop, one) > number))
                .toList();
        double metres = INNERMOST_METRES * Math.pow(WIDER, number);
        rings.add(new Ring(soonest(within), BEYOND * metres));
      }
    }
    return rings;
  }

  /// The number of the ring in which a stop lies, the innermost 0.
  private int ring(Ground.Spot spot, int stop, ByRoad by) {
    GeoPoint point = engine.city().timetable().stops().point(stop);
    double metres = Distance.metres(spot.point(), point);
    double counted = by.onwardMetres() > 0 ? (metres + by.onwardMetres()) / BEYOND : metres;
    return (int) Math.max(0, Math.ceil(Math.log(counted / INNERMOST_METRES) / Math.log(WIDER)));
  }

  private List<ByRoad> byRoad(Ground.Spot spot) {
    List<ByRoad> reaches = new ArrayList<>();
    PathOptions riding = Ground.riding(span);
    if (span.uses(TravelMode.BIKERIDE)) {
      var rides = engine.streets().rides(StreetMode.BIKE);
      StopReach ridden = access.reach(spot.point(), access.stations(), rides, riding);
      reaches.add(new ByRoad(ridden, 0));
    }
    long at = span.at().getEpochSecond();
    if (span.uses(TravelMode.KISSRIDE)) {
      int longest = windowSeconds + StationAccess.LONGEST_SECONDS;
      var rides = engine.drive().rides(spot.point(), Ground.car(span), at, false, longest);
      StopReach driven = access.reach(spot.point(), access.drivenTo(), rides, riding);
      reaches.add(new ByRoad(driven, 0));
    }
    if (span.uses(TravelMode.PARKRIDE)) {
      DriveQuery query =
          new DriveQuery(
              spot.point(),
              spot.point(),
              at,
              false,
              Ground.car(span),
              riding,
              then.parking(),
              then.outlook());
      StopReach parked = engine.drive().lotsAround(query, stations, beside).reach();
      reaches.add(new ByRoad(parked, PARKED_ONWARD_METRES));
    }
    return reaches;
  }

  private List<StopReach> hired(Ground.Spot spot, ReachDirection direction) {
    List<StopReach> reaches = new ArrayList<>();
    for (HireQuery query : hires.joined(spot)) {
      reaches.add(engine.hire().approach(query, direction, HireEngine.HANDLING_SECONDS).reach());
    }
    return reaches;
  }

  /// The stops around a place from which it is reached on foot, or with a shared bicycle.
  Foothold withHires(Foothold onFoot, Ground.Spot spot) {
    List<StopReach> reaches = new ArrayList<>(hired(spot, ReachDirection.TOWARDS));
    reaches.add(new StopReach(onFoot.stops(), onFoot.seconds(), new int[onFoot.count()]));
    return soonest(reaches);
  }

  private static Foothold soonest(List<StopReach> reaches) {
    Map<Integer, Integer> seconds = new TreeMap<>();
    for (StopReach reach : reaches) {
      for (int i = 0; i < reach.count(); i++) {
        seconds.merge(reach.stops()[i], reach.seconds()[i], Math::min);
      }
    }
    return new Foothold(
        seconds.keySet().stream().mapToInt(Integer::intValue).toArray(),
        seconds.values().stream().mapToInt(Integer::intValue).toArray());
  }

  /// What must be said: what begins at a place that is not known where one must arrive by a time,
  /// and else for what rides to stations count.
  static List<Notice> notices(Span span) {
    Set<TravelMode> asked = EnumSet.copyOf(BY_ROAD);
    asked.removeIf(mode -> !span.uses(mode));
    if (asked.isEmpty()) {
      return List.of();
    }
    String names = asked.stream().map(TravelMode::named).collect(Collectors.joining(", "));
    String code = span.arriveBy() ? "reach_not_by_arrival" : "reach_rides_not_judged";
    return List.of(Ground.notice(code, names));
  }
}
