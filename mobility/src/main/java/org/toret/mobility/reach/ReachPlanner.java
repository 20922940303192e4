package org.toret.mobility.reach;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notice;
import org.toret.base.outcome.Outcome;
import org.toret.base.rules.RuleBook;
import org.toret.mobility.place.Directory;
import org.toret.mobility.plan.KnownNow;
import org.toret.mobility.plan.TravelMode;
import org.toret.network.street.StreetNetwork;
import org.toret.network.timetable.Stops;
import org.toret.router.hire.HireEngine;
import org.toret.router.hire.HireQuery;
import org.toret.router.journey.CarriedBike;
import org.toret.router.journey.CityEngine;
import org.toret.router.path.Endpoint;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetSpread;
import org.toret.router.path.StreetSpread.SpreadStart;
import org.toret.router.path.StreetSpread.SpreadVisitor;
import org.toret.router.path.VehicleRides;
import org.toret.router.raptor.OneToAll;
import org.toret.router.raptor.RangeQuery.Foothold;
import org.toret.router.raptor.TimetableView;
import org.toret.router.reach.ReachArea;
import org.toret.router.reach.ReachAreas;
import org.toret.router.reach.ReachSurface;
import org.toret.router.reach.TimeGrid;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.WalkOptions;

/// Tells how far one gets from a place within some minutes: isochrones. Public transport is taken
/// as it leaves when one is ready at the instant asked about, waiting included; from every stop
/// reached the rest of the time is walked, or ridden with a bicycle that was taken along (one
/// search over the streets for each stop reached with it). Of several modes the fastest counts.
/// Bound to one compiled city; thread-safe.
public final class ReachPlanner {

  /// Beyond the longest time, so that its line is not drawn along what was searched.
  private static final int MARGIN_SECONDS = 60;

  private final Ground ground;

  public ReachPlanner(CityEngine engine, Directory directory, RuleBook rules) {
    ground = new Ground(engine, directory, rules);
  }

  /// The areas of all times asked about, where nothing is known of what changes by the minute.
  /// Refused as `unknown_stop` or `outside_city`.
  public Outcome<ReachAnswer> reach(ReachRequest request) {
    return reach(request, ground.nothingKnown());
  }

  /// The same with what is known now of shared vehicles and car parks.
  public Outcome<ReachAnswer> reach(ReachRequest request, KnownNow now) {
    return ground.resolve(request.place()).map(spot -> answer(request, spot, now));
  }

  private ReachAnswer answer(ReachRequest request, Ground.Spot spot, KnownNow now) {
    Span span = request.span();
    List<Integer> minutes =
        request.minutes().stream().distinct().sorted(Comparator.reverseOrder()).toList();
    int longest = 60 * minutes.getFirst() + MARGIN_SECONDS;
    ReachSurface surface =
        new ReachSurface(
            ground.engine().city().streets(),
            span.traveller().walkMetresPerSecond(),
            span.limits().maxWalkMetres(),
            longest);
    List<Notice> notices = new ArrayList<>(ground.notices(span, longest - MARGIN_SECONDS));
    KnownNow then = now.then(span.at());
    Hires hires = ground.hires(span, then);
    List<SpreadStart> walks = hired(span, spot, hires, longest, surface);
    int stops = onFoot(span, spot, then, hires, walks, longest, surface);
    notices.addAll(hires.notices(spot));
    ride(span, spot, TravelMode.BIKE, StreetMode.BIKE, longest, surface, notices);
    ride(span, spot, TravelMode.EBIKE, StreetMode.BIKE, longest, surface, notices);
    ride(span, spot, TravelMode.CAR, StreetMode.CAR, longest, surface, notices);
    call(span, spot, ground.taxis(span, now), longest, surface, notices);
    if (surface.circles() > 0) {
      notices.add(Ground.notice("reach_circles", surface.circles()));
    }
    TimeGrid grid = surface.grid(spot.point());
    List<ReachArea> areas =
        minutes.stream().map(time -> ReachAreas.within(grid, 60 * time)).toList();
    notices.addAll(ground.dates(span, notices));
    return new ReachAnswer(spot.point(), areas, stops, notices);
  }

  private static ReachDirection direction(Span span) {
    return span.arriveBy() ? ReachDirection.TOWARDS : ReachDirection.FROM;
  }

  /// Rides with shared vehicles; returns from where one walks on.
  private List<SpreadStart> hired(
      Span span, Ground.Spot spot, Hires hires, int longest, ReachSurface surface) {
    List<SpreadStart> walks = new ArrayList<>();
    for (HireQuery query : hires.at(spot)) {
      ground.engine().hire().reach(query, direction(span), longest, walks, surface);
    }
    return walks;
  }

  /// Walks and rides by timetable; returns how many stops are reached.
  ///
  /// @param walks from where one walks too
  private int onFoot(
      Span span,
      Ground.Spot spot,
      KnownNow then,
      Hires hires,
      List<SpreadStart> walks,
      int longest,
      ReachSurface surface) {
    List<SpreadStart> starts = new ArrayList<>(walks);
    if (span.rides() || span.uses(TravelMode.WALK)) {
      starts.add(new SpreadStart(spot.end(), 0));
      for (int platform : spot.platforms()) {
        starts.add(new SpreadStart(Endpoint.ofStop(platform), 0));
      }
    }
    int reached = 0;
    if (span.rides()) {
      ReachDirection direction = direction(span);
      int[] seconds = secondsByStop(span, ground.foothold(spot, span, direction), longest);
      for (int stop = 0; stop < seconds.length; stop++) {
        if (seconds[stop] != OneToAll.NEVER) {
          rideOn(span, stop, seconds[stop], direction, longest, surface);
        }
      }
      if (Joins.isAsked(span)) {
        hireOn(hires.joined(spot), seconds, span, longest, surface);
        Joins joins = new Joins(ground, span, then, hires, 0);
        for (Joins.Ring ring : joins.rings(spot, direction)) {
          join(span, spot, ring, longest, seconds);
        }
      }
      for (int stop = 0; stop < seconds.length; stop++) {
        if (seconds[stop] != OneToAll.NEVER) {
          starts.add(new SpreadStart(Endpoint.ofStop(stop), seconds[stop]));
          reached += seconds[stop] <= longest - MARGIN_SECONDS ? 1 : 0;
        }
      }
    }
    walk(starts, Ground.walking(span), span, longest, surface);
    return reached;
  }

  /// Lowers when stops are reached to what is possible from a ring of stops.
  private void join(Span span, Ground.Spot spot, Joins.Ring ring, int longest, int[] seconds) {
    int[] joined = secondsByStop(span, ring.foothold(), longest);
    Stops stops = ground.engine().city().timetable().stops();
    for (int stop = 0; stop < seconds.length; stop++) {
      boolean sooner = joined[stop] < seconds[stop];
      if (sooner && Distance.metres(spot.point(), stops.point(stop)) >= ring.leastMetres()) {
        seconds[stop] = joined[stop];
      }
    }
  }

  private void walk(
      List<SpreadStart> starts, WalkOptions walking, Span span, int longest, ReachSurface surface) {
    if (!starts.isEmpty()) {
      StreetSpread spread = ground.engine().streets().spread();
      spread.walk(starts, walking, direction(span), longest, surface);
    }
  }

  /// Rides on from stops with shared bicycles, and walks on from where they are left.
  private void hireOn(
      List<HireQuery> queries, int[] seconds, Span span, int longest, ReachSurface surface) {
    List<SpreadStart> starts = new ArrayList<>();
    for (HireQuery query : queries) {
      starts.addAll(ground.engine().hire().onward(query, seconds, direction(span), longest));
    }
    walk(starts, Ground.walking(span).within(HireEngine.APPROACH_METRES), span, longest, surface);
  }

  /// Rides in a taxi, after the wait for it.
  private void call(
      Span span,
      Ground.Spot spot,
      Taxis taxis,
      int longest,
      ReachSurface surface,
      List<Notice> notices) {
    notices.addAll(taxis.notices(List.of(spot)));
    if (!taxis.isHad(spot)) {
      return;
    }
    int wait = span.arriveBy() ? 0 : taxis.waitSeconds(spot, span.at().getEpochSecond());
    int limit = span.arriveBy() ? taxis.longestSeconds(spot, longest) : longest - wait;
    Later later = new Later(surface, 10 * wait);
    PathOptions riding = Ground.riding(span);
    boolean near =
        limit <= 0 || taxis.rides().spread(spot.point(), riding, direction(span), limit, later);
    if (limit <= 0) {
      notices.add(Ground.notice("reach_taxi_too_late"));
    } else if (!near) {
      notices.add(Ground.notice("reach_no_street", TravelMode.TAXI.named()));
    }
  }

  /// Rides on from a stop with the bicycle that was taken along.
  private void rideOn(
      Span span,
      int stop,
      int seconds,
      ReachDirection direction,
      int longest,
      ReachSurface surface) {
    PathOptions bicycle = Ground.carried(span);
    int start = seconds + CarriedBike.STREET_SECONDS;
    if (bicycle == null || start >= longest) {
      return;
    }
    GeoPoint point = ground.engine().city().timetable().stops().point(stop);
    int limit = Math.min(longest - start, CarriedBike.LONGEST_SECONDS);
    Later later = new Later(surface, 10 * start);
    ground
        .engine()
        .streets()
        .rides(StreetMode.BIKE)
        .spread(point, bicycle, direction, limit, later);
  }

  /// Tells of a spread that begins later.
  private record Later(SpreadVisitor to, int tenths) implements SpreadVisitor {

    @Override
    public void arc(int arc, int fromDecimetres, int at, int more) {
      to.arc(arc, fromDecimetres, at + tenths, more);
    }

    @Override
    public void open(GeoPoint centre, int at) {
      to.open(centre, at + tenths);
    }
  }

  private int[] secondsByStop(Span span, Foothold foothold, int longest) {
    Instant at = span.at();
    TimetableView view =
        span.arriveBy()
            ? ground.view(at.minusSeconds(longest), at)
            : ground.view(at, at.plusSeconds(longest));
    return ground.secondsByStop(view, span, foothold, longest);
  }

  /// Remembers the streets that are told on.
  private record Driven(SpreadVisitor to, BitSet edges) implements SpreadVisitor {

    @Override
    public void arc(int arc, int fromDecimetres, int at, int more) {
      edges.set(StreetNetwork.edgeOf(arc));
      to.arc(arc, fromDecimetres, at, more);
    }

    @Override
    public void open(GeoPoint centre, int at) {
      to.open(centre, at);
    }
  }

  private void ride(
      Span span,
      Ground.Spot spot,
      TravelMode mode,
      StreetMode streetMode,
      int longest,
      ReachSurface surface,
      List<Notice> notices) {
    if (!span.uses(mode)) {
      return;
    }
    VehicleRides rides =
        mode == TravelMode.CAR
            ? ground.cars(spot, span, longest)
            : ground.engine().streets().rides(streetMode);
    Driven driven = new Driven(surface, new BitSet());
    PathOptions riding =
        mode == TravelMode.EBIKE ? Ground.riding(span).assisted() : Ground.riding(span);
    boolean near = rides.spread(spot.point(), riding, direction(span), longest, driven);
    if (mode == TravelMode.CAR) {
      notices.addAll(ground.charged(span, longest, driven.edges()::get));
    }
    if (mode == TravelMode.CAR && near) {
      notices.addAll(
          ground.closedZones(span, longest).around(spot.point(), driven.edges(), span.arriveBy()));
    }
    if (!near) {
      notices.add(Ground.notice("reach_no_street", mode.named()));
    }
  }
}
