package org.toret.feeds.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("TT-08")
final class NoticeTextsTest {

  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    Properties italian = texts("it");
    Properties english = texts("en");
    assertThat(italian.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String code : english.stringPropertyNames()) {
      assertThat(places(italian.getProperty(code)))
          .as(code)
          .isEqualTo(places(english.getProperty(code)));
      assertThat(italian.getProperty(code)).as(code).doesNotContain("'");
      assertThat(english.getProperty(code)).as(code).doesNotContain("'");
    }
  }

  private static Set<String> places(String text) {
    return new TreeSet<>(PLACE.matcher(text).results().map(MatchResult::group).toList());
  }

  private static Properties texts(String language) throws IOException {
    Properties texts = new Properties();
    try (Reader in =
        new InputStreamReader(
            GtfsImport.class.getResourceAsStream("notices_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      texts.load(in);
    }
    return texts;
  }
}
