package org.toret.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.router.hierarchy.HierarchyWeights;
import org.toret.router.journey.CityEngine;
import org.toret.router.path.EdgeLimits;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetRouter;
import org.toret.router.path.VehicleRides;
import org.toret.router.walk.EdgeSnap;
import org.toret.router.walk.EdgeSnapper;
import org.toret.router.walk.PlaceLinker;

/// Rides from point to point of the street by car and bicycle, arcs and nothing else: asked of the
/// hierarchy, searched arc by arc, and how long it takes to weigh the hierarchy, all of it or where
/// some streets change.
final class StreetSuite {

  private static final int WEIGHINGS = 20;
  private static final int[] CHANGES = {1, 10, 100, 1000};

  private final CityEngine engine;
  private final Questions questions;
  private final Stopwatch stopwatch = new Stopwatch();

  StreetSuite(CityEngine engine, Questions questions) {
    this.engine = engine;
    this.questions = questions;
  }

  List<Sample> run() {
    List<Sample> samples = new ArrayList<>();
    add(samples, StreetMode.CAR, "car", StreetFlags.CAR_LINK);
    add(samples, StreetMode.BIKE, "bike", StreetFlags.BIKE_LINK);
    return samples;
  }

  private void add(List<Sample> samples, StreetMode mode, String name, int link) {
    StreetNetwork streets = engine.city().streets();
    List<EdgeSnap[]> pairs = pairs(streets, link);
    VehicleRides rides = engine.streets().rides(mode);
    samples.add(ask(name + ".hierarchy", rides, pairs));
    samples.add(ask(name + ".arcs", arcByArc(streets, mode), pairs));
    rides.weights().ifPresent(weights -> weigh(samples, name, weights));
  }

  private List<EdgeSnap[]> pairs(StreetNetwork streets, int link) {
    List<EdgeSnap[]> pairs = new ArrayList<>();
    if (streets.isEmpty()) {
      return pairs;
    }
    EdgeSnapper snapper = new EdgeSnapper(streets, StreetRouter.KERB_METRES);
    double radius = PlaceLinker.RADIUS_METRES;
    for (int i = 0; i < questions.count(); i++) {
      EdgeSnap from = snapper.nearest(questions.from().get(i), radius, link, 0);
      EdgeSnap to = snapper.nearest(questions.to().get(i), radius, link, 0);
      if (from != null && to != null) {
        pairs.add(new EdgeSnap[] {from, to});
      }
    }
    return pairs;
  }

  /// Limits that limit nothing: under limits every ride is searched arc by arc.
  private VehicleRides arcByArc(StreetNetwork streets, StreetMode mode) {
    byte[] free = new byte[streets.edges().count()];
    Arrays.fill(free, EdgeLimits.FREE);
    return engine.streets().rides(mode, new EdgeLimits(free));
  }

  private Sample ask(String name, VehicleRides rides, List<EdgeSnap[]> pairs) {
    return stopwatch.run(
        "streets." + name,
        pairs.size(),
        i -> rides.arcs(pairs.get(i)[0], pairs.get(i)[1]).length > 0);
  }

  private void weigh(List<Sample> samples, String name, HierarchyWeights weights) {
    int[] costs = new int[2 * engine.city().streets().edges().count()];
    Arrays.setAll(costs, weights::cost);
    samples.add(
        stopwatch.run(
            "streets." + name + ".weigh",
            WEIGHINGS,
            i -> HierarchyWeights.of(weights.hierarchy(), costs) != weights));
    int[] open =
        java.util.stream.IntStream.range(0, costs.length)
            .filter(arc -> costs[arc] != HierarchyWeights.CLOSED)
            .toArray();
    for (int count : CHANGES) {
      if (count <= open.length) {
        samples.add(change(name + ".change" + count, count, weights, open));
      }
    }
  }

  /// Some arcs anywhere take twice as long, or close.
  private Sample change(String name, int count, HierarchyWeights weights, int[] open) {
    Random random = new Random(count);
    int[][] arcs = new int[WEIGHINGS][count];
    int[][] costs = new int[WEIGHINGS][count];
    for (int i = 0; i < WEIGHINGS; i++) {
      for (int j = 0; j < count; j++) {
        arcs[i][j] = open[random.nextInt(open.length)];
        boolean closed = random.nextBoolean();
        costs[i][j] = closed ? HierarchyWeights.CLOSED : 2 * weights.cost(arcs[i][j]);
      }
    }
    return stopwatch.run(
        "streets." + name, WEIGHINGS, i -> weights.changed(arcs[i], costs[i]) != weights);
  }
}
