package org.toret.feeds.osm;

import static org.assertj.core.api.Assertions.assertThat;

import com.graphhopper.reader.ReaderWay;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toret.base.geo.Heights;
import org.toret.base.notice.Notices;
import org.toret.base.outcome.Outcome;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;

/// Levels of traffic stress against the tables of MTI report 11-19 (2012), read cell by cell, and
/// the tags of OpenStreetMap that lead to them.
@Tag("BI-02")
final class TrafficStressTest {

  private static ReaderWay way(String... tags) {
    ReaderWay way = new ReaderWay(1);
    for (String tag : tags) {
      way.setTag(tag.substring(0, tag.indexOf('=')), tag.substring(tag.indexOf('=') + 1));
    }
    return way;
  }

  private static int forward(String... tags) {
    return CyclingTags.stress(way(tags), true);
  }

  private static int backward(String... tags) {
    return CyclingTags.stress(way(tags), false);
  }

  /// Table 4, mixed traffic: 25, 30 and 35 mph by 2 to 3, 4 to 5 and 6 lanes; the higher value
  /// where there is a centre line, the lower in residential streets.
  @ParameterizedTest
  @CsvSource({
    "25, 2, 2, 1", "25, 4, 3, 3", "25, 6, 4, 4",
    "30, 2, 3, 2", "30, 4, 4, 4", "30, 6, 4, 4",
    "35, 2, 4, 4", "35, 4, 4, 4", "35, 6, 4, 4"
  })
  void mixedTraffic(int mph, int lanes, int marked, int residential) {
    String speed = "maxspeed=" + mph + " mph";
    assertThat(forward("highway=secondary", speed, "lanes=" + lanes)).isEqualTo(marked);
    assertThat(forward("highway=residential", speed, "lanes=" + lanes)).isEqualTo(residential);
    assertThat(forward("highway=secondary", speed, "lanes=" + lanes, "lane_markings=no"))
        .isEqualTo(residential);
  }

  /// Table 3, bicycle lanes not alongside a parking lane: through lanes per direction, speed.
  @ParameterizedTest
  @CsvSource({"30, 2, 1", "30, 4, 3", "30, 6, 3", "35, 2, 3", "35, 4, 3", "40, 2, 4", "40, 4, 4"})
  void lanes(int mph, int lanes, int level) {
    assertThat(
            forward(
                "highway=primary", "cycleway=lane", "maxspeed=" + mph + " mph", "lanes=" + lanes))
        .isEqualTo(level);
  }

  /// The other carriageway is behind a median: level 2 for two lanes.
  @Test
  void aMedianHelps() {
    assertThat(forward("highway=primary", "cycleway=lane", "oneway=yes", "lanes=2")).isEqualTo(2);
  }

  /// Table 2, bicycle lanes alongside a parking lane.
  @ParameterizedTest
  @CsvSource({"25, 2, 1", "30, 2, 2", "35, 2, 3", "40, 2, 4", "25, 4, 3", "30, 4, 3"})
  void lanesBesideParkedCars(int mph, int lanes, int level) {
    assertThat(
            forward(
                "highway=primary",
                "cycleway:both=lane",
                "parking:right=lane",
                "maxspeed=" + mph + " mph",
                "lanes=" + lanes))
        .isEqualTo(level);
  }

  @Test
  void waysApartFromCarsAreForChildren() {
    assertThat(forward("highway=cycleway")).isEqualTo(1);
    assertThat(forward("highway=trunk", "maxspeed=90", "cycleway:right=track")).isEqualTo(1);
    assertThat(forward("highway=footway", "bicycle=yes")).isEqualTo(1);
    assertThat(forward("highway=living_street")).isEqualTo(1);
    assertThat(forward("highway=service")).isEqualTo(1);
  }

  /// What is usual in an Italian town where nothing is told: 50 km/h, one lane in a direction.
  @ParameterizedTest
  @CsvSource({
    "residential, 2",
    "unclassified, 2",
    "tertiary, 3",
    "secondary, 3",
    "primary, 3",
    "trunk, 4"
  })
  void withoutATagTheUsualHolds(String highway, int level) {
    assertThat(forward("highway=" + highway)).isEqualTo(level);
  }

  @Test
  void speedsAreReadAsTheyAreWritten() {
    String street = "highway=residential";
    assertThat(forward(street, "maxspeed=30")).isEqualTo(1);
    assertThat(forward(street, "maxspeed=IT:urban")).isEqualTo(2);
    assertThat(forward(street, "source:maxspeed=IT:rural")).isEqualTo(4);
    assertThat(forward(street, "zone:maxspeed=IT:30")).isEqualTo(1);
    assertThat(forward(street, "zone:traffic=IT:rural")).isEqualTo(4);
    assertThat(forward(street, "maxspeed=walk")).isEqualTo(1);
    assertThat(forward(street, "maxspeed=signals")).isEqualTo(2);
    assertThat(forward(street, "maxspeed=30", "maxspeed:forward=70")).isEqualTo(4);
    assertThat(backward(street, "maxspeed=30", "maxspeed:forward=70")).isEqualTo(1);
  }

  private static String kinds(String... tags) {
    return CyclingTags.kind(way(tags), true) + " " + CyclingTags.kind(way(tags), false);
  }

  /// After the examples of the wiki, *Key:cycleway* and *Bicycle*: L1 to S4, for traffic that keeps
  /// to the right.
  @Test
  void lanesServeTheirDirection() {
    assertThat(kinds("highway=residential")).isEqualTo("NONE NONE");
    assertThat(kinds("highway=secondary", "cycleway=lane")).isEqualTo("LANE LANE");
    assertThat(kinds("highway=secondary", "cycleway:right=lane")).isEqualTo("LANE NONE");
    assertThat(kinds("highway=secondary", "cycleway:left=track", "cycleway:right=lane"))
        .isEqualTo("LANE TRACK");
    assertThat(kinds("highway=secondary", "cycleway:right=track", "cycleway:right:oneway=no"))
        .isEqualTo("TRACK TRACK");
    assertThat(kinds("highway=secondary", "cycleway=separate")).isEqualTo("NONE NONE");
    assertThat(kinds("highway=secondary", "cycleway=shared_lane")).isEqualTo("NONE NONE");
    assertThat(kinds("highway=tertiary", "oneway=yes", "cycleway=lane")).isEqualTo("LANE NONE");
    assertThat(kinds("highway=tertiary", "oneway=yes", "cycleway:left=lane"))
        .isEqualTo("LANE NONE");
    assertThat(kinds("highway=tertiary", "oneway=yes", "cycleway=opposite_lane"))
        .isEqualTo("NONE LANE");
    assertThat(
            kinds(
                "highway=tertiary",
                "oneway=yes",
                "cycleway:left=lane",
                "cycleway:left:oneway=-1",
                "cycleway:right=lane"))
        .isEqualTo("LANE LANE");
    assertThat(kinds("highway=path", "bicycle=designated")).isEqualTo("TRACK TRACK");
    assertThat(kinds("highway=path", "bicycle=yes")).isEqualTo("NONE NONE");
  }

  /// A street with a lane one way and 70 km/h the other, as it is kept.
  @Test
  void theColumnsKeepDirectionsApart(@TempDir Path folder) throws Exception {
    TinyPbf pbf =
        new TinyPbf()
            .node(1, 45.00, 7.60)
            .node(2, 45.01, 7.60)
            .way(
                10,
                new long[] {1, 2},
                "highway=secondary",
                "maxspeed=50",
                "maxspeed:backward=70",
                "cycleway:right=lane");
    var read =
        OsmImport.read(
            pbf.write(folder.resolve("a.pbf")), Heights.NONE, new Notices(), (step, share) -> {});
    if (!(read instanceof Outcome.Done<StreetNetwork>(StreetNetwork streets))) {
      throw new AssertionError(read);
    }
    int flags = streets.edges().flags()[0];
    // numbered anew, an edge may run against its way
    boolean forward = (flags & StreetFlags.CYCLE_FACILITY) == StreetFlags.CYCLE_FORWARD;
    assertThat(flags & StreetFlags.CYCLE_FACILITY)
        .isIn(StreetFlags.CYCLE_FORWARD, StreetFlags.CYCLE_BACKWARD);
    assertThat(StreetFlags.stress(flags, forward)).isEqualTo(1);
    assertThat(StreetFlags.stress(flags, !forward)).isEqualTo(4);
  }
}
