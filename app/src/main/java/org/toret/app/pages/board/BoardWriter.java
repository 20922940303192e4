package org.toret.app.pages.board;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.toret.app.pages.frame.Address;
import org.toret.app.pages.frame.Disruption;
import org.toret.app.pages.frame.Formats;
import org.toret.app.pages.frame.Words;
import org.toret.app.pages.plan.Modes;
import org.toret.app.pages.plan.Paint;

/// Puts a departure board into words.
public final class BoardWriter {

  private static final int COUNTED_DOWN_MINUTES = 60;

  /// Whose hour alone says which day is meant, also past midnight.
  private static final int CLEAR_MINUTES = 12 * 60;

  private static final Set<String> MISSING = Set.of("canceled", "skipped");
  private static final Set<String> PLAIN = Set.of("scheduled", "updated");

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
    return new BoardView(
        board.id(),
        board.name(),
        board.municipality(),
        access(board),
        board.liftOut(),
        Disruption.all(board.alerts(), words),
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

  /// What the timetable says of access, held back where a lift is told to be out of order.
  private String access(StopBoard board) {
    Boolean accessible = board.wheelchair();
    if (accessible == null) {
      return board.liftOut() ? words.of("stop.wheelchair.liftOut") : "";
    }
    if (!accessible) {
      return words.of("stop.wheelchair.no");
    }
    return words.of(board.liftOut() ? "stop.wheelchair.usually" : "stop.wheelchair.yes");
  }

  private BoardView.Row row(StopBoard.Departure departure) {
    String clock = formats.clock(departure.expected());
    String scheduled = formats.clock(departure.scheduled());
    if (MISSING.contains(departure.live())) {
      return new BoardView.Row(
          mark(departure.line(), words),
          departure.headsign(),
          "",
          "",
          words.of("stop." + departure.live()),
          scheduled,
          true,
          BoardView.Now.NOTHING);
    }
    String due = due(departure);
    return new BoardView.Row(
        mark(departure.line(), words),
        departure.headsign(),
        departure.platform().isEmpty() ? "" : words.of("stop.platform", departure.platform()),
        due.isEmpty() ? "" : clock,
        due.isEmpty() ? clock : due,
        scheduled.equals(clock) ? "" : scheduled,
        false,
        now(departure));
  }

  private BoardView.Now now(StopBoard.Departure departure) {
    String basis = departure.liveBasis();
    long late =
        Duration.between(minute(departure.scheduled()), minute(departure.expected())).toMinutes();
    boolean usual = PLAIN.contains(departure.live());
    String occupancy =
        departure.occupancy() == null ? "" : "leg.occupancy." + departure.occupancy();
    return new BoardView.Now(
        basis == null ? "" : words.of("stop.live." + basis),
        "position".equals(basis),
        basis == null || late == 0 && !usual ? "" : late(late),
        late != 0,
        usual ? "" : words.of("stop.told." + departure.live()),
        words.knows(occupancy) ? words.of(occupancy) : "");
  }

  private String late(long minutes) {
    if (minutes == 0) {
      return words.of("stop.onTime");
    }
    return words.of(minutes > 0 ? "stop.late" : "stop.early", Math.abs(minutes));
  }

  private static OffsetDateTime minute(OffsetDateTime time) {
    return time.truncatedTo(ChronoUnit.MINUTES);
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
