package org.toret.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The project speaks of itself alone: no folders of anybody's machine, no hosts from which
/// packages are downloaded, no talk about how it was written. The patterns are put together from
/// pieces, so that this file passes too.
final class WordsTest {

  private static final Pattern WORDS =
      Pattern.compile(
          String.join(
              "|",
              "(?<![\\w.])/wo" + "rk/",
              "(?<![\\w.])/ro" + "ot/",
              "(?<![\\w.])/ho" + "me/[a-z]",
              "repo1?\\.mav" + "en",
              "registry\\.np" + "mjs",
              "\"res" + "olved\": *\"http",
              "(?i:\\bis" + "sue #?\\d{1,2}\\b)",
              "(?i:\\bsub-?ag" + "ent)",
              "(?i:\\blanguage mo" + "del)"));

  private final Repository repository = Repository.here();

  @Test
  @Tag("HO-05")
  void noMachineNoHostNoTalk() {
    List<String> found = new ArrayList<>();
    for (Path file : repository.textFiles()) {
      Matcher words = WORDS.matcher(repository.read(file));
      while (words.find()) {
        found.add(repository.root().relativize(file) + ": " + words.group());
      }
    }
    assertThat(found).isEmpty();
  }
}
