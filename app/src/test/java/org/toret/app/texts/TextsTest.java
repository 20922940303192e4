package org.toret.app.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
}
