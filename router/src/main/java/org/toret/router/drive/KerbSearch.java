package org.toret.router.drive;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.toret.base.columns.IntList;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.StreetClass;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.network.zone.AccessZones;
import org.toret.router.path.Endpoint;
import org.toret.router.path.StreetRouter;
import org.toret.router.path.StreetSpread.SpreadStart;
import org.toret.router.path.StreetSpread.SpreadVisitor;
import org.toret.router.path.VehicleRides;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.WalkOptions;

/// Where to leave a car along the street when the destination cannot be driven to: the place from
/// where driving and walking together take least time, among streets with people on foot. One
/// search from the start by car, one backwards from the destination on foot.
final class KerbSearch {

  /// Farther than this nobody parks from where they go.
  private static final int MOST_WALK_METRES = 2_000;

  private static final int MOST_DRIVE_SECONDS = 3 * 3600;
  private static final int LINKED = StreetFlags.CAR_LINK;
  private static final int NO_PLACE =
      StreetFlags.TUNNEL
          | StreetFlags.BRIDGE
          | StreetFlags.FERRY
          | StreetFlags.ROUNDABOUT
          | StreetFlags.CAR_DESTINATION
          | StreetFlags.COPY;
  private static final Set<StreetClass> STREETS =
      EnumSet.of(
          StreetClass.PRIMARY,
          StreetClass.SECONDARY,
          StreetClass.TERTIARY,
          StreetClass.UNCLASSIFIED,
          StreetClass.RESIDENTIAL,
          StreetClass.LIVING_STREET);

  private final StreetNetwork streets;
  private final AccessZones zones;
  private final StreetRouter router;

  KerbSearch(StreetNetwork streets, AccessZones zones, StreetRouter router) {
    this.streets = streets;
    this.zones = zones;
    this.router = router;
  }

  /// The middle of the best street; empty when none can be reached by car and left on foot.
  Optional<GeoPoint> find(DriveQuery query, VehicleRides rides, BitSet closed) {
    int[] drive = driven(query, rides);
    int[] walk = walked(query);
    BitSet shut = zones.edges(closed);
    int best = -1;
    long least = Long.MAX_VALUE;
    for (int edge = 0; edge < drive.length; edge++) {
      long sum = (long) drive[edge] + walk[edge];
      if (sum < least && isPlace(edge) && !shut.get(edge)) {
        least = sum;
        best = edge;
      }
    }
    return least >= Integer.MAX_VALUE
        ? Optional.empty()
        : Optional.of(streets.middle(best, new IntList(), new IntList()));
  }

  private int[] driven(DriveQuery query, VehicleRides rides) {
    int[] tenths = new int[streets.edges().count()];
    Arrays.fill(tenths, Integer.MAX_VALUE);
    rides.spread(
        query.from(), query.options(), ReachDirection.FROM, MOST_DRIVE_SECONDS, middles(tenths));
    return tenths;
  }

  private int[] walked(DriveQuery query) {
    int[] tenths = new int[streets.edges().count()];
    Arrays.fill(tenths, Integer.MAX_VALUE);
    WalkOptions near = query.options().walk().within(MOST_WALK_METRES);
    router
        .spread()
        .walk(
            List.of(new SpreadStart(Endpoint.of(query.to()), 0)),
            near,
            ReachDirection.TOWARDS,
            (int) (near.maxMetres() / near.metresPerSecond()),
            middles(tenths));
    return tenths;
  }

  private static SpreadVisitor middles(int[] tenths) {
    return new SpreadVisitor() {
      @Override
      public void arc(int arc, int fromDecimetres, int at, int more) {
        int edge = StreetNetwork.edgeOf(arc);
        tenths[edge] = Math.min(tenths[edge], at + more / 2);
      }

      @Override
      public void open(GeoPoint centre, int at) {
        // no street, no kerb
      }
    };
  }

  private boolean isPlace(int edge) {
    int flags = streets.edges().flags()[edge];
    return (flags & LINKED) == LINKED
        && (flags & NO_PLACE) == 0
        && STREETS.contains(streets.edges().streetClass(edge));
  }
}
