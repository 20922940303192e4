package org.toret.testkit.story;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// D: what `transfers.txt` says about changes.
final class DTransfersTest {

  private static final String CROSS =
      """
      line 1 bus A 08:00 B 08:10 C 08:30
      line 2 bus B 08:12 D 08:20 | every 10m until 08:32
      line 3 bus B 08:14 D 08:25
      """;

  @Test
  @Tag("SR-07")
  void d01ForbiddenAtAStop() {
    Story.in(CROSS + "forbid B").expect("leave 08:00 A > D");
  }

  @Test
  @Tag("SR-07")
  void d02ForbiddenBetweenTwoLines() {
    Story.in(CROSS + "forbid B line 1 > line 2")
        .expect("leave 08:00 A > D", "08:00 A 1 B ~ 3 D 08:25");
  }

  @Test
  @Tag("SR-07")
  void d03ForbiddenToOneTrip() {
    Story.in(CROSS + "forbid B line 1 > trip 2@08:12")
        .expect("leave 08:00 A > D slack 5m", "08:00 A 1 B ~ 2 D 08:30")
        .expect("leave 08:00 A > D", "08:00 A 1 B ~ 3 D 08:25");
  }

  @Test
  @Tag("SR-07")
  void d04LeastTimeInsteadOfSlack() {
    Story.in(CROSS + "least 240s B")
        .expect("leave 08:00 A > D", "08:00 A 1 B ~ 3 D 08:25")
        .expect("leave 08:00 A > D slack 1h", "08:00 A 1 B ~ 3 D 08:25");
  }

  @Test
  @Tag("SR-07")
  void d05TimedTransferNeedsNoSlack() {
    Story.in(CROSS + "timed B line 1 > line 2")
        .expect("leave 08:00 A > D slack 5m", "08:00 A 1 B ~ 2 D 08:20");
  }

  @Test
  @Tag("SR-07")
  void d06TheMoreSpecificRuleWins() {
    Story.in(CROSS + "forbid B ; least 600s B line 1 > line 2 ; timed B trip 1@08:00 > line 3")
        .expect("leave 08:00 A > D slack 1m", "08:00 A 1 B ~ 3 D 08:25");
    Story.in(CROSS + "timed B ; forbid B line 1 > any ; least 120s B trip 1@08:00 > trip 2@08:22")
        .expect("leave 08:00 A > D", "08:00 A 1 B ~ 2 D 08:30");
  }

  @Test
  @Tag("SR-07")
  void d07RuleOnAWalk() {
    String city =
        """
        line 1 bus A 08:00 B 08:10
        line 2 bus X 08:13 D 08:20 | every 10m until 08:23
        walk B-X 120s
        """;
    Story.in(city + "forbid B>X").expect("leave 08:00 A > D");
    Story.in(city + "least 300s B>X").expect("leave 08:00 A > D", "08:00 A 1 B ~ X 2 D 08:30");
    Story.in(city + "recommended B>X")
        .expect("leave 08:00 A > D slack 5m", "08:00 A 1 B ~ X 2 D 08:20")
        .expect("leave 08:00 A > D slack 5m factor 2", "08:00 A 1 B ~ X 2 D 08:30");
    Story.in(city + "least 60s B>X")
        .expect("leave 08:00 A > D factor 0.5", "08:00 A 1 B ~ X 2 D 08:20")
        .expect("leave 08:00 A > D factor 3", "08:00 A 1 B ~ X 2 D 08:20")
        .expect("leave 08:00 A > D factor 9", "08:00 A 1 B ~ X 2 D 08:30");
  }

  @Test
  @Tag("SR-07")
  void d08RuleOfAStationHoldsAtItsPlatforms() {
    Story.in(
            """
            stop S station ; stop P1 in=S ; stop P2 in=S
            line 1 bus A 08:00 P1 08:10
            line 2 bus P2 08:12 D 08:20 | every 10m until 08:22
            walk P1-P2 60s
            least 240s S
            """)
        .expect("leave 08:00 A > D", "08:00 A 1 P1 ~ P2 2 D 08:30");
  }

  @Test
  @Tag("SR-01")
  void d09ChangesOnFootAreNoLongerThanTheTravellerWants() {
    Story.in(
            """
            line 1 bus A 08:00 B 08:10
            line 2 bus X 08:14 D 08:20
            line 3 bus Y 08:30 D 08:40
            walk B-X 180s ; walk B-Y 60s
            """)
        .expect("leave 08:00 A > D", "08:00 A 1 B ~ X 2 D 08:20")
        .expect("leave 08:00 A > D changes 100", "08:00 A 1 B ~ Y 3 D 08:40")
        .expect("arrive 08:40 A > D changes 100", "08:00 A 1 B ~ Y 3 D 08:40")
        .expect("leave 08:00 A > D changes 50");
  }

  @Test
  @Tag("SR-07")
  void d10ARuledChangeIsAsLongAsItsWay() {
    String city =
        """
        line 1 bus A 08:00 B 08:10
        line 2 bus X 08:14 D 08:20
        walk B-X 60s
        """;
    // 60 s at 1.33 m/s are 80 m
    Story.in(city + "least 120s B>X")
        .expect("leave 08:00 A > D changes 80", "08:00 A 1 B ~ X 2 D 08:20")
        .expect("leave 08:00 A > D changes 79");
  }
}
