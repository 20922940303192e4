package org.toret.router.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.StreetNetwork;
import org.toret.router.hierarchy.HierarchyRides;
import org.toret.router.hierarchy.HierarchyWeights;
import org.toret.router.walk.EdgeSnap;

/// The hierarchy against the search over arcs on seeded random cities: the same costs, and paths
/// that may be ridden and cost what they are said to.
final class HierarchyRidesTest {

  private static final int SIDE = 16;
  private static final int QUESTIONS = 500;
  private static final int CLOSINGS = 60;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void drivesAsTheSearchOverArcs(long seed) {
    compare(RandomStreets.withCopies(seed, SIDE), StreetMode.CAR, seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void cyclesAsTheSearchOverArcs(long seed) {
    compare(RandomStreets.withCopies(seed, SIDE), StreetMode.BIKE, seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void streetsThatCloseAndSlowDownAreHeeded(long seed) {
    StreetNetwork streets = RandomStreets.withCopies(seed, SIDE);
    City city = new City(streets, StreetMode.CAR);
    Random random = new Random(seed);
    int[] arcs = new int[CLOSINGS];
    int[] costs = new int[CLOSINGS];
    for (int i = 0; i < CLOSINGS; i++) {
      arcs[i] = random.nextInt(city.costs.costs.length);
      boolean closed = random.nextBoolean() || !city.costs.isOpen(arcs[i]);
      costs[i] = closed ? ModeCosts.CLOSED : 2 * city.costs.costs[arcs[i]];
      city.costs.costs[arcs[i]] = costs[i];
    }
    city.compare(city.weights.changed(arcs, costs), seed);
  }

  private static void compare(StreetNetwork streets, StreetMode mode, long seed) {
    City city = new City(streets, mode);
    city.compare(city.weights, seed);
  }

  /// One mode of a city, with both ways to ask.
  private static final class City {

    private final StreetNetwork streets;
    private final ModeCosts costs;
    private final EdgeCopies copies;
    private final Landmarks landmarks;
    private final HierarchyWeights weights;

    City(StreetNetwork streets, StreetMode mode) {
      this.streets = streets;
      costs = new ModeCosts(streets, mode);
      copies = new EdgeCopies(streets);
      landmarks = Landmarks.of(streets, costs);
      weights = costs.weights(streets);
    }

    void compare(HierarchyWeights asked, long seed) {
      ArcSearch slow = new ArcSearch(streets, costs, landmarks, copies);
      HierarchyRides fast = new HierarchyRides(asked, copies::sameCourse);
      Random random = new Random(seed);
      int found = 0;
      for (int i = 0; i < QUESTIONS; i++) {
        EdgeSnap from = snap(random, random.nextInt(streets.edges().count()));
        boolean near = random.nextInt(10) == 0;
        EdgeSnap to = snap(random, near ? from.edge() : random.nextInt(streets.edges().count()));
        int[] expected = slow.find(from, to);
        int[] path = fast.find(from, to);
        String question = "seed " + seed + ", question " + i;
        if (path.length == 0) {
          // it never turns back but at dead ends; the other does when forbidden turns leave no way
          boolean byTurningBack = costs.mode == StreetMode.CAR && turnsBack(expected);
          assertThat(expected.length == 0 || byTurningBack).as(question).isTrue();
        } else {
          found++;
          assertThat(fast.cost()).as(question).isEqualTo(slow.cost());
          assertThat(ridden(path, from, to)).as(question).isEqualTo(fast.cost());
        }
      }
      assertThat(found).isGreaterThan(QUESTIONS / 3);
    }

    private EdgeSnap snap(Random random, int edge) {
      int along = random.nextInt(streets.edges().decimetres()[edge] + 1);
      return new EdgeSnap(edge, along, 0, new GeoPoint(45, 7));
    }

    private boolean turnsBack(int[] path) {
      for (int i = 1; i < path.length; i++) {
        if (path[i] == (path[i - 1] ^ 1)) {
          return true;
        }
      }
      return false;
    }

    /// Rides a path, which must obey all rules; what it costs.
    private int ridden(int[] path, EdgeSnap from, EdgeSnap to) {
      int last = path[path.length - 1];
      assertThat(path[0] >> 1).isEqualTo(from.edge());
      assertThat(copies.sameCourse(to.edge())).contains(last >> 1);
      int cost = 0;
      for (int i = 0; i < path.length; i++) {
        assertThat(costs.isOpen(path[i])).isTrue();
        int start = i == 0 ? before(path[i], from) : 0;
        int end = i == path.length - 1 ? before(path[i], to) : length(path[i]);
        assertThat(end).isGreaterThanOrEqualTo(start);
        cost += (int) ((long) costs.costs[path[i]] * (end - start) / length(path[i]));
        assertThat(i == 0 || mayFollow(path[i - 1], path[i])).isTrue();
      }
      return cost;
    }

    private boolean mayFollow(int arc, int next) {
      if (streets.head(arc) != streets.tail(next)) {
        return false;
      }
      if (next == (arc ^ 1)) {
        return Arrays.stream(streets.arcs().row(streets.head(arc)))
            .allMatch(other -> other == next || !costs.isOpen(other));
      }
      return costs.mode != StreetMode.CAR || !streets.isForbidden(arc, next);
    }

    private int length(int arc) {
      return streets.edges().decimetres()[arc >> 1];
    }

    private int before(int arc, EdgeSnap snap) {
      int along = snap.alongDecimetres();
      return (arc & 1) == 0 ? along : length(arc) - along;
    }
  }
}
