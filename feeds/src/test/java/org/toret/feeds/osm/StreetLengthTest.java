package org.toret.feeds.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.base.geo.Heights;
import org.toret.base.notice.Notices;
import org.toret.base.outcome.Outcome;
import org.toret.network.parking.CarParksBuilder;
import org.toret.network.street.StreetNetwork;

/// Streets are as long as their geometry.
@Tag("ST-01")
final class StreetLengthTest {

  @TempDir Path folder;

  /// A road over a peak of known height in a city without heights, and one that leaves the area of
  /// the model of heights: neither is longer for that.
  @Test
  void heightsKnownInPartMakeNoRoadLonger() throws Exception {
    TinyPbf pbf =
        new TinyPbf()
            .node(1, 45.000, 7.600)
            .node(2, 45.001, 7.600, "ele=287", "natural=peak")
            .node(3, 45.002, 7.600)
            .node(4, 45.003, 7.600, "ele=290")
            .way(10, new long[] {1, 2, 3}, "highway=residential", "name=Via del Monte")
            .way(11, new long[] {3, 4}, "highway=residential", "name=Via al Confine");
    Outcome<StreetNetwork> read =
        OsmImport.read(
            List.of(pbf.write(folder.resolve("a.pbf"))),
            Heights.NONE,
            new CarParksBuilder(),
            new Notices(),
            (step, share) -> {});
    assertThat(read).isInstanceOf(Outcome.Done.class);
    StreetNetwork streets = ((Outcome.Done<StreetNetwork>) read).value();
    assertThat(streets.edges().decimetres()).hasSize(2);
    assertThat(streets.edges().decimetres()[0]).isBetween(2220, 2228);
    assertThat(streets.edges().decimetres()[1]).isBetween(1110, 1114);
    assertThat(streets.edges().ascentDecimetres()).as("no climb is told").isEmpty();
  }
}
