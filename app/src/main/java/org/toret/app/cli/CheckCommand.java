package org.toret.app.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.toret.app.answer.AnswerJson;
import org.toret.app.answer.FeedsView;
import org.toret.app.city.FeedCheck;
import org.toret.app.texts.Texts;
import org.toret.base.notice.Messages;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Severity;

/// `./toret check`: validates feeds one by one, without compiling a city.
final class CheckCommand {

  private static final Options.Known KNOWN = new Options.Known(Set.of(), Set.of("json"));

  private final Terminal terminal;
  private final Clock clock;

  CheckCommand(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  /// What is printed as JSON.
  ///
  /// @param source what was checked
  private record Checked(
      String source,
      long errors,
      long warnings,
      List<FeedCheck.Checked> feeds,
      List<FeedsView.Count> notices) {}

  int run(List<String> words) {
    Options options = Options.parse(words, KNOWN);
    if (options.rest().isEmpty()) {
      throw new UsageException("usage_check_what");
    }
    Messages messages = Texts.load();
    boolean well = true;
    for (String word : options.rest()) {
      well &= check(word, options.has("json"), messages);
    }
    return well ? 0 : 1;
  }

  private boolean check(String word, boolean json, Messages messages) {
    if (!word.matches("https?://.*")) {
      Path path = Path.of(word);
      if (!Files.exists(path)) {
        throw new UsageException("usage_no_file", path);
      }
      return check(word, path, json, messages);
    }
    try (Download download = Download.of(URI.create(word))) {
      return check(word, download.file(), json, messages);
    } catch (IOException | IllegalArgumentException e) {
      terminal.say("check_unreadable", word, e);
      return false;
    }
  }

  private boolean check(String name, Path path, boolean json, Messages messages) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    try {
      FeedCheck.Result result = new FeedCheck(today).check(path);
      List<Notices.Tally> tallies = result.notices().listAll();
      if (json) {
        Checked checked =
            new Checked(
                name,
                NoticeTable.count(tallies, Severity.ERROR),
                NoticeTable.count(tallies, Severity.WARNING),
                result.feeds(),
                FeedsView.counts(tallies, messages, terminal.locale()));
        terminal
            .out()
            .println(
                AnswerJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(checked));
      } else {
        print(name, result, tallies, messages);
      }
      return !result.notices().hasErrors();
    } catch (IOException e) {
      terminal.say("check_unreadable", name, e);
      return false;
    }
  }

  private void print(
      String name, FeedCheck.Result result, List<Notices.Tally> tallies, Messages messages) {
    terminal.out().println(name);
    for (FeedCheck.Checked feed : result.feeds()) {
      terminal
          .out()
          .println(
              terminal.text(
                  "check_feed",
                  feed.id(),
                  feed.kind(),
                  feed.stops(),
                  feed.routes(),
                  feed.trips(),
                  feed.stopTimes(),
                  feed.firstDay(),
                  feed.lastDay()));
    }
    new NoticeTable(terminal, messages).print(tallies);
    terminal
        .out()
        .println(
            terminal.text(
                "notices_summary",
                NoticeTable.count(tallies, Severity.ERROR),
                NoticeTable.count(tallies, Severity.WARNING),
                NoticeTable.count(tallies, Severity.INFO)));
  }
}
