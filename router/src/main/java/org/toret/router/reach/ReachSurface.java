package org.toret.router.reach;

import java.util.ArrayList;
import java.util.List;
import org.toret.base.columns.IntList;
import org.toret.base.geo.BoundingBox;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.StreetNetwork;
import org.toret.router.path.StreetSpread.SpreadVisitor;
import org.toret.router.walk.StraightWalks;

/// Collects what is reached over the streets, in whatever modes, and lays it on a grid.
///
/// A street counts along its whole course, with the time between its ends in proportion; and so
/// does the ground up to [#BESIDE_METRES] beside it, with the time to walk there. Where there are
/// no streets, a circle by the straight line times the detour factor. 16 bytes per street reached.
/// Not thread-safe.
public final class ReachSurface implements SpreadVisitor {

  /// How far beside a street something is still within reach.
  public static final double BESIDE_METRES = 150;

  private final StreetNetwork streets;
  private final double walkMetresPerSecond;
  private final double openMetres;
  private final int limitTenths;
  private final IntList arcs = new IntList();
  private final IntList begins = new IntList();
  private final IntList times = new IntList();
  private final IntList durations = new IntList();
  private final List<GeoPoint> centres = new ArrayList<>();
  private final IntList centreTimes = new IntList();

  /// @param limitSeconds longest time asked for
  /// @param maxWalkMetres longest walk where there are no streets
  public ReachSurface(
      StreetNetwork streets, double walkMetresPerSecond, int maxWalkMetres, int limitSeconds) {
    this.streets = streets;
    this.walkMetresPerSecond = walkMetresPerSecond;
    this.openMetres = maxWalkMetres / StraightWalks.DETOUR;
    this.limitTenths = 10 * limitSeconds;
  }

  @Override
  public void arc(int arc, int fromDecimetres, int tenths, int moreTenths) {
    if (tenths <= limitTenths) {
      arcs.add(arc);
      begins.add(fromDecimetres);
      times.add(tenths);
      durations.add(moreTenths);
    }
  }

  @Override
  public void open(GeoPoint centre, int tenths) {
    if (tenths <= limitTenths) {
      centres.add(centre);
      centreTimes.add(tenths);
    }
  }

  /// How many circles stand in for streets.
  public int circles() {
    return centres.size();
  }

  /// The times on a grid that covers everything reached.
  ///
  /// @param origin is covered in any case
  public TimeGrid grid(GeoPoint origin) {
    TimeGrid grid = new TimeGrid(frame(origin));
    IntList lats = new IntList();
    IntList lons = new IntList();
    for (int i = 0; i < arcs.size(); i++) {
      layArc(grid, i, lats, lons);
    }
    double beside = Math.max(BESIDE_METRES, 1.5 * grid.cellMetres());
    grid.spread(walkMetresPerSecond, beside);
    for (int i = 0; i < centres.size(); i++) {
      GeoPoint centre = centres.get(i);
      double seconds = centreTimes.get(i) / 10.0;
      double speed = walkMetresPerSecond / StraightWalks.DETOUR;
      double left = (limitTenths / 10.0 - seconds) * speed;
      double radius = Math.max(grid.cellMetres(), Math.min(openMetres, left));
      grid.cone(grid.x(centre.lonE7()), grid.y(centre.latE7()), seconds, speed, radius);
    }
    return grid;
  }

  /// Short streets stay within the margin around their tails; the course of long ones is looked at.
  private ReachFrame frame(GeoPoint origin) {
    Extent extent = new Extent();
    extent.include(origin.latE7(), origin.lonE7());
    IntList lats = new IntList();
    IntList lons = new IntList();
    double margin = 2 * BESIDE_METRES;
    for (int i = 0; i < arcs.size(); i++) {
      int tail = streets.tail(arcs.get(i));
      extent.include(streets.nodes().latsE7()[tail], streets.nodes().lonsE7()[tail]);
      int edge = arcs.get(i) >> 1;
      if (streets.edges().decimetres()[edge] > 10 * BESIDE_METRES) {
        streets.course(edge, lats, lons);
        for (int p = 0; p < lats.size(); p++) {
          extent.include(lats.get(p), lons.get(p));
        }
      }
    }
    for (GeoPoint centre : centres) {
      extent.include(centre.latE7(), centre.lonE7());
      margin = Math.max(margin, openMetres + 2 * BESIDE_METRES);
    }
    return ReachFrame.around(extent.box(), margin);
  }

  /// Grows around what it is shown.
  private static final class Extent {

    private int south = Integer.MAX_VALUE;
    private int west = Integer.MAX_VALUE;
    private int north = Integer.MIN_VALUE;
    private int east = Integer.MIN_VALUE;

    void include(int latE7, int lonE7) {
      south = Math.min(south, latE7);
      north = Math.max(north, latE7);
      west = Math.min(west, lonE7);
      east = Math.max(east, lonE7);
    }

    BoundingBox box() {
      double scale = GeoPoint.E7;
      return new BoundingBox(south / scale, west / scale, north / scale, east / scale);
    }
  }

  private void layArc(TimeGrid grid, int i, IntList lats, IntList lons) {
    int arc = arcs.get(i);
    streets.course(arc >> 1, lats, lons);
    boolean forward = (arc & 1) == 0;
    int points = lats.size();
    double whole = Math.max(0.1, streets.edges().decimetres()[arc >> 1] / 10.0);
    double begin = begins.get(i) / 10.0;
    double secondsPerMetre = durations.get(i) / 10.0 / Math.max(0.1, whole - begin);
    double step = grid.cellMetres() / 2;
    double along = 0;
    for (int p = 1; p < points; p++) {
      int a = forward ? p - 1 : points - p;
      int b = forward ? p : points - 1 - p;
      double x = grid.x(lons.get(a));
      double y = grid.y(lats.get(a));
      double dx = grid.x(lons.get(b)) - x;
      double dy = grid.y(lats.get(b)) - y;
      double metres = Math.hypot(dx, dy);
      int parts = (int) Math.ceil(metres / step) + 1;
      for (int part = 0; part <= parts; part++) {
        double share = (double) part / parts;
        double there = Math.min(whole, along + share * metres);
        double seconds = times.get(i) / 10.0 + (there - begin) * secondsPerMetre;
        if (there >= begin - 0.1 && 10 * seconds <= limitTenths) {
          grid.sample(x + share * dx, y + share * dy, seconds, walkMetresPerSecond);
        }
      }
      along += metres;
    }
  }
}
