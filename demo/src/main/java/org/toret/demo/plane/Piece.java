package org.toret.demo.plane;

/// One straight piece of a line.
public record Piece(Spot a, Spot b) {

  public double metres() {
    return a.metresTo(b);
  }

  /// The spot of the piece that is nearest to another.
  public Spot nearest(Spot spot) {
    return a.towards(b, share(spot));
  }

  /// How far along the piece the spot's nearest point is, 0 to 1.
  public double share(Spot spot) {
    double dx = b.x() - a.x();
    double dy = b.y() - a.y();
    double square = dx * dx + dy * dy;
    if (square == 0) {
      return 0;
    }
    double t = ((spot.x() - a.x()) * dx + (spot.y() - a.y()) * dy) / square;
    return Math.clamp(t, 0, 1);
  }

  /// How far along this piece the other crosses it, 0 to 1; NaN if it does not.
  public double crossing(Piece other) {
    double rx = b.x() - a.x();
    double ry = b.y() - a.y();
    double sx = other.b.x() - other.a.x();
    double sy = other.b.y() - other.a.y();
    double cross = rx * sy - ry * sx;
    if (Math.abs(cross) < 1e-9) {
      return Double.NaN;
    }
    double qx = other.a.x() - a.x();
    double qy = other.a.y() - a.y();
    double t = (qx * sy - qy * sx) / cross;
    double u = (qx * ry - qy * rx) / cross;
    return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? t : Double.NaN;
  }

  /// Sine of the angle between the two pieces, 0 (parallel) to 1 (right angle).
  public double sine(Piece other) {
    double cross =
        (b.x() - a.x()) * (other.b.y() - other.a.y())
            - (b.y() - a.y()) * (other.b.x() - other.a.x());
    return Math.abs(cross) / Math.max(1e-9, metres() * other.metres());
  }
}
