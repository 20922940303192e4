package org.toret.app.cli;

import java.util.List;
import java.util.Locale;
import org.toret.base.notice.Messages;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;

/// Prints notices for people, worst first.
final class NoticeTable {

  private static final int EXAMPLES = 5;
  private static final String RESET = "\u001b[0m";

  private final Terminal terminal;
  private final Messages messages;

  NoticeTable(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  /// Every kind of notice with its first examples.
  void print(List<Notices.Tally> tallies) {
    for (Notices.Tally tally : tallies) {
      String mark = terminal.text("severity_" + tally.severity().name().toLowerCase(Locale.ROOT));
      terminal
          .out()
          .println(coloured(tally.severity(), mark) + "  " + tally.code() + "  × " + tally.count());
      List<Notice> examples = tally.examples();
      for (Notice notice : examples.subList(0, Math.min(EXAMPLES, examples.size()))) {
        terminal.out().println("    " + where(notice.place()) + text(notice));
      }
      if (tally.count() > EXAMPLES) {
        terminal.out().println("    " + terminal.text("notices_more", tally.count() - EXAMPLES));
      }
    }
  }

  /// One line with how many there are of each severity.
  void summary(List<Notices.Tally> tallies) {
    terminal.say(
        "notices_summary",
        count(tallies, Severity.ERROR),
        count(tallies, Severity.WARNING),
        count(tallies, Severity.INFO));
  }

  String text(Notice notice) {
    return messages.text(terminal.locale(), notice);
  }

  static long count(List<Notices.Tally> tallies, Severity severity) {
    return tallies.stream()
        .filter(tally -> tally.severity() == severity)
        .mapToLong(Notices.Tally::count)
        .sum();
  }

  private static String where(Place place) {
    StringBuilder where = new StringBuilder();
    if (!place.feed().isEmpty()) {
      where.append(place.feed()).append(' ');
    }
    if (!place.file().isEmpty()) {
      where.append(place.file());
      if (place.line() > 0) {
        where.append(':').append(place.line());
      }
      where.append(' ');
    }
    if (!place.field().isEmpty()) {
      where.append('[').append(place.field()).append("] ");
    }
    return where.toString();
  }

  private String coloured(Severity severity, String text) {
    if (!terminal.outWatched()) {
      return text;
    }
    String colour =
        switch (severity) {
          case ERROR -> "\u001b[31m";
          case WARNING -> "\u001b[33m";
          case INFO -> "\u001b[36m";
        };
    return colour + text + RESET;
  }
}
