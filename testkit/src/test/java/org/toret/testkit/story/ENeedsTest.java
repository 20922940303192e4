package org.toret.testkit.story;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// E: needs and bans: wheelchairs, bicycles, modes, calls without boarding or alighting.
final class ENeedsTest {

  @Test
  @Tag("SR-08")
  void e01VehicleThatDoesNotTakeWheelchairs() {
    Story.in(
            """
            line 1 bus wheelchair=no  A 08:00 B 08:10
            line 1 bus wheelchair=yes A 08:05 B 08:20
            """)
        .expect("leave 08:00 window 0s A > B", "08:00 A 1 B 08:10")
        .expect("leave 08:00 A > B stepfree", "08:05 A 1 B 08:20");
  }

  @Test
  @Tag("SR-08")
  void e02StopWithoutRampMayBePassedButNotUsed() {
    Story.in("stop B wheelchair=no ; line 1 bus A 08:00 B 08:10 C 08:20")
        .expect("leave 08:00 A > B stepfree")
        .expect("leave 08:00 B > C stepfree")
        .expect("leave 08:00 A > C stepfree", "08:00 A 1 C 08:20");
  }

  @Test
  @Tag("SR-08")
  void e03StepsOnTheWay() {
    Story.in(
            """
            line 1 bus A 08:00 B 08:10
            line 2 bus X 08:11 D 08:20 | every 10m until 08:21
            walk B-X 60s steps ; walk B-X 300s
            """)
        .expect("leave 08:00 A > D", "08:00 A 1 B ~ X 2 D 08:20")
        .expect("leave 08:00 A > D stepfree", "08:00 A 1 B ~ X 2 D 08:30");
  }

  @Test
  @Tag("SR-09")
  void e04BicyclesOnlyWhereAdmitted() {
    Story.in(
            """
            line 1 bus A 08:00 B 08:10
            line 2 rail bikes=yes A 08:00 B 08:30
            line 3 rail bikes=no A 08:00 B 08:20
            """)
        .expect("leave 08:00 A > B bikes", "08:00 A 2 B 08:30");
  }

  @Test
  @Tag("SR-09")
  void e05OnlyTheModesAskedFor() {
    Story.in(
            """
            line 1 bus A 08:00 B 08:10
            line 2 tram A 08:00 B 08:30
            """)
        .expect("leave 08:00 A > B modes tram,metro", "08:00 A 2 B 08:30")
        .expect("leave 08:00 A > B modes metro");
  }

  @Test
  @Tag("SR-01")
  void e06CallsWithoutBoardingOrAlighting() {
    Story.in("line 1 bus A 08:00!p B 08:10!d C 08:20")
        .expect("leave 08:00 A > C")
        .expect("leave 08:00 A > B")
        .expect("leave 08:00 B > C", "08:10 B 1 C 08:20");
  }

  @Test
  @Tag("SR-08")
  void e07PlatformsTakeTheStationsWord() {
    Story.in(
            """
            stop S station wheelchair=no ; stop P in=S ; stop Q in=S wheelchair=yes
            line 1 bus A 08:00 P 08:10 Q 08:12
            """)
        .expect("leave 08:00 A > P stepfree")
        .expect("leave 08:00 A > Q stepfree", "08:00 A 1 Q 08:12");
  }
}
