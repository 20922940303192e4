package org.toret.testkit.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.network.timetable.Timetable;
import org.toret.testkit.city.TimetableText;

final class SeatLinksTest {

  @Test
  @Tag("TT-12")
  void theNextTripOfTheBlock() {
    assertThat(
            followers(
                """
                line 1 bus block=b trip=third A 09:00 B 09:10
                line 1 bus block=b trip=first A 08:00 B 08:10
                line 2 bus block=b trip=second B 08:10 A 08:30
                line 3 bus block=c trip=other B 08:10 A 08:30
                line 4 bus trip=none B 08:10 A 08:30
                """))
        .isEqualTo(Map.of("first", "second", "second", "third"));
  }

  @Test
  @Tag("TT-12")
  void tripsOfTheBlockOnOtherDaysAreSkipped() {
    assertThat(
            followers(
                """
                service monday 0 ; service tuesday 1
                line 1 bus block=b trip=first service=monday A 08:00 B 08:10
                line 2 bus block=b trip=tuesdays service=tuesday B 08:15 A 08:30
                line 2 bus block=b trip=mondays service=monday B 08:20 A 08:35
                """))
        .isEqualTo(Map.of("first", "mondays"));
  }

  @Test
  @Tag("TT-12")
  void overlappingTripsOfABlockDoNotFollow() {
    assertThat(
            followers(
                """
                line 1 bus block=b trip=first A 08:00 B 08:10
                line 2 bus block=b trip=early B 08:09 C 08:30
                line 2 bus block=b trip=right B 08:12 C 08:35
                """))
        .isEqualTo(Map.of("first", "right"));
  }

  @Test
  @Tag("TT-12")
  void publishedRulesComeBeforeBlocks() {
    assertThat(
            followers(
                """
                line 1 bus block=b trip=first A 08:00 B 08:10
                line 2 bus block=b trip=second B 08:12 C 08:30
                line 3 bus trip=third B 08:12 C 08:30
                stay first > third
                """))
        .isEqualTo(Map.of("first", "third"));
    assertThat(
            followers(
                """
                line 1 bus block=b trip=first A 08:00 B 08:10
                line 2 bus block=b trip=second B 08:12 C 08:30
                alight first > second
                """))
        .isEmpty();
  }

  private static Map<String, String> followers(String city) {
    Timetable timetable = TimetableText.of(city).timetable();
    Map<String, String> followers = new TreeMap<>();
    for (int trip = 0; trip < timetable.trips().count(); trip++) {
      int next = timetable.trips().next()[trip];
      if (next >= 0) {
        followers.put(name(timetable, trip), name(timetable, next));
      }
    }
    return followers;
  }

  private static String name(Timetable timetable, int trip) {
    return timetable.trips().ids().get(trip).substring("t:".length());
  }
}
