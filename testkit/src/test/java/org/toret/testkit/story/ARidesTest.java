package org.toret.testkit.story;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A: rides and changes on an ordinary morning.
final class ARidesTest {

  @Test
  @Tag("SR-01")
  void a01OneRideWithoutChange() {
    Story.in("line 1 bus A 08:02 B 08:10 C 08:20")
        .expect("leave 08:00 A > C", "08:02 A 1 C 08:20")
        .expect("leave 08:03 A > C")
        .expect("leave 08:00 B > A");
  }

  @Test
  @Tag("SR-01")
  void a02ChangeAtAStop() {
    Story.in(
            """
            line 1 bus  A 08:02 B 08:10 C 08:20
            line 2 tram B 08:15-08:16 D 08:30
            """)
        .expect("leave 08:00 A > D", "08:02 A 1 B ~ 2 D 08:30")
        .expect("leave 08:00 A > D slack 6m", "08:02 A 1 B ~ 2 D 08:30")
        .expect("leave 08:00 A > D slack 361s");
  }

  @Test
  @Tag("SR-01")
  void a03WalkToTheFirstStopAndFromTheLast() {
    Story.in("line 1 bus A 08:02 B 08:10 C 08:20")
        .expect("leave 08:00 A+120s > C+60s", "08:00 ~ A 1 C ~ 08:21")
        .expect("leave 08:00 A+121s > C");
  }

  @Test
  @Tag("SR-01")
  void a04ChangeOnFoot() {
    String city =
        """
        line 1 bus  A 08:02 B 08:10
        line 2 tram X 08:13 D 08:30 | every 10m until 08:23
        walk B-X 120s
        """;
    Story.in(city)
        .expect("leave 08:00 A > D", "08:02 A 1 B ~ X 2 D 08:30")
        .expect("leave 08:00 A > D slack 60s", "08:02 A 1 B ~ X 2 D 08:30")
        .expect("leave 08:00 A > D slack 61s", "08:02 A 1 B ~ X 2 D 08:40")
        .expect("leave 08:00 A > D factor 1.501", "08:02 A 1 B ~ X 2 D 08:40");
  }

  @Test
  @Tag("SR-02")
  void a05EveryDepartureOfTheWindow() {
    Story.in("line 1 bus A 08:00 B 08:10 | every 20m until 10:00")
        .expect(
            "leave 08:10 window 1h A > B",
            "08:20 A 1 B 08:30",
            "08:40 A 1 B 08:50",
            "09:00 A 1 B 09:10");
  }

  @Test
  @Tag("SR-02")
  void a06FasterWithAChangeOrSlowerWithout() {
    Story.in(
            """
            line slow bus  A 08:00 D 08:50
            line 1 metro   A 08:00 B 08:10
            line 2 metro   B 08:12 D 08:20
            """)
        .expect("leave 08:00 A > D", "08:00 A 1 B ~ 2 D 08:20", "08:00 A slow D 08:50")
        .expect("leave 08:00 A > D rides 1", "08:00 A slow D 08:50");
  }

  @Test
  @Tag("SR-03")
  void a07ArriveByTheHour() {
    Story.in("line 1 bus A 08:00 B 08:10 | every 20m until 10:00")
        .expect("arrive 09:00 window 40m A > B+60s", "08:20 A 1 B ~ 08:31", "08:40 A 1 B ~ 08:51")
        .expect("arrive 08:05 window 40m A > B");
  }

  @Test
  @Tag("SR-02")
  void a08ALaterJourneyOutsideTheWindowHidesNothing() {
    Story.in(
            """
            line slow bus A 08:30 B 09:40
            line fast bus A 09:10 B 09:30
            """)
        .expect("leave 08:00 window 1h A > B", "08:30 A slow B 09:40")
        .expect("leave 08:00 window 2h A > B", "09:10 A fast B 09:30");
  }

  @Test
  @Tag("SR-01")
  void a09OneWalkBetweenTwoRides() {
    Story.in(
            """
            line 1 bus A 08:00 B 08:10
            line 2 bus Y 08:30 D 08:40
            walk B-X 60s ; walk X-Y 60s
            """)
        .expect("leave 08:00 A > D");
  }

  @Test
  @Tag("SR-01")
  void a10OvertakenBus() {
    Story.in(
            """
            line 1 bus trip=early A 08:00 B 08:30 C 08:50
            line 1 bus trip=late  A 08:05 B 08:20 C 08:30
            """)
        .expect("leave 08:00 A > C", "08:05 A 1 C 08:30")
        .expect("leave 08:00 window 0s A > C", "08:00 A 1 C 08:50");
  }

  @Test
  @Tag("SR-01")
  void a11LoopThatPassesAStopTwice() {
    Story.in("line 1 bus A 08:00 B 08:10 C 08:20 B 08:30 D 08:40")
        .expect("leave 08:00 C > B", "08:20 C 1 B 08:30")
        .expect("leave 08:00 B > D", "08:30 B 1 D 08:40")
        .expect("leave 08:00 A > B", "08:00 A 1 B 08:10");
  }

  @Test
  @Tag("SR-01")
  void a12LongestJourney() {
    Story.in("line 1 bus A 08:00 B 09:00")
        .expect("leave 08:00 max 60m A > B", "08:00 A 1 B 09:00")
        .expect("leave 08:00 max 3599s A > B");
  }

  @Test
  @Tag("SR-01")
  void a13ChangesThatTakeNoTime() {
    Story.in(
            """
            line 1 bus A 08:00 B 08:00
            line 2 bus B 08:00 C 08:00
            line 3 bus C 08:00 D 08:00
            """)
        .expect("leave 08:00 A > D", "08:00 A 1 B ~ 2 C ~ 3 D 08:00")
        .expect("leave 08:00 A > D rides 2");
  }

  @Test
  @Tag("SR-01")
  void a14ReadyInTheLastMinuteForAVehicleThatTakesNoTime() {
    Story.in(
            """
            line 1 bus A 08:00 B 08:10
            line 2 bus X 08:20 D 08:20
            walk B-X 600s
            """)
        .expect("leave 08:00 A > D max 20m", "08:00 A 1 B ~ X 2 D 08:20")
        .expect("leave 08:00 A > D max 1199s");
  }

  /// Who leaves later is looked at first and catches the second bus; who leaves sooner arrives just
  /// when the first one departs.
  @Test
  @Tag("SR-02")
  void a15JustInTimeForTheBusBefore() {
    Story.in(
            """
            line 1 bus A 08:00 B 08:20 | every 5m until 08:05
            line 2 bus B 08:20 C 08:30 | every 10m until 08:30
            """)
        .expect("leave 08:00 A > C", "08:00 A 1 B ~ 2 C 08:30", "08:05 A 1 B ~ 2 C 08:40");
  }

  /// From Q nothing leads on sooner than the slow bus itself, from P something does.
  @Test
  @Tag("SR-02")
  void a16TheExpressIsBoardedBeforeTheStopFromWhichOneMightAsWellStay() {
    Story.in(
            """
            line slow    bus   O 08:00 P 08:10 Q 08:30 D 08:50
            line express metro P 08:12 D 08:30
            line later   bus   O 08:10 D 08:40
            """)
        .expect("leave 08:00 O > D", "08:00 O slow P ~ express D 08:30", "08:10 O later D 08:40");
  }
}
