package org.toret.testkit.story;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// B: days, nights, and the nights on which clocks change.
final class BDaysTest {

  @Test
  @Tag("SR-04")
  void b01BusesAfterMidnightBelongToTheDayBefore() {
    Story.in("service yesterday -1 ; line N bus service=yesterday A 24:30 B 24:50")
        .expect("leave 00:00 A > B", "00:30 A N B 00:50");
  }

  @Test
  @Tag("SR-04")
  void b02ChangeFromYesterdaysTripToTodays() {
    Story.in(
            """
            service yesterday -1 ; service today 0
            line N bus service=yesterday A 28:30 B 28:50
            line 1 bus service=today B 05:00 C 05:10
            """)
        .expect("leave 04:00 A > C", "04:30 A N B ~ 1 C 05:10");
  }

  @Test
  @Tag("SR-04")
  void b03OnlyOnTheDaysOfTheService() {
    Story.in(
            """
            service tomorrow 1
            line 1 bus service=tomorrow A 08:00 B 08:10
            """)
        .expect("leave 07:30 A > B")
        .expect("leave 31:30 A > B", "32:00 A 1 B 32:10");
  }

  @Test
  @Tag("SR-05")
  void b04NightOfSummerTime() {
    String city =
        """
        date 2026-03-29 ; days -1..0
        service saturday -1 ; service sunday 0
        line N bus service=saturday A 24:30 B 26:30
        line 1 bus service=sunday   B 04:00 C 04:10
        """;
    Story.in(city)
        // Noon minus 12 h of that Sunday is 23:00 of Saturday: Saturday's 24:30 is 1:30 later.
        .expect("leave 01:00 A > C", "01:30 A N B ~ 1 C 04:10");
  }

  @Test
  @Tag("SR-05")
  void b05NightOfWinterTime() {
    Story.in(
            """
            date 2026-10-25 ; days -1..0
            service saturday -1 ; service sunday 0
            line N bus service=saturday A 24:30 B 26:30
            line 1 bus service=sunday   B 02:00 C 02:10
            """)
        // Noon minus 12 h of that Sunday is 1:00 summer time: Saturday's 26:30 is 1:30.
        .expect("leave -00:30 A > C", "-00:30 A N B ~ 1 C 02:10");
  }

  @Test
  @Tag("SR-04")
  void b06TheSameTripOnTwoDaysIsTwoVehicles() {
    Story.in("line 1 bus A 23:50 B 24:10")
        .expect("leave -01:00 A > B", "-00:10 A 1 B 00:10")
        .expect("leave 23:00 A > B", "23:50 A 1 B 24:10");
  }

  /// Who leaves later is looked at first and rides past B in the second bus of line 2; what is
  /// known of the first one there since is known on the clock of tomorrow.
  @Test
  @Tag("SR-04")
  void b07TomorrowsBusBeforeTheOneThatWasRidden() {
    Story.in(
            """
            line 1 bus A 08:00 B 08:20
            line 2 bus X 08:10 B 08:20 C 08:30 | every 5m until 08:15
            line 3 bus A 08:06 X 08:15
            """)
        .expect("leave 32:00 A > C", "32:00 A 1 B ~ 2 C 32:30", "32:06 A 3 X ~ 2 C 32:35");
  }
}
