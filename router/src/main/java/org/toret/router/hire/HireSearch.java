package org.toret.router.hire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.network.forecast.Outlook;
import org.toret.router.path.Endpoint;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetPath;
import org.toret.router.path.StreetRouter;
import org.toret.router.path.StreetSpread;
import org.toret.router.path.VehicleRides;
import org.toret.router.walk.ReachDirection;

/// One question for a way with a shared vehicle, over all places to take one and all places to
/// leave it.
///
/// The time of a ride is not what it is chosen by (cyclists make detours for comfort), so no single
/// search finds the best pair. But what walking in a straight line and riding the fastest streets
/// take is a lower bound, and one search backwards from all places to leave a vehicle tells it for
/// every place to take one. In the order of that bound the places are tried with their true walks
/// and rides, each ride search going no farther than could still be of use, until the bound says
/// that nothing better follows. So the best pair is found as surely as by trying all of them; in a
/// city of 165 stations a handful of places is tried.
///
/// Where all of them are stations and the times between stations are kept ([StationRides]), the
/// rides are known beforehand, and pairs are tried in the order of what they take at least.
///
/// A place where something may be lacking counts as farther by what going elsewhere takes, times
/// how likely that is ([Outlook#penaltySeconds]). That is known before the search and added to
/// bounds and walks alike.
final class HireSearch {

  /// How much longer the second way may take: a tenth, and a minute.
  private static final double MORE = 1.1;

  private static final int MORE_SECONDS = 60;

  /// The way to the middle of a street is not counted up to here, at either end of a walk; bounds
  /// must allow for it.
  private static final double UNCOUNTED_METRES = 2 * StreetRouter.KERB_METRES;

  /// Rides longer than this are not looked for.
  static final int MOST_SECONDS = 3 * 3600;

  /// No ride is faster than this on average: 150 km/h.
  private static final double MOST_METRES_PER_SECOND = 42;

  private static final int NEVER = StreetSpread.NEVER;

  private final HireQuery query;
  private final StreetRouter router;
  private final VehicleRides rides;
  private final @Nullable StationRides kept;
  private final PathOptions options;
  private final List<HirePlace> pickups;
  private final List<HirePlace> drops;
  private final List<GeoPoint> dropPoints;
  private final Walks access;
  private final Walks egress;
  private final List<Pair> found = new ArrayList<>();
  private int best = MOST_SECONDS;

  /// @param kept what is known of rides between stations, null where that changes all the time
  HireSearch(
      HireQuery query,
      HirePlaces places,
      StreetRouter router,
      VehicleRides rides,
      @Nullable StationRides kept,
      PathOptions options) {
    this.query = query;
    this.router = router;
    this.rides = rides;
    this.kept = kept;
    this.options = options;
    pickups = places.pickups(query);
    drops = places.drops(query);
    dropPoints = drops.stream().map(HirePlace::point).toList();
    access = new Walks(pickups, query.fromPoint(), true);
    egress = new Walks(drops, query.toPoint(), false);
  }

  /// A pair that was tried, with what it takes; or that may be, with what it takes at least.
  private record Pair(int pickup, int drop, int seconds, int rideSeconds) {}

  List<HireOption> find() {
    if (pickups.isEmpty() || drops.isEmpty()) {
      return List.of();
    }
    if (kept != null && areStations(pickups) && areStations(drops)) {
      tryAll(between(kept));
    } else {
      tryByFloor();
    }
    return chosen();
  }

  private static boolean areStations(List<HirePlace> places) {
    return places.stream().allMatch(place -> place.station() >= 0);
  }

  /// All pairs of stations; the rides are asked of the end with fewer of them.
  private List<Pair> between(StationRides kept) {
    List<Pair> pairs = new ArrayList<>();
    boolean outward = pickups.size() <= drops.size();
    ReachDirection direction = outward ? ReachDirection.FROM : ReachDirection.TOWARDS;
    List<HirePlace> few = outward ? pickups : drops;
    List<HirePlace> many = outward ? drops : pickups;
    for (int i = 0; i < few.size(); i++) {
      int[] ridden = kept.seconds(rides, few.get(i).station(), direction, options);
      for (int j = 0; j < many.size(); j++) {
        int ride = ridden[many.get(j).station()];
        if (ride != NEVER && !few.get(i).isSame(many.get(j))) {
          int pickup = outward ? i : j;
          int drop = outward ? j : i;
          int atLeast = access.atLeast[pickup] + ride + egress.atLeast[drop];
          pairs.add(new Pair(pickup, drop, atLeast, ride));
        }
      }
    }
    return pairs;
  }

  /// First until the fastest is found, then the shortest rides of those that take little longer.
  private void tryAll(List<Pair> pairs) {
    pairs.sort(Comparator.comparingInt(Pair::seconds));
    for (Pair pair : pairs) {
      if (pair.seconds() > best) {
        break;
      }
      var _ = tryPair(pair.pickup(), pair.drop(), pair.rideSeconds());
    }
    int limit = limit();
    pairs.removeIf(pair -> pair.seconds() > limit);
    pairs.sort(Comparator.comparingInt(Pair::rideSeconds));
    int least = NEVER;
    for (Pair pair : pairs) {
      if (pair.rideSeconds() > least) {
        break;
      }
      boolean possible = tryPair(pair.pickup(), pair.drop(), pair.rideSeconds());
      least = possible ? pair.rideSeconds() : least;
    }
  }

  /// Adds a pair with its true walks if it is of use; tells whether it is.
  private boolean tryPair(int pickup, int drop, int ride) {
    int walk = access.seconds(pickup, true);
    int onward = egress.seconds(drop, false);
    boolean possible =
        walk != NEVER
            && onward != NEVER
            && walk + ride + onward <= limit()
            && isWithinRange(pickups.get(pickup), drops.get(drop), ride);
    if (possible) {
      add(pickup, drop, walk + ride + onward, ride);
    }
    return possible;
  }

  private void tryByFloor() {
    guess();
    int[] floor = floor();
    List<Integer> order =
        IntStream.range(0, floor.length)
            .filter(pickup -> floor[pickup] != NEVER)
            .boxed()
            .sorted(Comparator.comparingInt(pickup -> access.atLeast[pickup] + floor[pickup]))
            .toList();
    for (int pickup : order) {
      if (access.atLeast[pickup] + floor[pickup] > limit()) {
        break;
      }
      int walk = access.seconds(pickup, true);
      if (walk != NEVER && walk + floor[pickup] <= limit()) {
        tryFrom(pickup, walk);
      }
    }
  }

  /// Tries the places nearest to either end, so that all further searching has a bound.
  private void guess() {
    int pickup = nearest(pickups, access.atLeast, null);
    HirePlace from = pickups.get(pickup);
    int drop = nearest(drops, egress.atLeast, from);
    HirePlace to = drops.get(drop);
    int walk = access.seconds(pickup, true);
    int onward = egress.seconds(drop, false);
    if (from.isSame(to) || walk == NEVER || onward == NEVER) {
      return;
    }
    rides
        .path(from.point(), to.point(), options)
        .filter(ride -> ride.metres() <= from.rangeMetres())
        .ifPresent(ride -> add(pickup, drop, walk + ride.seconds() + onward, ride.seconds()));
  }

  /// The first where all are the same as the other.
  private static int nearest(List<HirePlace> places, int[] seconds, @Nullable HirePlace other) {
    int best = 0;
    for (int i = 1; i < seconds.length; i++) {
      boolean wrong = other != null && places.get(best).isSame(other);
      boolean right = other == null || !places.get(i).isSame(other);
      best = right && (wrong || seconds[i] < seconds[best]) ? i : best;
    }
    return best;
  }

  private void add(int pickup, int drop, int seconds, int rideSeconds) {
    found.add(new Pair(pickup, drop, seconds, rideSeconds));
    best = Math.min(best, seconds);
  }

  /// At least this long from each place to take a vehicle to the end; no farther than could be of
  /// use.
  private int[] floor() {
    List<GeoPoint> points = pickups.stream().map(HirePlace::point).toList();
    return rides.atLeastSeconds(points, dropPoints, egress.atLeast, options, limit());
  }

  private int limit() {
    return (int) Math.min(MOST_SECONDS, MORE * best + MORE_SECONDS);
  }

  private void tryFrom(int pickup, int walk) {
    HirePlace from = pickups.get(pickup);
    int[] seconds = rides.seconds(from.point(), dropPoints, options, limit() - walk);
    List<Integer> order =
        IntStream.range(0, seconds.length)
            .filter(drop -> seconds[drop] != NEVER && !from.isSame(drops.get(drop)))
            .boxed()
            .sorted(Comparator.comparingInt(drop -> seconds[drop] + egress.atLeast[drop]))
            .toList();
    for (int drop : order) {
      if (walk + seconds[drop] + egress.atLeast[drop] > limit()) {
        return;
      }
      var _ = tryPair(pickup, drop, seconds[drop]);
    }
  }

  /// Whether the vehicle goes as far as the ride. Only where that is near is the ride drawn for it.
  private boolean isWithinRange(HirePlace from, HirePlace to, int rideSeconds) {
    if (from.rangeMetres() >= MOST_METRES_PER_SECOND * rideSeconds) {
      return true;
    }
    return rides
        .path(from.point(), to.point(), options)
        .filter(ride -> ride.metres() <= from.rangeMetres())
        .isPresent();
  }

  private List<HireOption> chosen() {
    List<HireOption> options = new ArrayList<>();
    Comparator<Pair> bySeconds =
        Comparator.comparingInt(Pair::seconds).thenComparingInt(Pair::rideSeconds);
    Optional<Pair> fastest = found.stream().min(bySeconds);
    fastest.flatMap(this::drawn).ifPresent(options::add);
    found.stream()
        .filter(pair -> pair.seconds() <= limit())
        .min(Comparator.comparingInt(Pair::rideSeconds).thenComparingInt(Pair::seconds))
        .filter(pair -> pair.rideSeconds() < fastest.orElseThrow().rideSeconds())
        .flatMap(this::drawn)
        .ifPresent(options::add);
    return options;
  }

  private Optional<HireOption> drawn(Pair pair) {
    HirePlace from = pickups.get(pair.pickup());
    HirePlace to = drops.get(pair.drop());
    return rides
        .path(from.point(), to.point(), options)
        .map(ride ->
            new HireOption(
                query.type(),
                from,
                to,
                access.paths[pair.pickup()],
                ride,
                egress.paths[pair.drop()]));
  }

  /// Walks between an end of the journey and places, found when they are needed.
  private final class Walks {

    final int[] atLeast;
    final @Nullable StreetPath[] paths;
    private final int[] seconds;
    private final List<HirePlace> places;
    private final GeoPoint end;
    private final boolean taking;
    private final int[] penalties;

    Walks(List<HirePlace> places, GeoPoint end, boolean taking) {
      this.places = places;
      this.end = end;
      this.taking = taking;
      penalties = new int[places.size()];
      Arrays.setAll(penalties, this::penalty);
      paths = new @Nullable StreetPath[places.size()];
      seconds = new int[places.size()];
      Arrays.fill(seconds, -1);
      atLeast = new int[places.size()];
      Arrays.setAll(atLeast, this::straight);
    }

    private int straight(int place) {
      double metres = Distance.metres(end, places.get(place).point()) - UNCOUNTED_METRES;
      return penalties[place] + (int) (Math.max(0, metres) / query.walk().metresPerSecond());
    }

    /// What it takes more when there is none, times how likely that is.
    private int penalty(int place) {
      int station = places.get(place).station();
      GeoPoint point = places.get(place).point();
      return station < 0
          ? 0
          : Outlook.penaltySeconds(
              taking ? query.chanceToTake(station, point) : query.chanceToLeave(station, point));
    }

    /// [StreetSpread#NEVER] where there is no way within the limit.
    int seconds(int place, boolean towards) {
      GeoPoint point = places.get(place).point();
      if (point.equals(end)) {
        return penalties[place];
      }
      if (seconds[place] < 0) {
        PathOptions walking = PathOptions.of(query.walk());
        Endpoint there = Endpoint.of(point);
        paths[place] =
            (towards
                    ? router.path(query.from(), there, StreetMode.WALK, walking)
                    : router.path(there, query.to(), StreetMode.WALK, walking))
                .orElse(null);
        StreetPath path = paths[place];
        seconds[place] = path == null ? NEVER : path.seconds() + penalties[place];
      }
      return seconds[place];
    }
  }
}
