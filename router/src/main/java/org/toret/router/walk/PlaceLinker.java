package org.toret.router.walk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;

/// Links places that are not stops to the streets: to the nearest public street, to all streets
/// about as near when the place lies deep inside a block, and to the private way it lies at when
/// that is nearer. Thread-safe.
public final class PlaceLinker {

  /// A place farther than this from any usable street lies beyond the streets.
  public static final double RADIUS_METRES = 300;

  private final @Nullable EdgeSnapper snapper;
  private final PrivateWays privateWays;

  public PlaceLinker(StreetNetwork streets, @Nullable EdgeSnapper snapper) {
    this.snapper = snapper;
    privateWays = new PrivateWays(streets);
  }

  public PrivateWays privateWays() {
    return privateWays;
  }

  /// @param outward whether the walk begins here
  public Footing footing(GeoPoint place, int mask, boolean outward) {
    if (snapper == null) {
      return new Footing(place, List.of(), List.of(), new int[0], true);
    }
    int stairs = mask == FootMask.ANYONE ? 0 : StreetFlags.STEPS;
    List<EdgeSnap> snaps = snapper.around(place, RADIUS_METRES, FootMask.link(mask), stairs);
    int wheels = mask == FootMask.WHEELCHAIR ? StreetFlags.WHEELCHAIR : 0;
    double radius =
        snaps.isEmpty() ? RADIUS_METRES : Distance.metres(place, snaps.getFirst().point());
    EdgeSnap own = snapper.nearest(place, radius, StreetFlags.FOOT_PRIVATE_LINK | wheels, stairs);
    List<WayOut> waysOut =
        own == null ? List.of() : List.of(privateWays.wayOut(own, mask, outward));
    boolean beyond = snaps.isEmpty() && own == null && isBeyond(snapper, place, mask);
    return new Footing(place, snaps, waysOut, new int[0], beyond);
  }

  /// Whether a place that is linked to nothing lies beyond the streets; if not, streets are near
  /// but closed to this walker.
  private static boolean isBeyond(EdgeSnapper snapper, GeoPoint place, int mask) {
    int link = FootMask.link(FootMask.ANYONE);
    return mask == FootMask.ANYONE || snapper.nearest(place, RADIUS_METRES, link, 0) == null;
  }
}
