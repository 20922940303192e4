package org.toret.router.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.router.walk.EdgeSnap;
import org.toret.router.walk.EdgeSnapper;
import org.toret.router.walk.FootSearch;
import org.toret.router.walk.PlaceLinker;
import org.toret.router.walk.WorkspacePool;

/// Point-to-point paths by bicycle or car, with the few steps on foot between the ends and the
/// street.
final class RidePaths {

  private final StreetNetwork streets;
  private final @Nullable EdgeSnapper snapper;
  private final PathAssembler assembler;
  private final ModeCosts costs;
  private final WorkspacePool<ArcSearch> searches;

  RidePaths(
      StreetNetwork streets,
      @Nullable EdgeSnapper snapper,
      PathAssembler assembler,
      ModeCosts costs,
      Landmarks landmarks,
      EdgeCopies copies) {
    this.streets = streets;
    this.snapper = snapper;
    this.assembler = assembler;
    this.costs = costs;
    searches = new WorkspacePool<>(() -> new ArcSearch(streets, costs, landmarks, copies));
  }

  Optional<StreetPath> find(GeoPoint from, GeoPoint to, PathOptions options) {
    EdgeSnap a = snap(from);
    EdgeSnap b = snap(to);
    if (a == null || b == null) {
      return Optional.empty();
    }
    int[] arcs = searches.with(search -> search.find(a, b));
    if (arcs.length == 0) {
      return Optional.empty();
    }
    StreetPath path = assembled(from, to, a, b, arcs, options);
    boolean tooFar = costs.mode == StreetMode.BIKE && path.metres() > options.maxBikeMetres();
    return tooFar ? Optional.empty() : Optional.of(path);
  }

  private @Nullable EdgeSnap snap(GeoPoint place) {
    if (snapper == null) {
      return null;
    }
    return snapper.nearest(place, PlaceLinker.RADIUS_METRES, costs.link(), StreetFlags.COPY);
  }

  private StreetPath assembled(
      GeoPoint from, GeoPoint to, EdgeSnap a, EdgeSnap b, int[] arcs, PathOptions options) {
    List<PathPiece> pieces = new ArrayList<>();
    pieces.add(new PathPiece.Straight(a.point(), a.offDecimetres()));
    double millis = 0;
    for (int i = 0; i < arcs.length; i++) {
      int whole = streets.edges().decimetres()[arcs[i] >> 1];
      int start = i == 0 ? before(arcs[i], a) : 0;
      int end = i == arcs.length - 1 ? before(arcs[i], b) : whole;
      pieces.add(new PathPiece.OnArc(arcs[i], start, end));
      millis += whole == 0 ? 0 : costs.millis(arcs[i]) * (end - start) / whole;
    }
    pieces.add(new PathPiece.Straight(to, b.offDecimetres()));
    if (costs.mode == StreetMode.BIKE) {
      double ratio = PathOptions.REFERENCE_BIKE_METRES_PER_SECOND / options.bikeMetresPerSecond();
      millis *= ratio;
    }
    int off = a.offDecimetres() + b.offDecimetres();
    int offSeconds = FootSearch.seconds(off, options.walk().metresPerSecond());
    int seconds = (int) Math.ceil(millis / 1000 - 1e-9);
    var totals = new PathAssembler.Totals(seconds + offSeconds, offSeconds, off, false);
    return assembler.assemble(costs.mode, from, pieces, totals);
  }

  /// How far along an arc a point lies.
  private int before(int arc, EdgeSnap snap) {
    int along = snap.alongDecimetres();
    return (arc & 1) == 0 ? along : streets.edges().decimetres()[arc >> 1] - along;
  }
}
