package org.toret.app.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.toret.base.notice.Messages;

/// All texts of the application go into one collection, so one file must not overwrite another.
final class TextsTest {

  @ParameterizedTest
  @ValueSource(strings = {"it", "en"})
  void noCodeHasTwoTexts(String language) throws IOException {
    Map<String, Path> files = new HashMap<>();
    List<String> twice = new ArrayList<>();
    for (Path file : files("_" + language + ".properties")) {
      for (String code : codes(file)) {
        Path other = files.putIfAbsent(code, file);
        if (other != null) {
          twice.add(code + " in " + other + " and " + file);
        }
      }
    }
    assertThat(files).isNotEmpty();
    assertThat(twice).isEmpty();
  }

  @Test
  void everyTextExistsInBothLanguages() throws IOException {
    List<Path> italian = files("_it.properties");
    assertThat(italian).isNotEmpty();
    for (Path file : italian) {
      String name = file.getFileName().toString().replace("_it.", "_en.");
      assertThat(codes(file.resolveSibling(name))).as(name).isEqualTo(codes(file));
    }
  }

  /// The message files of all modules, seen from the folder of this one.
  private static List<Path> files(String ending) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      for (Path module : modules.sorted().toList()) {
        Path resources = module.resolve("src/main/resources");
        if (Files.isDirectory(resources)) {
          try (Stream<Path> files = Files.walk(resources)) {
            files.filter(file -> file.toString().endsWith(ending)).forEach(found::add);
          }
        }
      }
    }
    return found;
  }

  private static java.util.Set<String> codes(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties.stringPropertyNames();
  }

  @Test
  void oneIsToldOtherwiseThanMany() {
    Messages texts = Texts.load();
    assertThat(texts.text(Locale.ENGLISH, "bike_on_board_unknown", List.of("1", "2")))
        .contains("2 lines have some, 1 other says nothing of it and is left out.");
    assertThat(texts.text(Locale.ITALIAN, "bike_on_board_unknown", List.of("3", "1")))
        .contains("1 linea ne ha, altre 3 non ne dicono nulla e sono escluse.");
    assertThat(texts.text(Locale.ITALIAN, "live_stop_unknown", List.of("12345", "1")))
        .as("ids stay as they are")
        .isEqualTo("Della corsa “12345” si nomina 1 fermata che l’orario non conosce");
  }
}
