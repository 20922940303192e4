package org.toret.feeds.osm;

import static org.assertj.core.api.Assertions.assertThat;

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

/// Where buses have lanes or ways of their own, by the examples of the wiki of OpenStreetMap.
@Tag("ST-10")
final class BusLanesTest {

  @TempDir Path folder;

  private int flags(String... tags) throws Exception {
    TinyPbf pbf =
        new TinyPbf()
            .node(1, 45.00, 7.60)
            .node(2, 45.01, 7.60)
            .node(3, 45.02, 7.60)
            .way(10, new long[] {1, 2}, tags)
            .way(11, new long[] {2, 3}, "highway=primary", "name=Altra");
    Path file = pbf.write(folder.resolve("a.pbf"));
    StreetNetwork streets =
        switch (OsmImport.read(file, Heights.NONE, new Notices(), (step, share) -> {})) {
          case Outcome.Done<StreetNetwork>(StreetNetwork read) -> read;
          case Outcome.Refused<StreetNetwork> refused -> throw new AssertionError(refused + "");
        };
    for (int edge = 0; edge < streets.edges().count(); edge++) {
      if (streets.names().get(edge).isEmpty()) {
        return streets.edges().flags()[edge];
      }
    }
    throw new AssertionError("no such way");
  }

  @ParameterizedTest
  @CsvSource({
    "busway=lane, true, true",
    "busway:both=lane, true, true",
    "busway:right=lane, true, false",
    "busway:left=lane, false, true",
    "lanes:psv=2, true, true",
    "lanes:psv=1, false, false",
    "lanes:bus:forward=1, true, false",
    "lanes:psv:backward=1, false, true",
    "bus:lanes:forward=no|designated, true, false",
    "psv:lanes:backward=yes|yes, false, false",
    "busway=no, false, false",
    "bus=yes, false, false",
    "motor_vehicle=no, false, false"
  })
  void onStreetsForBothDirections(String tag, boolean forward, boolean backward) throws Exception {
    int flags = flags("highway=secondary", tag);
    assertThat((flags & StreetFlags.BUS_FORWARD) != 0).isEqualTo(forward);
    assertThat((flags & StreetFlags.BUS_BACKWARD) != 0).isEqualTo(backward);
  }

  @ParameterizedTest
  @CsvSource({
    "busway=lane, true, false",
    "busway=opposite_lane, false, true",
    "busway:left=opposite_lane, false, true",
    "busway:right=lane, true, false",
    "lanes:psv=1, true, false",
    "bus:lanes=yes|yes|designated, true, false",
    "psv:lanes=yes|yes, false, false"
  })
  void onOneWayStreets(String tag, boolean forward, boolean backward) throws Exception {
    int flags = flags("highway=secondary", "oneway=yes", tag);
    assertThat((flags & StreetFlags.BUS_FORWARD) != 0).isEqualTo(forward);
    assertThat((flags & StreetFlags.BUS_BACKWARD) != 0).isEqualTo(backward);
    assertThat(flags & StreetFlags.CAR).isEqualTo(StreetFlags.CAR_FORWARD);
  }

  @Test
  void onWaysOfTheirOwn() throws Exception {
    int both = flags("highway=service", "motor_vehicle=no", "bus=yes", "foot=yes");
    assertThat(both & StreetFlags.BUS).isEqualTo(StreetFlags.BUS);
    assertThat(both & StreetFlags.CAR).isZero();
    int oneWay = flags("highway=service", "access=no", "psv=designated", "foot=yes", "oneway=yes");
    assertThat(oneWay & StreetFlags.BUS).isEqualTo(StreetFlags.BUS_FORWARD);
    int open = flags("highway=service", "access=no", "motor_vehicle=yes", "bus=yes", "foot=yes");
    assertThat(open & StreetFlags.BUS).as("cars may").isZero();
  }
}
