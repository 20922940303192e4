package org.toret.app.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.toret.app.city.CityProgress;

/// Shows how far long work is: one line that is redrawn on a terminal, a line per stage elsewhere.
final class ProgressLine implements CityProgress {

  private static final Duration REDRAWN = Duration.ofMillis(150);
  private static final Duration SETTLED = Duration.ofSeconds(3);
  private static final int WIDTH = 78;

  private final Terminal terminal;
  private final Clock clock;
  private final Instant started;
  private Instant drawn = Instant.MIN;
  private @Nullable Stage stage;

  ProgressLine(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.started = clock.instant();
  }

  @Override
  public synchronized void at(Stage now, double fraction, String detail) {
    boolean next = now != stage;
    stage = now;
    String name = terminal.text("stage_" + now.name().toLowerCase(Locale.ROOT));
    if (!terminal.errWatched()) {
      if (next) {
        terminal.say("progress_plain", percent(now.overall(fraction)), name);
      }
      return;
    }
    Instant instant = clock.instant();
    if (next || Duration.between(drawn, instant).compareTo(REDRAWN) > 0) {
      drawn = instant;
      draw(now.overall(fraction), name, detail);
    }
  }

  /// Ends the line.
  synchronized void end() {
    if (stage != null && terminal.errWatched()) {
      terminal.err().print("\r" + " ".repeat(WIDTH) + "\r");
      terminal.err().flush();
    }
    stage = null;
  }

  private void draw(double overall, String name, String detail) {
    Duration elapsed = Duration.between(started, clock.instant());
    String left = "";
    if (elapsed.compareTo(SETTLED) > 0 && overall > 0) {
      long seconds = Math.round(elapsed.toMillis() / 1000.0 * (1 - overall) / overall);
      left = terminal.text("progress_left", Math.max(1, seconds));
    }
    String what = detail.isEmpty() ? name : name + ": " + detail;
    String line = terminal.text("progress_line", percent(overall), what, left);
    String cut = line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line;
    terminal.err().print("\r" + cut + " ".repeat(WIDTH - cut.length()));
    terminal.err().flush();
  }

  private static int percent(double overall) {
    return (int) Math.floor(100 * overall);
  }
}
