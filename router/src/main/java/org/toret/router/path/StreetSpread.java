package org.toret.router.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.toret.base.geo.GeoPoint;
import org.toret.router.walk.FootMask;
import org.toret.router.walk.FootSearch;
import org.toret.router.walk.Footing;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StraightWalks;
import org.toret.router.walk.WalkOptions;
import org.toret.router.walk.WorkspacePool;

/// What lies around a place on the streets, without a destination: for areas and tables of travel
/// times. One search tells everything. Thread-safe.
public final class StreetSpread {

  /// No way within the limits.
  public static final int NEVER = Integer.MAX_VALUE;

  private final StreetRouter router;
  private final WorkspacePool<FootSearch> searches;
  private final WalkSpread walks;
  private final RidePaths bikePaths;
  private final RidePaths carPaths;

  StreetSpread(
      StreetRouter router,
      WorkspacePool<FootSearch> searches,
      WalkSpread walks,
      RidePaths bikePaths,
      RidePaths carPaths) {
    this.router = router;
    this.searches = searches;
    this.walks = walks;
    this.bikePaths = bikePaths;
    this.carPaths = carPaths;
  }

  /// Tells everything that is within a time on foot of the nearest of several starts; each walk is
  /// no longer than the options say.
  public void walk(
      List<SpreadStart> starts,
      WalkOptions options,
      ReachDirection direction,
      int limitSeconds,
      SpreadVisitor visitor) {
    int mask = FootMask.of(options);
    boolean outward = direction == ReachDirection.FROM;
    List<WalkSpread.Start> begins = new ArrayList<>(starts.size());
    for (SpreadStart start : starts) {
      Footing footing = router.footing(start.end(), mask, outward);
      begins.add(new WalkSpread.Start(footing, start.seconds()));
    }
    searches.with(search -> {
      walks.spread(search, begins, options, direction, limitSeconds, visitor);
      return begins;
    });
  }

  /// Tells everything that is within a time by bicycle or car; false when the place lies too far
  /// from any street for that.
  public boolean ride(
      GeoPoint place,
      StreetMode mode,
      PathOptions options,
      ReachDirection direction,
      int limitSeconds,
      SpreadVisitor visitor) {
    return rides(mode).spread(place, options, direction, limitSeconds, Integer.MAX_VALUE, visitor);
  }

  /// Makes places ready to be walked to from one place after another.
  public WalkEnds walkEnds(List<Endpoint> to, WalkOptions options) {
    return walkEnds(to, options, ReachDirection.FROM);
  }

  /// The same, or to be walked from.
  ///
  /// @param direction from the one place, or towards it
  public WalkEnds walkEnds(List<Endpoint> others, WalkOptions options, ReachDirection direction) {
    int mask = FootMask.of(options);
    boolean left = direction == ReachDirection.TOWARDS;
    return new WalkEnds(
        others, others.stream().map(end -> router.footing(end, mask, left)).toList(), options);
  }

  /// The same places for somebody who takes stairs.
  public WalkEnds climbing(WalkEnds to) {
    return walkEnds(to.ends(), PathOptions.of(to.options()).withStairs().walk());
  }

  /// Seconds on foot from one place to each of many, [#NEVER] where there is no way; the same as by
  /// [StreetRouter#path].
  public int[] walkSeconds(Endpoint from, WalkEnds to) {
    return walkSeconds(from, to, ReachDirection.FROM);
  }

  /// The same, or from each of many places to one.
  public int[] walkSeconds(Endpoint place, WalkEnds others, ReachDirection direction) {
    WalkOptions options = others.options();
    boolean outward = direction == ReachDirection.FROM;
    Footing start = router.footing(place, FootMask.of(options), outward);
    int[] seconds =
        searches.with(
            search -> walks.seconds(search, start, others.footings(), options, direction));
    for (int i = 0; i < seconds.length; i++) {
      if (seconds[i] < 0) {
        int straight = StraightWalks.decimetres(start.point(), others.footings().get(i).point());
        boolean near = straight / StraightWalks.DETOUR <= 10.0 * options.maxMetres();
        Endpoint other = others.ends().get(i);
        Optional<StreetPath> path =
            near
                ? router.path(
                    outward ? place : other,
                    outward ? other : place,
                    StreetMode.WALK,
                    PathOptions.of(options))
                : Optional.empty();
        seconds[i] = path.map(StreetPath::seconds).orElse(NEVER);
      }
    }
    return seconds;
  }

  /// Seconds by bicycle or car from one place to each of many, [#NEVER] where there is no way
  /// within the limit; within a second of [StreetRouter#path].
  public int[] rideSeconds(
      GeoPoint from, List<GeoPoint> to, StreetMode mode, PathOptions options, int limitSeconds) {
    return rides(mode).seconds(from, to, ReachDirection.FROM, options, limitSeconds);
  }

  private RidePaths rides(StreetMode mode) {
    return switch (mode) {
      case BIKE -> bikePaths;
      case CAR -> carPaths;
      case WALK -> throw new IllegalArgumentException("Walking is no riding");
    };
  }

  /// Places to be walked to, and where each meets the streets.
  public record WalkEnds(List<Endpoint> ends, List<Footing> footings, WalkOptions options) {

    public WalkEnds {
      ends = List.copyOf(ends);
      footings = List.copyOf(footings);
    }
  }

  /// Where a spread over the streets begins.
  ///
  /// @param seconds when it is reached (or must be left, towards a place: how long before the end)
  public record SpreadStart(Endpoint end, int seconds) {}

  /// Receives what lies within reach of a place, in no particular order and some of it more than
  /// once. Times are tenths of a second since the start; in a spread towards a place, until it.
  public interface SpreadVisitor {

    /// A street that leads on.
    ///
    /// @param arc leads away from the place
    /// @param fromDecimetres how far along the arc the way begins
    /// @param tenths time there
    /// @param moreTenths time from there to the arc's head
    void arc(int arc, int fromDecimetres, int tenths, int moreTenths);

    /// A place from where there are no streets: everything around is reached by the straight line
    /// times [org.toret.router.walk.StraightWalks#DETOUR].
    void open(GeoPoint centre, int tenths);
  }
}
