package org.toret.router.walk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.toret.base.columns.IntList;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.EdgeIndex;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;

/// Finds the nearest point of the nearest usable edge. Thread-safe.
public final class EdgeSnapper {

  private static final double METRES_PER_E7 = 6_371_008.8 * Math.PI / 180 / GeoPoint.E7;
  private static final double DEEP_METRES = 50;
  private static final double ABOUT_AS_NEAR = 1.25;
  private static final double[] RADII_METRES = {60, 150, 400, 1000};

  private final StreetNetwork streets;
  private final EdgeIndex index;
  private final double kerbMetres;
  private final OpenGround ground;

  /// @param kerbMetres the way between a place and the middle of its street is not counted up to
  ///   here
  public EdgeSnapper(StreetNetwork streets, double kerbMetres) {
    this.streets = streets;
    this.kerbMetres = kerbMetres;
    this.index = new EdgeIndex(streets);
    this.ground = new OpenGround(streets);
  }

  /// The nearest edge that has all wanted flags and none of the unwanted, or null when there is
  /// none within the radius. Ties go to the lower edge number.
  public @Nullable EdgeSnap nearest(GeoPoint place, double radiusMetres, int wanted, int unwanted) {
    Scan scan = new Scan(place, wanted, unwanted | StreetFlags.COPY);
    for (double step : RADII_METRES) {
      double radius = Math.min(step, radiusMetres);
      index.near(place, radius, scan);
      if (scan.bestMetres <= radius) {
        return scan.snap();
      }
      if (radius >= radiusMetres) {
        break;
      }
    }
    return null;
  }

  /// The nearest such edge, and when that is farther than [#DEEP_METRES] all that are not much
  /// farther, nearest first: a place deep inside a block or a park has no front, and is left
  /// towards any side, though across no street and no water.
  public List<EdgeSnap> around(GeoPoint place, double radiusMetres, int wanted, int unwanted) {
    EdgeSnap nearest = nearest(place, radiusMetres, wanted, unwanted);
    if (nearest == null) {
      return List.of();
    }
    double metres = Distance.metres(place, nearest.point());
    if (metres <= DEEP_METRES) {
      return List.of(nearest);
    }
    double limit = Math.min(radiusMetres, ABOUT_AS_NEAR * metres);
    Set<Integer> near = new TreeSet<>();
    index.near(place, limit, near::add);
    List<EdgeSnap> snaps = new ArrayList<>();
    for (int edge : near) {
      Scan scan = new Scan(place, wanted, unwanted | StreetFlags.COPY);
      scan.edge(edge);
      if (edge != nearest.edge() && scan.bestMetres <= limit) {
        EdgeSnap snap = scan.snap();
        if (ground.isOpen(place, snap.point(), near)) {
          snaps.add(snap);
        }
      }
    }
    snaps.sort(Comparator.comparingInt(EdgeSnap::offDecimetres));
    snaps.addFirst(nearest);
    return snaps;
  }

  /// One search around one place, on the local plane.
  private final class Scan implements EdgeIndex.Visitor {

    private final int latE7;
    private final int lonE7;
    private final double metresPerLonE7;
    private final int wanted;
    private final int unwanted;
    private final IntList lats = new IntList();
    private final IntList lons = new IntList();
    private double bestMetres = Double.MAX_VALUE;
    private int bestEdge = -1;
    private int bestSegment;
    private double bestShare;

    Scan(GeoPoint place, int wanted, int unwanted) {
      latE7 = place.latE7();
      lonE7 = place.lonE7();
      metresPerLonE7 = METRES_PER_E7 * Math.cos(Math.toRadians(place.lat()));
      this.wanted = wanted;
      this.unwanted = unwanted;
    }

    @Override
    public void edge(int edge) {
      int flags = streets.edges().flags()[edge];
      if ((flags & wanted) != wanted || (flags & unwanted) != 0) {
        return;
      }
      streets.course(edge, lats, lons);
      double x1 = x(0);
      double y1 = y(0);
      for (int i = 1; i < lats.size(); i++) {
        double x2 = x(i);
        double y2 = y(i);
        double share = share(x1, y1, x2, y2);
        double metres = Math.hypot(x1 + share * (x2 - x1), y1 + share * (y2 - y1));
        if (metres < bestMetres || (metres == bestMetres && edge < bestEdge)) {
          bestMetres = metres;
          bestEdge = edge;
          bestSegment = i;
          bestShare = share;
        }
        x1 = x2;
        y1 = y2;
      }
    }

    private int offDecimetres(double metres) {
      return (int) Math.round(10 * Math.max(0, metres - kerbMetres));
    }

    EdgeSnap snap() {
      streets.course(bestEdge, lats, lons);
      double total = 0;
      double before = 0;
      for (int i = 1; i < lats.size(); i++) {
        double length = Math.hypot(x(i) - x(i - 1), y(i) - y(i - 1));
        before += i < bestSegment ? length : i == bestSegment ? bestShare * length : 0;
        total += length;
      }
      int whole = streets.edges().decimetres()[bestEdge];
      int along = total == 0 ? 0 : (int) Math.round(whole * (before / total));
      return new EdgeSnap(bestEdge, along, offDecimetres(bestMetres), point());
    }

    private GeoPoint point() {
      int i = bestSegment;
      double lat = lats.get(i - 1) + bestShare * ((double) lats.get(i) - lats.get(i - 1));
      double lon = lons.get(i - 1) + bestShare * ((double) lons.get(i) - lons.get(i - 1));
      return GeoPoint.ofE7((int) Math.round(lat), (int) Math.round(lon));
    }

    private double x(int i) {
      return (lons.get(i) - lonE7) * metresPerLonE7;
    }

    private double y(int i) {
      return (lats.get(i) - latE7) * METRES_PER_E7;
    }

    /// Where on a segment the origin's foot falls, from 0 to 1.
    private static double share(double x1, double y1, double x2, double y2) {
      double dx = x2 - x1;
      double dy = y2 - y1;
      double squared = dx * dx + dy * dy;
      return squared == 0 ? 0 : Math.max(0, Math.min(1, -(x1 * dx + y1 * dy) / squared));
    }
  }
}
