package org.toret.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.toret.app.city.CityPreparation;
import org.toret.app.city.StoredCity;
import org.toret.app.texts.Texts;
import org.toret.base.notice.Messages;
import org.toret.base.outcome.Outcome;

/// `./toret build`: compiles a city and writes its image to a file.
final class BuildCommand {

  private static final Options.Known KNOWN =
      new Options.Known(Set.of("data", "out", "state"), Set.of());

  private final Terminal terminal;
  private final Clock clock;

  BuildCommand(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  int run(List<String> words) {
    Options options = Options.parse(words, KNOWN);
    Path out = Path.of(options.require("out"));
    Places places = Places.of(options, terminal);
    Messages messages = Texts.load();
    Instant started = clock.instant();
    var preparation = new CityPreparation(places.data(), places.state(), clock);
    ProgressLine progress = new ProgressLine(terminal, clock);
    Outcome<StoredCity> outcome =
        preparation
            .inputs()
            .then(inputs ->
                preparation.prepare(
                    inputs,
                    progress,
                    refused ->
                        terminal.say(
                            "rebuilt_because", Texts.of(messages, terminal.locale(), refused))));
    progress.end();
    return switch (outcome) {
      case Outcome.Done<StoredCity>(StoredCity stored) -> {
        new NoticeTable(terminal, messages).summary(stored.about().notices());
        yield copied(stored, out, Duration.between(started, clock.instant()));
      }
      case Outcome.Refused<StoredCity> refused -> {
        terminal.err().println(Texts.of(messages, terminal.locale(), refused));
        yield 1;
      }
    };
  }

  private int copied(StoredCity stored, Path out, Duration took) {
    try {
      Path folder = out.toAbsolutePath().normalize().getParent();
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, ".toret-", ".part");
      Files.copy(CityPreparation.image(stored), part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
      terminal
          .out()
          .println(
              terminal.text(
                  "build_done",
                  out,
                  Files.size(out) / (1 << 20),
                  stored.image().hash(),
                  took.toSeconds()));
      return 0;
    } catch (IOException e) {
      terminal.say("build_unwritable", out, e);
      return 1;
    }
  }
}
