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

  private final AlertIndex alerts =
      new AlertIndex(
          List.of(
              alert("line 4", List.of(), new Concerned("t:4", "", "")),
              alert("lift", List.of(), new Concerned("", "", "t:station")),
              alert("line 4 elsewhere", List.of(), new Concerned("t:4", "", "t:far")),
              alert("line 9", List.of(), new Concerned("t:9", "", "")),
              alert("one trip", List.of(), new Concerned("", "t:a", "")),
              alert("another trip", List.of(), new Concerned("t:4", "t:b", "")),
              alert(
                  "yesterday", List.of(new Period(0, NOW - 1)), new Concerned("t:4", "", "t:S"))));

  @Test
  void whatNamesTheStopComesBeforeWhatNamesItsLines() {
    assertThat(ids(alerts.around(Set.of("t:S", "t:station"), Set.of("t:4"), Set.of("t:a"), NOW)))
        .containsExactly("lift", "line 4", "one trip");
  }

  @Test
  void whatWasIsNotShown() {
    assertThat(ids(alerts.around(Set.of("t:S"), Set.of(), Set.of(), NOW - 2)))
        .containsExactly("yesterday");
    assertThat(alerts.around(Set.of("t:S"), Set.of(), Set.of(), NOW)).isEmpty();
  }

  @Test
  void aLineShowsAllThatNamesIt() {
    assertThat(ids(alerts.ofLine("t:4", NOW)))
        .containsExactly("line 4", "line 4 elsewhere", "another trip");
  }

  private static List<String> ids(List<ServiceAlert> alerts) {
    return alerts.stream().map(ServiceAlert::id).toList();
  }

  private static ServiceAlert alert(String id, List<Period> periods, Concerned concerned) {
    return new ServiceAlert(
        id, "t", "", "", Map.of(), Map.of(), Map.of(), periods, List.of(concerned));
  }
}
