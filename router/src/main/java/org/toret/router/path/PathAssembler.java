package org.toret.router.path;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.StreetEdges;
import org.toret.network.street.StreetNetwork;

/// Makes a [StreetPath] of the pieces that a search found.
final class PathAssembler {

  /// How long it takes, and what of it is off the street.
  record Totals(
      int seconds,
      int offSeconds,
      int offDecimetres,
      boolean estimated,
      StreetPath.@Nullable Traffic traffic) {}

  private final StreetNetwork streets;
  private final CourseLine courses;

  PathAssembler(StreetNetwork streets) {
    this.streets = streets;
    this.courses = new CourseLine(streets);
  }

  StreetPath assemble(StreetMode mode, GeoPoint start, List<PathPiece> pieces, Totals totals) {
    CourseLine.Track track = new CourseLine.Track();
    track.add(start);
    StepWriter steps = new StepWriter(streets);
    GeoPoint here = start;
    long length = 0;
    long up = 0;
    long down = 0;
    for (PathPiece piece : pieces) {
      List<GeoPoint> line = line(here, piece);
      steps.add(piece, line);
      line.forEach(track::add);
      here = line.getLast();
      length += piece.decimetres();
      if (piece instanceof PathPiece.OnArc part) {
        up += climb(part, part.arc());
        down += climb(part, part.arc() ^ 1);
      }
    }
    return new StreetPath(
        mode,
        totals.seconds(),
        metres(length),
        totals.offSeconds(),
        metres(totals.offDecimetres()),
        metres(up),
        metres(down),
        track.points(),
        steps.done(start, here),
        totals.estimated(),
        RideTrack.NONE,
        totals.traffic());
  }

  private List<GeoPoint> line(GeoPoint here, PathPiece piece) {
    return switch (piece) {
      case PathPiece.OnArc(int arc, int from, int to) -> courses.part(arc, from, to);
      case PathPiece.Straight(GeoPoint to, int ignored) -> List.of(here, to);
      case PathPiece.Passage(GeoPoint to, int ignored) -> List.of(here, to);
    };
  }

  /// The ascent along an arc, by the share of it that is used.
  private long climb(PathPiece.OnArc part, int arc) {
    StreetEdges edges = streets.edges();
    int whole = edges.decimetres()[arc >> 1];
    if (!edges.hasElevation() || whole == 0) {
      return 0;
    }
    int[] climbs = (arc & 1) == 0 ? edges.ascentDecimetres() : edges.descentDecimetres();
    return Math.round((double) climbs[arc >> 1] * part.decimetres() / whole);
  }

  private static int metres(long decimetres) {
    return (int) ((decimetres + 5) / 10);
  }
}
