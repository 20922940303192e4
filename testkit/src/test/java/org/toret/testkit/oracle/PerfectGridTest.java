package org.toret.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toret.router.raptor.RangeRaptor;
import org.toret.testkit.city.ClockText;
import org.toret.testkit.city.TimetableText;

/// A city of six streets by six avenues, with a bus every 5 minutes on each in both directions, 5
/// minutes from crossing to crossing. All meet at every crossing, so every answer can be computed
/// by hand: 5 minutes a block, and one change where both street and avenue differ.
final class PerfectGridTest {

  private static final int SIZE = 6;
  private static final int STEP_MINUTES = 5;

  private final TimetableText grid = TimetableText.of(text());
  private final JourneySearch raptor = new RangeRaptor()::search;

  @ParameterizedTest
  @CsvSource({"0,0,0,5", "0,0,5,0", "2,3,2,1", "0,0,5,5", "5,0,0,5", "1,4,3,2", "3,3,2,2"})
  @Tag("SR-12")
  void fiveMinutesABlock(int street, int avenue, int toStreet, int toAvenue) {
    int blocks = Math.abs(street - toStreet) + Math.abs(avenue - toAvenue);
    boolean turns = street != toStreet && avenue != toAvenue;
    String ends = "%s > %s".formatted(crossing(street, avenue), crossing(toStreet, toAvenue));

    assertThat(times("leave 08:02 window 30m slack 0s " + ends))
        .containsExactlyElementsOf(departures(blocks * STEP_MINUTES));
    assertThat(times("leave 08:02 window 30m slack 1s " + ends))
        .containsExactlyElementsOf(departures((blocks + (turns ? 1 : 0)) * STEP_MINUTES));
    assertThat(times("leave 08:02 window 30m slack 301s " + ends))
        .containsExactlyElementsOf(departures((blocks + (turns ? 2 : 0)) * STEP_MINUTES));
    assertThat(times("leave 08:02 window 30m rides 1 " + ends)).hasSize(turns ? 0 : 6);
  }

  private List<String> times(String question) {
    return grid.ask(raptor, question).stream()
        .map(line -> line.substring(0, 5) + line.substring(line.length() - 6))
        .toList();
  }

  private static List<String> departures(int minutes) {
    return IntStream.rangeClosed(1, 6)
        .map(i -> 8 * 3600 + i * STEP_MINUTES * 60)
        .mapToObj(at -> ClockText.time(at) + " " + ClockText.time(at + minutes * 60))
        .toList();
  }

  private static String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < SIZE; i++) {
      StringBuilder[] lines = new StringBuilder[4];
      for (int way = 0; way < 4; way++) {
        lines[way] = new StringBuilder("line " + "ENWS".charAt(way) + i + " bus");
      }
      for (int j = 0; j < SIZE; j++) {
        String time = ClockText.time(6 * 3600 + j * STEP_MINUTES * 60);
        lines[0].append(' ').append(crossing(i, j)).append(' ').append(time);
        lines[1].append(' ').append(crossing(j, i)).append(' ').append(time);
        lines[2].append(' ').append(crossing(i, SIZE - 1 - j)).append(' ').append(time);
        lines[3].append(' ').append(crossing(SIZE - 1 - j, i)).append(' ').append(time);
      }
      for (StringBuilder line : lines) {
        text.append(line).append(" | every 5m until 11:00\n");
      }
    }
    return text.toString();
  }

  private static String crossing(int street, int avenue) {
    return "X" + street + avenue;
  }
}
