package org.toret.testkit.story;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// C: staying seated when one trip becomes another.
final class CSeatsTest {

  private static final String BLOCK =
      """
      line 1 bus block=b A 08:00 B 08:10
      line 2 bus block=b B 08:12 C 08:20
      """;

  @Test
  @Tag("SR-06")
  void c01StaySeatedInsideABlock() {
    Story.in(BLOCK)
        .expect("leave 08:00 A > C", "08:00 A 1 B = 2 C 08:20")
        .expect("leave 08:00 A > C rides 1 slack 10m", "08:00 A 1 B = 2 C 08:20");
  }

  @Test
  @Tag("SR-06")
  void c02ThroughThreeTrips() {
    Story.in(BLOCK + "line 3 bus block=b C 08:25 D 08:30")
        .expect("leave 08:00 A > D rides 1", "08:00 A 1 B = 2 C = 3 D 08:30");
  }

  @Test
  @Tag("SR-06")
  void c03TheNextTripStartsAcrossTheRoad() {
    Story.in(
            """
            line 1 bus block=b A 08:00 B 08:10
            line 2 bus block=b X 08:12 C 08:20
            """)
        .expect("leave 08:00 A > C", "08:00 A 1 B = X 2 C 08:20")
        .expect("leave 08:00 A > X");
  }

  @Test
  @Tag("SR-06")
  void c04AnEmptyRunFarAwayCarriesNobody() {
    Story.in(
            """
            stop Y at=45.2,7.9
            line 1 bus block=b A 08:00 B 08:10
            line 2 bus block=b Y 08:40 C 08:50
            """)
        .expect("leave 08:00 A > C");
  }

  @Test
  @Tag("SR-06")
  void c05OnlyWhenBothRunThatDay() {
    Story.in(
            """
            service today 0 ; service both 0 1
            line 1 bus block=b service=both  A 08:00 B 08:10
            line 2 bus block=b service=today B 08:12 C 08:20
            """)
        .expect("leave 08:00 A > C", "08:00 A 1 B = 2 C 08:20")
        .expect("leave 08:00 A > C max 36h", "08:00 A 1 B = 2 C 08:20")
        .expect("leave 32:00 A > C");
  }

  @Test
  @Tag("SR-06")
  void c06TheLaterBusGoesThrough() {
    Story.in(
            """
            line 1 bus trip=short A 08:00 B 08:10
            line 1 bus trip=through A 08:05 B 08:15
            line 2 bus trip=on B 08:20 C 08:30
            stay through > on
            """)
        .expect("leave 08:00 window 0s A > C", "08:00 A 1 B ~ 2 C 08:30")
        .expect("leave 08:00 window 0s A > C slack 11m")
        .expect("leave 08:00 A > C", "08:05 A 1 B = 2 C 08:30");
  }

  @Test
  @Tag("SR-06")
  void c07TheLaterBusGoesThroughAndThereIsTimeToWaitForIt() {
    String city =
        """
        line 0 bus Z 07:50 A 07:55
        line 1 bus trip=short A 08:00 B 08:10
        line 1 bus trip=through A 08:05 B 08:15
        line 2 bus trip=on B 08:20 C 08:30
        stay through > on
        """;
    Story.in(city)
        .expect("leave 07:30 Z > C", "07:50 Z 0 A ~ 1 B = 2 C 08:30")
        .expect("leave 07:30 Z > C rides 2", "07:50 Z 0 A ~ 1 B = 2 C 08:30");
  }

  @Test
  @Tag("SR-06")
  void c08RiderMustAlight() {
    Story.in(BLOCK + "alight 1@08:00 > 2@08:12")
        .expect("leave 08:00 A > C", "08:00 A 1 B ~ 2 C 08:20")
        .expect("leave 08:00 A > C rides 1");
  }

  @Test
  @Tag("SR-06")
  void c09ABanOnAlightingDoesNotUnseat() {
    Story.in(
            """
            line 1 bus block=b A 08:00 B 08:10!d
            line 2 bus block=b B 08:12!p C 08:20
            """)
        .expect("leave 08:00 A > C", "08:00 A 1 B = 2 C 08:20")
        .expect("leave 08:00 A > B");
  }

  /// The vehicle may stand at the call between its two trips by the times of either, longer than
  /// riders sit in it: what ends at 08:10 goes on at 08:10.
  @Test
  @Tag("SR-06")
  void c10NobodyWaitsOutTheStandingTimeBetweenTwoTrips() {
    Story.in(
            """
            line 1 bus trip=to A 08:00 B 08:10
            line 2 bus trip=on B 08:05-08:10 C 08:20
            line 3 bus A 08:02 C 08:23
            stay to > on
            """)
        .expect("leave 08:00 A > C rides 1", "08:00 A 1 B = 2 C 08:20", "08:02 A 3 C 08:23");
    Story.in(
            """
            line 1 bus trip=to A 08:00 B 08:10-08:15
            line 2 bus trip=on B 08:10 C 08:20
            line 3 bus A 07:57 C 08:18
            stay to > on
            """)
        .expect("arrive 08:30 A > C rides 1", "07:57 A 3 C 08:18", "08:00 A 1 B = 2 C 08:20");
  }

  /// The short bus is the better one at N, and who comes by line 3 at 08:10 finds none left; who
  /// comes by line 4 must wait for the later one all the same, which alone goes on.
  @Test
  @Tag("SR-06")
  void c11TheBusBeforeWasRiddenPast() {
    Story.in(
            """
            line 1 bus trip=short   O 08:10 N 08:20!d E 08:30
            line 1 bus trip=through O 08:20 N 08:30!d E 08:40
            line 2 bus trip=on E 08:45!p C 08:55
            line 3 bus O 08:10 N 08:35
            line 4 bus O 08:05 N 08:25
            stay through > on
            """)
        .expect("leave 08:00 window 10m O > C", "08:05 O 4 N ~ 1 E = 2 C 08:55");
  }

  /// The way on by line 3 needs one ride more and takes longer: it takes nothing from that by line
  /// 2.
  @Test
  @Tag("SR-06")
  void c12TripsOfOneLineGoOnInDifferentLines() {
    Story.in(
            """
            line 0 bus Z 07:50 A 07:55
            line 1 bus trip=a A 08:00 B 08:10
            line 1 bus trip=b A 08:05 B 08:15
            line 2 bus trip=fast B 08:10 C 08:20
            line 3 bus trip=slow B 08:15 D 08:20
            line 4 bus D 08:25 C 08:40
            line 5 bus Z 07:52 C 08:25
            stay a > fast ; stay b > slow
            """)
        .expect("leave 07:30 Z > C rides 3", "07:50 Z 0 A ~ 1 B = 2 C 08:20", "07:52 Z 5 C 08:25");
  }

  @Test
  @Tag("SR-06")
  void c13TheVehicleGoesOnInTheLastMinute() {
    Story.in(
            """
            line 0 bus Z 07:50 A 07:55
            line 1 bus block=b A 08:00 B 08:10
            line 2 bus block=b B 08:10 C 08:10
            """)
        .expect("leave 07:50 Z > C rides 2 max 20m", "07:50 Z 0 A ~ 1 B = 2 C 08:10")
        .expect("leave 07:50 Z > C rides 2 max 1199s");
  }
}
