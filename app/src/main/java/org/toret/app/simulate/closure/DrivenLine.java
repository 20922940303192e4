package org.toret.app.simulate.closure;

import java.util.ArrayList;
import java.util.List;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;

/// A line and how far along each of its points lies. Places on it are shares of its length, from 0
/// to 1.
public final class DrivenLine {

  private final List<GeoPoint> line;
  private final double[] along;

  private DrivenLine(List<GeoPoint> line, double[] along) {
    this.line = line;
    this.along = along;
  }

  /// @param line of two points or more
  public static DrivenLine of(List<GeoPoint> line) {
    double[] along = new double[line.size()];
    for (int i = 1; i < along.length; i++) {
      along[i] = along[i - 1] + Distance.metres(line.get(i - 1), line.get(i));
    }
    return new DrivenLine(List.copyOf(line), along);
  }

  /// How long it is.
  public double metres() {
    return along[along.length - 1];
  }

  /// A place on it, and how many metres from the one asked for.
  record Spot(double share, double apart) {}

  /// The place nearest to a point on the part between two shares.
  Spot nearest(GeoPoint point, double from, double to) {
    Spot best = new Spot(from, Distance.metres(at(from), point));
    double last = Distance.metres(at(to), point);
    best = last < best.apart() ? new Spot(to, last) : best;
    for (int i = 1; i < along.length; i++) {
      double share = metres() == 0 ? 0 : (along[i - 1] + foot(i, point)) / metres();
      if (share > from && share < to) {
        double apart = Distance.metres(at(share), point);
        best = apart < best.apart() ? new Spot(share, apart) : best;
      }
    }
    return best;
  }

  /// How far along its segment to point `i` the foot of a point lies, in metres.
  private double foot(int i, GeoPoint point) {
    GeoPoint a = line.get(i - 1);
    GeoPoint b = line.get(i);
    double cosine = Math.cos(Math.toRadians(a.lat()));
    double dx = (b.lon() - a.lon()) * cosine;
    double dy = b.lat() - a.lat();
    double square = dx * dx + dy * dy;
    double x = (point.lon() - a.lon()) * cosine;
    double y = point.lat() - a.lat();
    double share = square == 0 ? 0 : Math.clamp((x * dx + y * dy) / square, 0, 1);
    return share * (along[i] - along[i - 1]);
  }

  /// The point at a share.
  public GeoPoint at(double share) {
    double metres = share * metres();
    int i = 1;
    while (i < along.length - 1 && along[i] < metres) {
      i++;
    }
    double step = along[i] - along[i - 1];
    double part = step == 0 ? 0 : Math.clamp((metres - along[i - 1]) / step, 0, 1);
    GeoPoint a = line.get(i - 1);
    GeoPoint b = line.get(i);
    return new GeoPoint(a.lat() + part * (b.lat() - a.lat()), a.lon() + part * (b.lon() - a.lon()));
  }

  /// The line between two shares, both ends included.
  public List<GeoPoint> part(double from, double to) {
    List<GeoPoint> part = new ArrayList<>();
    part.add(at(from));
    for (int i = 0; i < along.length; i++) {
      if (along[i] > from * metres() && along[i] < to * metres()) {
        part.add(line.get(i));
      }
    }
    part.add(at(to));
    return part;
  }
}
