package org.toret.testkit.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.testkit.city.RandomCity;
import org.toret.testkit.city.TimetableText;

final class PatternsTest {

  @Test
  @Tag("TT-10")
  void tripsThatFollowOneAnotherShareAPattern() {
    assertThat(
            patterns(
                """
                line 1 bus A 08:00 B 08:10 C 08:20 | every 10m until 09:00
                line 1 bus trip=slow A 09:10 B 09:30 C 09:40
                """))
        .isEqualTo(1);
  }

  @Test
  @Tag("TT-10")
  void overtakingSplits() {
    assertThat(
            patterns(
                """
                line 1 bus trip=slow A 08:00 B 08:30 C 08:40
                line 1 bus trip=fast A 08:05 B 08:20 C 08:45
                line 1 bus trip=last A 08:31 B 08:50 C 09:00
                """))
        .isEqualTo(2);
  }

  @Test
  @Tag("TT-10")
  void meetingIsNotOvertaking() {
    assertThat(
            patterns(
                """
                line 1 bus trip=a A 08:00 B 08:30
                line 1 bus trip=b A 08:05 B 08:30
                line 1 bus trip=c A 08:05 B 08:30
                """))
        .isEqualTo(1);
  }

  @Test
  @Tag("TT-10")
  void overtakingWhileStandingSplits() {
    assertThat(
            patterns(
                """
                line 1 bus trip=waits A 08:00 B 08:10-08:30 C 08:40
                line 1 bus trip=goes  A 08:05 B 08:15-08:16 C 08:45
                """))
        .isEqualTo(2);
  }

  @Test
  @Tag("TT-10")
  void everyDifferenceThatASearchSeesSplits() {
    assertThat(
            patterns(
                """
                line 1 bus A 08:00 B 08:10
                line 1 bus A 08:20!p B 08:30
                line 1 bus A 08:40 B 08:50!d
                line 1 bus wheelchair=yes A 09:00 B 09:10
                line 1 bus bikes=no A 09:20 B 09:30
                line 1 bus A 09:40 C 09:50
                line 2 bus A 10:00 B 10:10
                """))
        .isEqualTo(7);
  }

  @Test
  @Tag("TT-10")
  void noPatternOfAnyCityHoldsAnOvertaking() {
    for (long seed = 0; seed < 20; seed++) {
      Timetable timetable = RandomCity.of(seed, RandomCity.Size.SMALL).timetable();
      assertThat(overtakings(timetable.patterns())).as("seed %d", seed).isEmpty();
    }
  }

  private static int patterns(String city) {
    return TimetableText.of(city).timetable().patterns().count();
  }

  private static List<String> overtakings(Patterns patterns) {
    List<String> found = new ArrayList<>();
    for (int pattern = 0; pattern < patterns.count(); pattern++) {
      for (int trip = patterns.tripOffsets()[pattern] + 1;
          trip < patterns.tripOffsets()[pattern + 1];
          trip++) {
        int earlier = patterns.timeOffset(pattern, trip - 1);
        int later = patterns.timeOffset(pattern, trip);
        for (int call = 0; call < patterns.length(pattern); call++) {
          if (patterns.arrivals()[later + call] < patterns.arrivals()[earlier + call]
              || patterns.departures()[later + call] < patterns.departures()[earlier + call]) {
            found.add("trip %d at call %d".formatted(trip, call));
          }
        }
      }
    }
    return found;
  }
}
