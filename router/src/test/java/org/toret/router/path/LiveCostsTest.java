package org.toret.router.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.StreetNetwork;
import org.toret.network.traffic.ArcSpeeds;
import org.toret.router.walk.EdgeSnap;
import org.toret.router.walk.StopSites;
import org.toret.router.walk.WalkOptions;

/// Cars on random cities at speeds of now, slower and faster than published, with streets closed:
/// what the repaired hierarchy and the shrunken bounds find costs the same as a search whose bounds
/// are made anew for these costs.
@Tag("RT-41")
final class LiveCostsTest {

  private static final int SIDE = 14;
  private static final int QUESTIONS = 300;
  private static final PathOptions OPTIONS = PathOptions.of(WalkOptions.upTo(3000));

  private static ArcSpeeds speeds(StreetNetwork streets, Random random) {
    int arcs = 2 * streets.edges().count();
    byte[] kmh = new byte[arcs];
    BitSet closed = new BitSet();
    for (int arc = 0; arc < arcs; arc++) {
      if (random.nextInt(5) == 0) {
        kmh[arc] = (byte) (3 + random.nextInt(100));
      }
      closed.set(arc, random.nextInt(40) == 0);
    }
    return new ArcSpeeds(kmh, closed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whatIsFoundCostsTheSameAsWithBoundsMadeAnew(long seed) {
    StreetNetwork streets = RandomStreets.withCopies(seed, SIDE);
    Random random = new Random(seed);
    ModeCosts published = new ModeCosts(streets, StreetMode.CAR);
    ModeCosts now = published.at(speeds(streets, random));
    EdgeCopies copies = new EdgeCopies(streets);
    ArcSearch anew = new ArcSearch(streets, now, Landmarks.of(streets, now), copies);
    Landmarks followed = Landmarks.of(streets, published).following(published, now);
    ArcSearch following = new ArcSearch(streets, now, followed, copies);
    int found = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      EdgeSnap from = snap(streets, random);
      EdgeSnap to = snap(streets, random);
      int expected = anew.find(from, to).length == 0 ? -1 : anew.cost();
      int cost = following.find(from, to).length == 0 ? -1 : following.cost();
      assertThat(cost).as("seed %d, question %d", seed, i).isEqualTo(expected);
      found += expected > 0 ? 1 : 0;
    }
    assertThat(found).isGreaterThan(QUESTIONS / 3);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void wholeRidesTakeAsLongAsInTheSearchOverArcs(long seed) {
    StreetNetwork streets = RandomStreets.withCopies(seed, SIDE);
    Random random = new Random(seed);
    StreetRouter published = StreetRouter.of(streets, StopSites.of(new int[0], new int[0]), 0);
    ArcSpeeds speeds = speeds(streets, random);
    StreetRouter live = published.with(speeds);
    ModeCosts now = new ModeCosts(streets, StreetMode.CAR).at(speeds);
    EdgeCopies copies = new EdgeCopies(streets);
    ArcSearch slow = new ArcSearch(streets, now, Landmarks.of(streets, now), copies);
    int found = 0;
    int other = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      EdgeSnap from = snap(streets, random);
      EdgeSnap to = snap(streets, random);
      int[] expected = slow.find(from, to);
      int[] arcs = live.rides(StreetMode.CAR).arcs(from, to);
      assertThat(arcs.length == 0).isEqualTo(expected.length == 0);
      if (arcs.length > 0) {
        found++;
        assertThat(cost(now, streets, arcs, from, to))
            .isEqualTo(cost(now, streets, expected, from, to));
        int[] before = published.rides(StreetMode.CAR).arcs(from, to);
        other += java.util.Arrays.equals(before, arcs) ? 0 : 1;
      }
    }
    assertThat(found).isGreaterThan(QUESTIONS / 3);
    assertThat(other).isGreaterThan(found / 4);
  }

  /// Nothing told changes nothing, and what is told is said of the way.
  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void theWaySaysWhatTrafficHasToDoWithIt(long seed) {
    StreetNetwork streets = RandomStreets.of(seed, SIDE);
    Random random = new Random(seed);
    StreetRouter published = StreetRouter.of(streets, StopSites.of(new int[0], new int[0]), 0);
    byte[] half = new byte[2 * streets.edges().count()];
    for (int arc = 0; arc < half.length; arc++) {
      byte[] kmh =
          (arc & 1) == 0 ? streets.edges().carForwardKmh() : streets.edges().carBackwardKmh();
      half[arc] = (byte) (kmh[arc >> 1] / 2);
    }
    StreetRouter slow = published.with(new ArcSpeeds(half, new BitSet()));
    int compared = 0;
    for (int i = 0; i < 60; i++) {
      Endpoint from = Endpoint.of(RandomStreets.place(random, SIDE));
      Endpoint to = Endpoint.of(RandomStreets.place(random, SIDE));
      var before = published.path(from, to, StreetMode.CAR, OPTIONS);
      var after = slow.path(from, to, StreetMode.CAR, OPTIONS);
      assertThat(after.isPresent()).isEqualTo(before.isPresent());
      if (after.isEmpty()) {
        continue;
      }
      compared++;
      assertThat(before.get().traffic()).isNull();
      StreetPath.Traffic traffic = java.util.Objects.requireNonNull(after.get().traffic());
      int driven = after.get().metres() - after.get().offStreetMetres();
      assertThat(traffic.toldMetres()).isBetween(driven - 1, driven + 1);
      int off = after.get().offStreetSeconds();
      assertThat((double) after.get().seconds() - off)
          .isBetween(
              1.99 * (traffic.publishedSeconds() - off) - 2,
              2.1 * (traffic.publishedSeconds() - off) + 2);
    }
    assertThat(compared).isGreaterThan(30);
  }

  private static int cost(
      ModeCosts costs, StreetNetwork streets, int[] arcs, EdgeSnap from, EdgeSnap to) {
    int cost = 0;
    for (int i = 0; i < arcs.length; i++) {
      int whole = streets.edges().decimetres()[arcs[i] >> 1];
      int start = i == 0 ? from.along(arcs[i], whole) : 0;
      int end = i == arcs.length - 1 ? to.along(arcs[i], whole) : whole;
      assertThat(costs.isOpen(arcs[i])).isTrue();
      cost += (int) ((long) costs.costs[arcs[i]] * (end - start) / whole);
    }
    return cost;
  }

  private static EdgeSnap snap(StreetNetwork streets, Random random) {
    int edge = random.nextInt(streets.edges().count());
    int along = random.nextInt(streets.edges().decimetres()[edge] + 1);
    return new EdgeSnap(edge, along, 0, new GeoPoint(45, 7));
  }
}
