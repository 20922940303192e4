package org.toret.mobility.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.mobility.live.ServiceAlert.Concerned;
import org.toret.mobility.live.ServiceAlert.Period;

/// Which disruptions somebody reads who waits at a stop, or looks at a line.
@Tag("UI-12")
final class AlertIndexTest {

  private static final long NOW = 1_000;

  /// Trams of line 4, by agency x, and one of them that goes in direction 0.
  private static final RideNames LINE = new RideNames("t", "t:x", "t:4", 0, -1, "");

  private static final RideNames RIDE = new RideNames("t", "t:x", "t:4", 0, 0, "t:a");

  private final AlertIndex alerts =
      new AlertIndex(
          List.of(
              alert("line 4", List.of(), concerned("t:4", "", "")),
              alert("lift", List.of(), concerned("", "", "t:station")),
              alert("line 4 elsewhere", List.of(), concerned("t:4", "", "t:far")),
              alert("line 9", List.of(), concerned("t:9", "", "")),
              alert("one trip", List.of(), concerned("", "t:a", "")),
              alert("another trip", List.of(), concerned("t:4", "t:b", "")),
              alert("yesterday", List.of(new Period(0, NOW - 1)), concerned("t:4", "", "t:S"))));

  @Test
  void whatNamesTheStopComesBeforeWhatNamesItsLines() {
    assertThat(ids(alerts.around(Set.of("t:S", "t:station"), List.of(LINE), List.of(RIDE), NOW)))
        .containsExactly("lift", "line 4", "one trip");
  }

  @Test
  void whatWasIsNotShown() {
    assertThat(ids(alerts.around(Set.of("t:S"), List.of(), List.of(), NOW - 2)))
        .containsExactly("yesterday");
    assertThat(alerts.around(Set.of("t:S"), List.of(), List.of(), NOW)).isEmpty();
  }

  @Test
  void aLineShowsAllThatNamesIt() {
    assertThat(ids(alerts.ofLine(LINE, NOW)))
        .containsExactly("line 4", "line 4 elsewhere", "another trip");
  }

  @Test
  void whatConcernsAllLinesOfAKindConcernsEachButNoOthers() {
    AlertIndex widely =
        new AlertIndex(
            List.of(
                alert("agency", List.of(), new Concerned("t:x", "", -1, -1, "", "")),
                alert("other agency", List.of(), new Concerned("t:y", "", -1, -1, "", "")),
                alert("trams", List.of(), new Concerned("", "", 0, -1, "", "")),
                alert("buses", List.of(), new Concerned("", "", 3, -1, "", "")),
                alert("all", List.of(), new Concerned("", "", -1, -1, "", "")),
                alert("this way", List.of(), new Concerned("", "t:4", -1, 0, "", "")),
                alert("other way", List.of(), new Concerned("", "t:4", -1, 1, "", ""))));
    assertThat(ids(widely.of(RIDE, List.of(), NOW, NOW)))
        .containsExactly("agency", "trams", "all", "this way");
    assertThat(ids(widely.around(Set.of("t:S"), List.of(LINE), List.of(RIDE), NOW)))
        .containsExactly("agency", "trams", "all", "this way");
    assertThat(ids(widely.ofLine(LINE, NOW)))
        .containsExactly("agency", "trams", "all", "this way", "other way");
    RideNames elsewhere = new RideNames("u", "u:x", "u:4", 0, 0, "u:a");
    assertThat(widely.of(elsewhere, List.of(), NOW, NOW)).isEmpty();
  }

  private static Concerned concerned(String route, String trip, String stop) {
    return new Concerned("", route, -1, -1, trip, stop);
  }

  private static List<String> ids(List<ServiceAlert> alerts) {
    return alerts.stream().map(ServiceAlert::id).toList();
  }

  private static ServiceAlert alert(String id, List<Period> periods, Concerned concerned) {
    return new ServiceAlert(
        id, "t", "", "", Map.of(), Map.of(), Map.of(), periods, List.of(concerned));
  }
}
