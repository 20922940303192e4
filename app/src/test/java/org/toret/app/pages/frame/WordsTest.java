package org.toret.app.pages.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.notice.Messages;

final class WordsTest {

  private static final Pattern USED_IN_TEMPLATES = Pattern.compile("\\.t\\(\"([^\"]+)\"[,)]");
  private static final Pattern USED_IN_SCRIPT = Pattern.compile("\\btext\\('([^']+)'[,)]");

  private final Messages messages = Words.loadInto(new Messages());

  @Test
  @Tag("UI-03")
  void everyTextExistsInEveryLanguage() {
    Set<String> italian = new TreeSet<>(messages.codes("it"));
    for (String language : Words.LANGUAGES.keySet()) {
      assertThat(new TreeSet<>(messages.codes(language))).as(language).isEqualTo(italian);
    }
  }

  @Test
  void everyTextThatTemplatesAndScriptAskForExists() throws IOException {
    assertThat(messages.codes("it"))
        .containsAll(used(Path.of("src/main/jte"), USED_IN_TEMPLATES, ""));
    assertThat(messages.codes("it"))
        .containsAll(used(Path.of("../web/src"), USED_IN_SCRIPT, "script."));
  }

  @Test
  void everyGroupOfAlternativesHasAName() {
    assertThat(messages.codes("it"))
        .contains(
            "group.walk",
            "group.bike",
            "group.ebike",
            "group.car",
            "group.shared",
            "group.taxi",
            "group.public");
  }

  @Test
  void whatIsLeftOpenForScriptStaysOpen() {
    assertThat(Words.in(messages, "it").forScript())
        .containsEntry("share.failed", "Non si può copiare; l’indirizzo è {0}");
  }

  private static Set<String> used(Path folder, Pattern pattern, String prefix) throws IOException {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().matches(".*\\.(jte|ts)")) {
          pattern
              .matcher(Files.readString(file))
              .results()
              .forEach(found -> codes.add(prefix + found.group(1)));
        }
      }
    }
    assertThat(codes).as("codes found in " + folder).isNotEmpty();
    return codes;
  }
}
