package org.toret.app.pages.board;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.toret.app.pages.frame.Address;
import org.toret.app.pages.frame.Formats;
import org.toret.app.pages.frame.Words;
import org.toret.app.pages.plan.Modes;
import org.toret.app.pages.plan.Paint;

/// Puts a departure board into words.
public final class BoardWriter {

  private static final int COUNTED_DOWN_MINUTES = 60;

  /// Whose hour alone says which day is meant, also past midnight.
  private static final int CLEAR_MINUTES = 12 * 60;

  private final Words words;
  private final Formats formats;
  private final Instant now;
  private final ZoneId zone;

  public BoardWriter(Words words, Instant now, ZoneId zone) {
    this.words = words;
    this.formats = new Formats(words.locale());
    this.now = now;
    this.zone = zone;
  }

  public BoardView write(StopBoard board) {
    String wheelchair =
        board.wheelchair() == null
            ? ""
            : words.of(board.wheelchair() ? "stop.wheelchair.yes" : "stop.wheelchair.no");
    return new BoardView(
        board.id(),
        board.name(),
        board.municipality(),
        wheelchair,
        Drawing.of(board).json(),
        board.lines().stream().map(line -> mark(line, words)).toList(),
        board.departures().stream().map(this::row).toList(),
        words.of("stop.updated", formats.clock(now.atZone(zone).toOffsetDateTime())));
  }

  /// The badge of a line.
  static BoardView.Mark mark(StopBoard.LineMark line, Words words) {
    String name = line.line().name().isEmpty() ? line.line().longName() : line.line().name();
    return new BoardView.Mark(
        Modes.icon(line.mode()),
        words.of("mode." + line.mode().id()),
        name,
        line.line().longName(),
        "/line/" + Address.coded(line.line().id()),
        Paint.of(line.line()));
  }

  private BoardView.Row row(StopBoard.Departure departure) {
    String clock = formats.clock(departure.expected());
    String scheduled = formats.clock(departure.scheduled());
    if (departure.canceled()) {
      return new BoardView.Row(
          mark(departure.line(), words),
          departure.headsign(),
          "",
          "",
          words.of("stop.canceled"),
          scheduled);
    }
    return new BoardView.Row(
        mark(departure.line(), words),
        departure.headsign(),
        departure.platform().isEmpty() ? "" : words.of("stop.platform", departure.platform()),
        clock,
        due(departure),
        scheduled.equals(clock) ? "" : scheduled);
  }

  private String due(StopBoard.Departure departure) {
    long minutes = Duration.between(now, departure.expected().toInstant()).toMinutes();
    if (minutes >= COUNTED_DOWN_MINUTES) {
      boolean today = departure.expected().toLocalDate().equals(now.atZone(zone).toLocalDate());
      boolean clear = today || minutes < CLEAR_MINUTES;
      return clear ? "" : formats.shortDay(departure.expected().toLocalDate());
    }
    return minutes <= 0 ? words.of("stop.now") : words.of("stop.minutes", minutes);
  }
}
