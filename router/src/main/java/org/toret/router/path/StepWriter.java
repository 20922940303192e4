package org.toret.router.path;

import java.util.ArrayList;
import java.util.List;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;

/// Joins the pieces of a path to steps a person can follow: a new step where the name changes or
/// the way turns; short nameless bits, such as crossings, belong to the step before.
final class StepWriter {

  private static final int SHORT_DECIMETRES = 150;
  private static final double TURN_DEGREES = 50;
  private static final double SLIGHT_DEGREES = 20;
  private static final double SHARP_DEGREES = 120;
  private static final double BACK_DEGREES = 170;

  private final StreetNetwork streets;
  private final List<PathStep> steps = new ArrayList<>();
  private StepDirection direction = StepDirection.DEPART;
  private String name = "";
  private long decimetres;
  private double startBearing;
  private double lastBearing;
  private GeoPoint start = new GeoPoint(0, 0);
  private boolean open;
  private StepDirection current = StepDirection.STRAIGHT;

  StepWriter(StreetNetwork streets) {
    this.streets = streets;
  }

  /// Adds the next piece of the path; `line` is its course.
  void add(PathPiece piece, List<GeoPoint> line) {
    GeoPoint first = line.getFirst();
    GeoPoint last = line.getLast();
    if (first.equals(last) && line.size() == 2) {
      decimetres += piece.decimetres();
      return;
    }
    double bearing = CourseLine.bearing(first, line.get(1));
    StepDirection kind = kind(piece);
    String street = name(piece);
    if (!open) {
      begin(StepDirection.DEPART, street, bearing, first);
    } else if (startsStep(piece, kind, street, bearing)) {
      finish();
      boolean plain = kind == StepDirection.STRAIGHT;
      begin(plain ? turn(lastBearing, bearing) : kind, street, bearing, first);
    } else if (name.isEmpty()) {
      name = street;
    }
    decimetres += piece.decimetres();
    lastBearing = CourseLine.bearing(line.get(line.size() - 2), last);
    current = kind;
  }

  List<PathStep> done(GeoPoint from, GeoPoint to) {
    if (open) {
      finish();
    } else {
      steps.add(new PathStep(StepDirection.DEPART, "", 0, 0, from));
    }
    int bearing = (int) Math.round(lastBearing) % 360;
    steps.add(new PathStep(StepDirection.ARRIVE, "", 0, bearing, to));
    return steps;
  }

  private boolean startsStep(PathPiece piece, StepDirection kind, String street, double bearing) {
    if (kind != current) {
      return true;
    }
    if (kind != StepDirection.STRAIGHT) {
      return false;
    }
    boolean turns = Math.abs(difference(lastBearing, bearing)) >= TURN_DEGREES;
    if (street.isEmpty() && piece.decimetres() < SHORT_DECIMETRES) {
      return false;
    }
    return !street.equals(name) && !name.isEmpty() || turns;
  }

  private void begin(StepDirection how, String street, double bearing, GeoPoint where) {
    open = true;
    direction = how;
    name = street;
    startBearing = bearing;
    start = where;
  }

  private void finish() {
    int metres = (int) ((decimetres + 5) / 10);
    steps.add(new PathStep(direction, name, metres, (int) Math.round(startBearing) % 360, start));
    decimetres = 0;
  }

  private StepDirection kind(PathPiece piece) {
    return switch (piece) {
      case PathPiece.Passage ignored -> StepDirection.STATION;
      case PathPiece.Straight ignored -> StepDirection.STRAIGHT;
      case PathPiece.OnArc part -> {
        int flags = streets.edges().flags()[part.arc() >> 1];
        if ((flags & StreetFlags.STEPS) != 0) {
          yield StepDirection.STAIRS;
        }
        if ((flags & StreetFlags.ROUNDABOUT) != 0) {
          yield StepDirection.ROUNDABOUT;
        }
        yield (flags & StreetFlags.FERRY) != 0 ? StepDirection.FERRY : StepDirection.STRAIGHT;
      }
    };
  }

  private String name(PathPiece piece) {
    return piece instanceof PathPiece.OnArc part ? streets.names().get(part.arc() >> 1) : "";
  }

  private static StepDirection turn(double before, double after) {
    double angle = difference(before, after);
    double size = Math.abs(angle);
    if (size < SLIGHT_DEGREES) {
      return StepDirection.STRAIGHT;
    }
    if (size >= BACK_DEGREES) {
      return StepDirection.TURN_BACK;
    }
    boolean right = angle > 0;
    if (size < TURN_DEGREES) {
      return right ? StepDirection.SLIGHT_RIGHT : StepDirection.SLIGHT_LEFT;
    }
    if (size < SHARP_DEGREES) {
      return right ? StepDirection.RIGHT : StepDirection.LEFT;
    }
    return right ? StepDirection.SHARP_RIGHT : StepDirection.SHARP_LEFT;
  }

  /// The signed angle from one bearing to another, -180 to 180, right is positive.
  private static double difference(double before, double after) {
    return ((after - before) % 360 + 540) % 360 - 180;
  }
}
