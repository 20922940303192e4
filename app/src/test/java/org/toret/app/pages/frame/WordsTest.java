package org.toret.app.pages.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.notice.Messages;
import org.toret.feeds.gtfsrt.Alert;
import org.toret.feeds.gtfsrt.Occupancy;
import org.toret.mobility.plan.TravelMode;
import org.toret.router.path.StepDirection;

final class WordsTest {

  private static final Pattern USED_IN_TEMPLATES = Pattern.compile("\\.t\\(\"([^\"]+)\"[,)]");
  private static final Pattern USED_IN_SCRIPT = Pattern.compile("\\btext\\('([^']+)'[,)]");

  private static final Set<Alert.Effect> SAYS_NOTHING =
      Set.of(Alert.Effect.OTHER_EFFECT, Alert.Effect.UNKNOWN_EFFECT, Alert.Effect.NO_EFFECT);

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
            "group.lift",
            "group.shared",
            "group.taxi",
            "group.public");
  }

  @Test
  @Tag("UI-03")
  void whateverIsTurnedIntoACodeHasAText() {
    assertThat(messages.codes("it"))
        .containsAll(codes("turn.", StepDirection.values()))
        .containsAll(codes("leg.occupancy.", told(Occupancy.values())))
        .containsAll(codes("script.map.occupancy.", told(Occupancy.values())))
        .containsAll(
            codes(
                "effect.",
                Arrays.stream(Alert.Effect.values())
                    .filter(effect -> !SAYS_NOTHING.contains(effect))
                    .toArray(Alert.Effect[]::new)));
    assertThat(messages.codes("it"))
        .containsAll(Arrays.stream(TravelMode.values()).map(mode -> "mode." + mode.id()).toList())
        .contains("stop.canceled", "stop.skipped", "stop.live.prediction", "stop.live.position");
    for (String told : List.of("added", "duplicated", "replaced", "detoured")) {
      assertThat(messages.codes("it")).contains("leg.live." + told, "stop.told." + told);
    }
  }

  private static Enum<?>[] told(Occupancy[] all) {
    return Arrays.stream(all)
        .filter(one -> one != Occupancy.NO_DATA_AVAILABLE)
        .toArray(Occupancy[]::new);
  }

  private static List<String> codes(String prefix, Enum<?>[] all) {
    return Arrays.stream(all).map(one -> prefix + one.name().toLowerCase(Locale.ROOT)).toList();
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
