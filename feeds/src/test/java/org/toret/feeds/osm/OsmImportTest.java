package org.toret.feeds.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.base.geo.Heights;
import org.toret.base.notice.Messages;
import org.toret.base.notice.Notices;
import org.toret.base.outcome.Outcome;
import org.toret.network.parking.CarParksBuilder;
import org.toret.network.street.MapFeatures;
import org.toret.network.street.StreetClass;
import org.toret.network.street.StreetEdges;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.network.street.StreetSurface;

@Tag("ST-01")
final class OsmImportTest {

  @TempDir Path folder;

  private final Notices notices = new Notices();

  /// Four streets meet at node 1: west 2, east 3, north 4, south 5; beyond 4 lies 6.
  private static TinyPbf crossing() {
    return new TinyPbf()
        .node(1, 45.000, 7.600)
        .node(2, 45.000, 7.598)
        .node(3, 45.000, 7.602)
        .node(4, 45.002, 7.600)
        .node(5, 44.998, 7.600)
        .node(6, 45.002, 7.602)
        .way(10, new long[] {2, 1}, "highway=residential", "name=Via Ovest")
        .way(11, new long[] {1, 3}, "highway=primary", "name=Corso Est", "oneway=yes")
        .way(12, new long[] {1, 4}, "highway=residential", "name=Via Nord", "surface=sett")
        .way(13, new long[] {5, 1}, "highway=steps")
        .way(14, new long[] {4, 6}, "highway=cycleway");
  }

  private Outcome<StreetNetwork> read(Path... files) {
    return OsmImport.read(
        List.of(files), Heights.NONE, new CarParksBuilder(), notices, (step, share) -> {});
  }

  private StreetNetwork streets(Path... files) {
    return switch (read(files)) {
      case Outcome.Done<StreetNetwork>(StreetNetwork streets) -> streets;
      case Outcome.Refused<StreetNetwork> refused -> throw new AssertionError(refused.toString());
    };
  }

  private StreetNetwork streets(TinyPbf pbf) throws Exception {
    return streets(pbf.write(folder.resolve("a.pbf")));
  }

  private static int named(StreetNetwork streets, String name) {
    for (int edge = 0; edge < streets.edges().count(); edge++) {
      if (streets.names().get(edge).equals(name)) {
        return edge;
      }
    }
    throw new AssertionError("No street " + name);
  }

  private static int classed(StreetNetwork streets, StreetClass wanted) {
    for (int edge = 0; edge < streets.edges().count(); edge++) {
      if (streets.edges().streetClass(edge) == wanted) {
        return edge;
      }
    }
    throw new AssertionError("No street " + wanted);
  }

  private static String refusal(Outcome<StreetNetwork> outcome) {
    return outcome instanceof Outcome.Refused<StreetNetwork> refused ? refused.code() : "done";
  }

  @Test
  void understandsWhoMayGoWhere() throws Exception {
    StreetNetwork streets = streets(crossing());
    StreetEdges edges = streets.edges();
    int east = named(streets, "Corso Est");
    int forwardCar = edges.flags()[east] & StreetFlags.CAR;
    assertThat(forwardCar).isIn(StreetFlags.CAR_FORWARD, StreetFlags.CAR_BACKWARD);
    assertThat(edges.has(east, StreetFlags.FOOT)).isTrue();
    int west = named(streets, "Via Ovest");
    assertThat(edges.has(west, StreetFlags.CAR | StreetFlags.BIKE | StreetFlags.FOOT)).isTrue();
    assertThat(edges.decimetres()[west]).isBetween(1560, 1585);
    int steps = classed(streets, StreetClass.STEPS);
    assertThat(edges.has(steps, StreetFlags.FOOT | StreetFlags.STEPS)).isTrue();
    assertThat(edges.flags()[steps] & (StreetFlags.CAR | StreetFlags.WHEELCHAIR)).isZero();
    assertThat(edges.footKmh()[steps]).isLessThan(edges.footKmh()[west]);
    int cycle = classed(streets, StreetClass.CYCLEWAY);
    assertThat(edges.has(cycle, StreetFlags.BIKE | StreetFlags.CYCLE_FACILITY)).isTrue();
    assertThat(edges.flags()[cycle] & StreetFlags.CAR).isZero();
    assertThat(edges.comforts()[cycle]).isGreaterThan(edges.comforts()[east]);
    int north = named(streets, "Via Nord");
    assertThat(edges.surfaces()[north]).isEqualTo((byte) StreetSurface.COBBLES.ordinal());
  }

  @Test
  void aDirectionIsClosedToWalkersOnlyByATagThatClosesIt() throws Exception {
    TinyPbf pbf =
        crossing()
            .way(
                20,
                new long[] {4, 2},
                "highway=residential",
                "name=Corso Italia",
                "oneway=yes",
                "oneway:foot=no",
                "foot:backward=yes")
            .way(
                21, new long[] {4, 3}, "highway=residential", "name=Via Unica", "foot:backward=no");
    StreetNetwork streets = streets(pbf);
    int both = streets.edges().flags()[named(streets, "Corso Italia")] & StreetFlags.FOOT;
    assertThat(both).isEqualTo(StreetFlags.FOOT);
    int one = streets.edges().flags()[named(streets, "Via Unica")] & StreetFlags.FOOT;
    assertThat(one).isNotZero().isNotEqualTo(StreetFlags.FOOT);
  }

  @Test
  void followsTurnRestrictions() throws Exception {
    TinyPbf pbf =
        crossing()
            .relation(
                20,
                List.of("from:w10", "via:n1", "to:w12"),
                "type=restriction",
                "restriction=no_left_turn");
    StreetNetwork streets = streets(pbf);
    int west = named(streets, "Via Ovest");
    int north = named(streets, "Via Nord");
    assertThat(streets.forbiddenTurns().values()).hasSize(1);
    int from = 2 * west;
    int to = 2 * north;
    boolean found = false;
    for (int i = 0; i < 4; i++) {
      found |= streets.isForbidden(from + (i & 1), to + (i >> 1));
    }
    assertThat(found).isTrue();
  }

  @Test
  void sparesBicyclesAndExceptedVehicles() throws Exception {
    TinyPbf pbf =
        crossing()
            .relation(
                20,
                List.of("from:w10", "via:n1", "to:w12"),
                "type=restriction",
                "restriction=no_left_turn",
                "except=motorcar");
    assertThat(streets(pbf).forbiddenTurns().values()).isEmpty();
  }

  @Test
  void copiesTheEdgeOfARestrictionOverAWay() throws Exception {
    TinyPbf pbf =
        crossing()
            .node(7, 45.004, 7.600)
            .way(15, new long[] {4, 7}, "highway=residential", "name=Via Alta")
            .relation(
                20,
                List.of("from:w10", "via:w12", "to:w15"),
                "type=restriction",
                "restriction=no_straight_on");
    StreetNetwork streets = streets(pbf);
    int copies = 0;
    for (int edge = 0; edge < streets.edges().count(); edge++) {
      copies += streets.edges().has(edge, StreetFlags.COPY) ? 1 : 0;
    }
    assertThat(copies).isEqualTo(1);
    assertThat(streets.forbiddenTurns().values()).isNotEmpty();
  }

  @Test
  void takesHeightsFromNodesThatHaveThem() throws Exception {
    TinyPbf pbf =
        new TinyPbf()
            .node(1, 45.000, 7.600, "ele=240")
            .node(2, 45.001, 7.600, "ele=250")
            .node(3, 45.002, 7.600, "ele=246.5")
            .way(10, new long[] {1, 2, 3}, "highway=residential", "name=Via Alta");
    StreetNetwork streets = streets(pbf);
    assertThat(streets.nodes().hasElevation()).isTrue();
    int[] climbs = {streets.edges().ascentDecimetres()[0], streets.edges().descentDecimetres()[0]};
    Arrays.sort(climbs);
    assertThat(climbs).containsExactly(35, 100);
    assertThat(notices.count("streets_elevation")).isEqualTo(1);
    assertThat(streets(crossing()).nodes().hasElevation()).isFalse();
  }

  @Test
  void drawsWaterGreenAndPlaces() throws Exception {
    TinyPbf pbf =
        crossing()
            .node(31, 45.01, 7.60)
            .node(32, 45.01, 7.61)
            .node(33, 45.02, 7.61)
            .node(34, 45.02, 7.60)
            .node(40, 45.03, 7.62, "place=suburb", "name=San Salvario")
            .way(50, new long[] {31, 32, 33})
            .way(51, new long[] {31, 34, 33})
            .way(52, new long[] {31, 32, 33, 34, 31}, "leisure=park", "name=Il Valentino")
            .way(53, new long[] {31, 33}, "waterway=river", "name=Po")
            .relation(60, List.of("outer:w50", "outer:w51"), "type=multipolygon", "natural=water");
    MapFeatures features = streets(pbf).features();
    List<String> drawn =
        java.util.stream.IntStream.range(0, features.count())
            .mapToObj(i -> features.kind(i) + " " + features.names().get(i))
            .toList();
    assertThat(drawn)
        .containsExactly("QUARTER San Salvario", "PARK Il Valentino", "WATERWAY Po", "WATER_AREA ");
    int lake = features.firstRing(3);
    assertThat(features.endRing(3)).isEqualTo(lake + 1);
    int first = features.ringOffsets()[lake];
    int last = features.ringOffsets()[lake + 1] - 1;
    assertThat(last - first).isEqualTo(4);
    assertThat(features.latsE7()[first]).isEqualTo(features.latsE7()[last]);
  }

  @Test
  void joinsTwoExtractsThatOverlap() throws Exception {
    Path whole = crossing().write(folder.resolve("whole.pbf"));
    TinyPbf west =
        new TinyPbf()
            .node(1, 45.000, 7.600)
            .node(2, 45.000, 7.598)
            .node(4, 45.002, 7.600)
            .way(10, new long[] {2, 1}, "highway=residential", "name=Via Ovest")
            .way(12, new long[] {1, 4}, "highway=residential", "name=Via Nord", "surface=sett");
    TinyPbf east =
        new TinyPbf()
            .node(1, 45.000, 7.600)
            .node(3, 45.000, 7.602)
            .node(4, 45.002, 7.600)
            .node(5, 44.998, 7.600)
            .node(6, 45.002, 7.602)
            .way(11, new long[] {1, 3}, "highway=primary", "name=Corso Est", "oneway=yes")
            .way(12, new long[] {1, 4}, "highway=residential", "name=Via Nord", "surface=sett")
            .way(13, new long[] {5, 1}, "highway=steps")
            .way(14, new long[] {4, 6}, "highway=cycleway");
    StreetNetwork joined =
        streets(west.write(folder.resolve("w.pbf")), east.write(folder.resolve("e.pbf")));
    StreetNetwork once = streets(whole);
    assertThat(joined.nodes()).usingRecursiveComparison().isEqualTo(once.nodes());
    assertThat(joined.edges().count()).isEqualTo(once.edges().count());
    assertThat(notices.count("streets_joined")).isEqualTo(1);
  }

  @Test
  void alwaysGivesTheSame() throws Exception {
    Path file = crossing().write(folder.resolve("a.pbf"));
    assertThat(streets(file)).usingRecursiveComparison().isEqualTo(streets(file));
  }

  @Test
  void refusesForeignEmptyAndStreetlessFiles() throws Exception {
    Path text = Files.writeString(folder.resolve("t.pbf"), "stop_id,stop_name\n1,Porta Nuova\n");
    Path empty = Files.createFile(folder.resolve("e.pbf"));
    Path noStreet = new TinyPbf().node(1, 45, 7).write(folder.resolve("n.pbf"));
    assertThat(refusal(read(text))).isEqualTo("osm_not_pbf");
    assertThat(refusal(read(empty))).isEqualTo("osm_not_pbf");
    assertThat(refusal(read(folder.resolve("missing.pbf")))).isEqualTo("osm_unreadable");
    assertThat(refusal(read(noStreet))).isEqualTo("osm_no_streets");
    assertThat(OsmImport.isPbf(text)).isFalse();
    assertThat(OsmImport.isPbf(noStreet)).isTrue();
  }

  @Test
  void usesTheGoodFileBesideABadOne() throws Exception {
    Path good = crossing().write(folder.resolve("a.pbf"));
    Path bad = Files.createFile(folder.resolve("b.pbf"));
    assertThat(streets(bad, good).edges().count()).isEqualTo(5);
    assertThat(notices.count("osm_not_pbf")).isEqualTo(1);
    assertThat(notices.hasErrors()).isTrue();
  }

  @Test
  void refusesWhatIsCutOff() throws Exception {
    byte[] whole = Files.readAllBytes(crossing().write(folder.resolve("a.pbf")));
    for (int length = whole.length - 1; length > 60; length -= 37) {
      Path cut = Files.write(folder.resolve("cut.pbf"), Arrays.copyOf(whole, length));
      assertThat(refusal(read(cut))).as("%d bytes", length).isIn("osm_truncated", "osm_no_streets");
    }
  }

  @Test
  void neverCrashesOnDamage() throws Exception {
    byte[] whole = Files.readAllBytes(crossing().write(folder.resolve("a.pbf")));
    Random random = new Random(3);
    int refused = 0;
    for (int i = 0; i < 60; i++) {
      byte[] damaged = whole.clone();
      for (int k = 0; k < 4; k++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Outcome<StreetNetwork> outcome = read(Files.write(folder.resolve("d.pbf"), damaged));
      refused += outcome instanceof Outcome.Refused ? 1 : 0;
    }
    assertThat(refused).isPositive();
  }

  @Test
  void speaksBothLanguages() {
    Messages messages = OsmImport.messages(new Messages());
    assertThat(messages.codes("it")).isEqualTo(messages.codes("en"));
    assertThat(messages.codes("en"))
        .contains(
            "osm_unreadable",
            "osm_not_pbf",
            "osm_truncated",
            "osm_damaged",
            "osm_no_streets",
            "osm_features_failed",
            "streets_read",
            "streets_joined",
            "streets_elevation");
  }

  /// A street with a private drive, a court behind a private gate on the same drive, and a yard
  /// nobody may enter.
  @Test
  void keepsPrivateWaysForThoseWhoBeginOrEndThere() throws Exception {
    TinyPbf pbf =
        crossing()
            .node(20, 45.001, 7.598)
            .node(21, 45.002, 7.598, "barrier=gate", "access=private")
            .node(22, 45.003, 7.598)
            .node(23, 45.001, 7.597)
            .way(30, new long[] {2, 20}, "highway=service", "access=private", "name=Vicolo")
            .way(31, new long[] {20, 21, 22}, "highway=service", "name=Corte")
            .way(32, new long[] {20, 23}, "highway=service", "access=no", "name=Deposito")
            .way(33, new long[] {2, 23}, "highway=path", "access=private", "foot=yes", "name=Orto");
    StreetNetwork streets = streets(pbf);
    StreetEdges edges = streets.edges();
    int drive = named(streets, "Vicolo");
    assertThat(edges.flags()[drive] & StreetFlags.FOOT).isZero();
    assertThat(edges.has(drive, StreetFlags.FOOT_PRIVATE | StreetFlags.FOOT_PRIVATE_LINK)).isTrue();
    assertThat(edges.footKmh()[drive]).isEqualTo((byte) 5);
    int court = named(streets, "Corte");
    assertThat(edges.has(court, StreetFlags.FOOT | StreetFlags.FOOT_PRIVATE_LINK)).isTrue();
    assertThat(edges.has(court, StreetFlags.FOOT_PRIVATE)).isFalse();
    int garden = named(streets, "Orto");
    assertThat(edges.has(garden, StreetFlags.FOOT)).isTrue();
    assertThat(edges.has(garden, StreetFlags.FOOT_PRIVATE)).isFalse();
    for (int edge = 0; edge < edges.count(); edge++) {
      assertThat(streets.names().get(edge)).isNotEqualTo("Deposito");
    }
  }
}
