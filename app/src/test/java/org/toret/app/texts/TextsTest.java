package org.toret.app.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.toret.base.notice.Messages;

/// All texts of the application go into one collection, so one file must not overwrite another.
final class TextsTest {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)[?}]");

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

  /// The later of two would be told, whichever was meant.
  @Test
  void noCodeStandsTwiceInOneFile() throws IOException {
    List<String> twice = new ArrayList<>();
    for (Path file :
        Stream.concat(files("_it.properties").stream(), files("_en.properties").stream())
            .toList()) {
      try (Reader reader = Files.newBufferedReader(file)) {
        new Properties() {
          @Override
          public synchronized Object put(Object code, Object text) {
            if (containsKey(code)) {
              twice.add(code + " in " + file);
            }
            return super.put(code, text);
          }
        }.load(reader);
      }
    }
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

  @Test
  @Tag("UI-10")
  void oneIsToldOtherwiseThanMany() {
    Messages texts = Texts.load();
    assertThat(texts.text(Locale.ENGLISH, "bike_on_board_unknown", List.of("1", "2")))
        .contains("2 lines have some, 1 other says nothing of it and is left out.");
    assertThat(texts.text(Locale.ITALIAN, "bike_on_board_unknown", List.of("3", "1")))
        .contains("1 linea ne ha, altre 3 non ne dicono nulla e sono escluse.");
    assertThat(texts.text(Locale.ITALIAN, "live_stop_unknown", List.of("12345", "1")))
        .isEqualTo("Della corsa “12345” si nomina 1 fermata che l’orario non conosce");
    assertThat(texts.text(Locale.ENGLISH, "live_stop_unknown", List.of("1", "many")))
        .as("what is no number is many")
        .isEqualTo("Of trip “1” many stops are named that the timetable does not know");
  }

  /// Whatever stands in for a number, every text of every file is told, in both languages with the
  /// same arguments and without a mark of its pattern.
  @Test
  @Tag("UI-10")
  void everyTextIsToldWithAnyArguments() throws IOException {
    List<String> fills = List.of("1", "0", "2", "1.234", "-1", "x", "", "{0}", "1|2", "'", "$1\\");
    for (Path italian : files("_it.properties")) {
      Path english = italian.resolveSibling(stem(italian) + "_en.properties");
      Map<String, String> in = texts(italian);
      Map<String, String> en = texts(english);
      in.forEach((code, text) -> {
        assertThat(places(en.getOrDefault(code, ""))).as(code).isEqualTo(places(text));
        for (String fill : fills) {
          toldInFull(Locale.ITALIAN, code, text, fill);
          toldInFull(Locale.ENGLISH, code, en.getOrDefault(code, ""), fill);
        }
        // arguments that are not there
        assertThat(Messages.of(text, Locale.ITALIAN, List.of())).as(code).isNotNull();
      });
    }
  }

  private static void toldInFull(Locale language, String code, String text, String fill) {
    String told = Messages.of(text, language, Collections.nCopies(10, fill));
    String bare = fill.isEmpty() ? told : told.replace(fill, "");
    assertThat(bare).as("%s with “%s”", code, fill).doesNotContain("{", "}", "''");
  }

  /// The numbers of the places that are filled, those of forms included.
  private static SortedSet<Integer> places(String text) {
    SortedSet<Integer> places = new TreeSet<>();
    Matcher place = PLACE.matcher(text);
    while (place.find()) {
      places.add(Integer.valueOf(place.group(1)));
    }
    return places;
  }

  private static String stem(Path file) {
    return file.getFileName().toString().replace("_it.properties", "");
  }

  private static Map<String, String> texts(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.forEach((code, text) -> texts.put((String) code, (String) text));
    return texts;
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
