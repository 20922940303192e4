package org.toret.mobility.trip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.toret.mobility.plan.KnownNow;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.trip.DraftLeg.Hire;
import org.toret.router.hire.HireApproach;
import org.toret.router.hire.HireEngine;
import org.toret.router.hire.HireQuery;
import org.toret.router.hire.HireVia;
import org.toret.router.hire.Rider;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetPath;
import org.toret.router.walk.ReachDirection;

/// Joins shared bicycles to public transport: ridden to the stop at the beginning, or from the stop
/// at the end, on foot at the other end. One search by timetable for each.
///
/// Of every system with stations its ordinary bicycles are used, where it has some: what is faster
/// and dearer is found for the whole way. What is no better than the same vehicle all the way, or
/// than public transport reached on foot, is left out.
final class HireChains {

  /// Who rides less could have walked.
  private static final int LEAST_RIDE_METRES = 500;

  private final HireEngine engine;
  private final HireFinder finder;
  private final TransitFinder transit;
  private final DraftMaker maker;

  HireChains(HireEngine engine, HireFinder finder, TransitFinder transit, DraftMaker maker) {
    this.engine = engine;
    this.finder = finder;
    this.transit = transit;
    this.maker = maker;
  }

  /// What is asked, between which places.
  ///
  /// @param onFoot what is found by timetable alone
  record Asked(
      PlanRequest request,
      PathOptions options,
      KnownNow then,
      TransitFinder.Found onFoot,
      Site from,
      Site to) {}

  /// @param others what is found without joining: by timetable, and with a shared vehicle alone
  List<List<DraftLeg>> find(Asked asked, List<List<DraftLeg>> others) {
    List<List<DraftLeg>> found = new ArrayList<>();
    if (asked.request().modes().contains(TravelMode.BIKESHARE)) {
      for (int type : engine.joinedTypes()) {
        int longest = (int) secondsAlone(type, others) - 1;
        found.addAll(joined(asked, type, ReachDirection.FROM, longest));
        found.addAll(joined(asked, type, ReachDirection.TOWARDS, longest));
      }
    }
    found.removeIf(chain -> others.stream().anyMatch(other -> isNoBetter(chain, other)));
    return found;
  }

  /// How long the same vehicle takes all the way: what takes as long is left out.
  private static long secondsAlone(int type, List<List<DraftLeg>> others) {
    return others.stream()
        .filter(other -> hireType(other) == type)
        .map(Chain::of)
        .filter(chain -> !chain.isTimed())
        .mapToLong(Chain::seconds)
        .reduce(TransitFinder.JOINED_SECONDS, Math::min);
  }

  private List<List<DraftLeg>> joined(
      Asked asked, int type, ReachDirection direction, int longest) {
    HireQuery query =
        finder.query(
            asked.request(), asked.options(), asked.then(), type, asked.from(), asked.to());
    HireApproach approach = engine.approach(query, direction, Hire.HANDLING_SECONDS);
    if (approach.reach().count() == 0) {
      return List.of();
    }
    boolean access = direction == ReachDirection.FROM;
    TransitFinder.Found found =
        access
            ? transit.findFrom(
                asked.request(), approach.reach(), asked.to(), asked.onFoot(), longest)
            : transit.findTo(
                asked.request(), asked.from(), approach.reach(), asked.onFoot(), longest);
    List<List<DraftLeg>> chains = new ArrayList<>();
    for (var journey : found.journeys()) {
      List<DraftLeg> legs = maker.transit(found, journey, asked.from(), asked.to());
      hired(asked, type, approach, legs, access).ifPresent(chains::add);
    }
    return chains;
  }

  /// The same journey with its first (or last) walk told as it is: walk, ride, walk.
  private Optional<List<DraftLeg>> hired(
      Asked asked, int type, HireApproach approach, List<DraftLeg> legs, boolean access) {
    DraftLeg walk = access ? legs.getFirst() : legs.getLast();
    HireVia via = approach.via(access ? walk.to().stop() : walk.from().stop());
    Rider rider = HireFinder.rider(asked.request().traveller());
    Optional<StreetPath> path =
        finder.ride(
            type, via.pickup(), via.drop(), rider, asked.options().walk(), walk.departure());
    if (path.isEmpty() || path.get().metres() < LEAST_RIDE_METRES) {
      return Optional.empty();
    }
    Site taken = finder.site(via.pickup(), type);
    Site left = finder.site(via.drop(), type);
    long start = walk.departure() + via.firstWalkSeconds();
    long end = start + path.get().seconds() + Hire.HANDLING_SECONDS;
    Hire hire = new Hire(type, via.pickup().plan(), via.pickup(), via.drop(), "");
    List<DraftLeg> approached = new ArrayList<>();
    add(approached, walk.from(), taken, walk.departure(), start, via.firstWalkMetres());
    approached.add(
        new DraftLeg(
            TravelMode.BIKESHARE,
            taken,
            left,
            start,
            end,
            path.get().metres(),
            null,
            path.get(),
            hire,
            null));
    add(approached, left, walk.to(), end, walk.arrival(), via.lastWalkMetres());
    List<DraftLeg> all = new ArrayList<>();
    if (access) {
      all.addAll(approached);
      all.addAll(legs.subList(1, legs.size()));
    } else {
      all.addAll(legs.subList(0, legs.size() - 1));
      all.addAll(approached);
    }
    return Optional.of(all);
  }

  private static void add(
      List<DraftLeg> legs, Site from, Site to, long departure, long arrival, int metres) {
    if (arrival > departure) {
      legs.add(new DraftLeg(TravelMode.WALK, from, to, departure, arrival, metres, null, null));
    }
  }

  /// Whether another way, with no shared vehicle or one of the same type, leaves no earlier,
  /// arrives no later and boards no more vehicles; one without a timetable leaves whenever one
  /// likes.
  private static boolean isNoBetter(List<DraftLeg> chain, List<DraftLeg> other) {
    int alone = hireType(other);
    boolean compares = alone < 0 || alone == hireType(chain);
    return compares && Chain.of(other).covers(Chain.of(chain));
  }

  /// The type of shared vehicle of a way, -1 where it has none.
  private static int hireType(List<DraftLeg> legs) {
    for (DraftLeg leg : legs) {
      Hire hire = leg.hire();
      if (hire != null) {
        return hire.type();
      }
    }
    return -1;
  }
}
