package org.toret.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.router.journey.CallChooser;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeRaptor;
import org.toret.router.raptor.RaptorJourney;
import org.toret.router.raptor.TimetableView;
import org.toret.testkit.city.JourneyText;
import org.toret.testkit.city.QuestionText;
import org.toret.testkit.city.RandomCity;
import org.toret.testkit.city.RandomQuestion;
import org.toret.testkit.city.TimetableText;
import org.toret.testkit.oracle.JourneyCheck;

/// F: among the ways to use the same trips, the one that a sensible person takes.
@Tag("SR-13")
final class FSenseTest {

  @Test
  void f01ChangesAtTheSharedStopWhereNobodyHasToWalk() {
    String city =
        """
        line 1 bus A 08:00 B 08:05 C 08:10 D 08:15
        line 2 bus X 08:12 C 08:17 Y 08:22 E 08:30
        walk B-X 120s ; walk D-Y 120s
        """;
    assertThat(answers(city, "leave 07:55 A > E")).containsExactly("08:00 A 1 C ~ 2 E 08:30");
  }

  @Test
  void f02ChangesWhereThereIsTimeRatherThanAtTheLastMoment() {
    String city =
        """
        line 1 bus A 08:00 B 08:05 C 08:10 D 08:15
        line 2 bus B 08:06 C 08:11 D 08:18 E 08:30
        """;
    assertThat(answers(city, "leave 07:55 A > E")).containsExactly("08:00 A 1 D ~ 2 E 08:30");
  }

  @Test
  void f03BoardsAtTheNearestStop() {
    String city = "line 1 bus A 08:00 B 08:02 C 08:04 D 08:20";
    assertThat(answers(city, "leave 07:50 A+300s,B+60s,C+240s > D"))
        .containsExactly("08:01 ~ B 1 D 08:20");
  }

  @Test
  void f04DoesNotRideOneStopPastTheDoor() {
    String city =
        """
        line 1 bus A 08:00 B 08:10 C 08:12
        line 2 bus C 08:13 B 08:15 X 08:40
        """;
    assertThat(answers(city, "leave 07:50 A > B+60s,C+240s"))
        .containsExactly("08:00 A 1 B ~ 08:11");
    assertThat(answers(city, "leave 07:50 B+60s,C > X")).containsExactly("08:13 C 2 X 08:40");
  }

  @Test
  void f05LeavesNoEarlierThanNeeded() {
    String city =
        """
        line 1 bus A 08:00 B 08:10 | every 10m until 08:30
        line 2 bus B 08:35 C 09:00
        """;
    assertThat(answers(city, "leave 07:50 window 20m A > C")).isEmpty();
    assertThat(answers(city, "leave 07:50 A > C")).containsExactly("08:20 A 1 B ~ 2 C 09:00");
  }

  @Test
  void whatIsChosenUsesTheSameTripsAndArrivesNoLater() {
    int chosen = 0;
    for (long seed = 1; seed <= 80; seed++) {
      TimetableText city = RandomCity.of(seed, RandomCity.Size.SPARSE);
      TimetableView view = city.view();
      RandomQuestion random = new RandomQuestion(city, seed);
      for (int i = 0; i < 20; i++) {
        RangeQuery query = random.next();
        for (RaptorJourney journey : new RangeRaptor().searchAhead(view, query).journeys()) {
          RaptorJourney better = new CallChooser(view, query).choose(journey);
          String which = "seed %d, %s: %s".formatted(seed, query, journey);
          assertThat(better.arrivalSeconds())
              .as(which)
              .isLessThanOrEqualTo(journey.arrivalSeconds());
          assertThat(trips(better)).as(which).isEqualTo(trips(journey));
          assertThat(JourneyCheck.faults(view, query, List.of(better))).as(which).isEmpty();
          chosen += better.equals(journey) ? 0 : 1;
        }
      }
    }
    assertThat(chosen).isGreaterThan(20);
  }

  private static List<Integer> trips(RaptorJourney journey) {
    return journey.rides().stream().map(ride -> ride.trip()).toList();
  }

  private static List<String> answers(String text, String question) {
    TimetableText city = TimetableText.of(text);
    TimetableView view = city.view();
    RangeQuery query = QuestionText.read(question, city::stop);
    CallChooser chooser = new CallChooser(view, query);
    List<RaptorJourney> found = new RangeRaptor().searchAhead(view, query).journeys();
    return JourneyText.lines(city.timetable(), found.stream().map(chooser::choose).toList());
  }
}
