package org.toret.app.simulate.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;

/// Writes one publication of DATEX II, version 3, as the content of a `payload`. Elements are named
/// with the prefixes under which the schemas are known: `com`, `loc`, `roa`, `sit`, `prk`.
final class DatexText {

  private static final String SPACE = "http://datex2.eu/schema/3/";
  private static final Map<String, String> SPACES =
      Map.of(
          "com", "common",
          "loc", "locationReferencing",
          "roa", "roadTrafficData",
          "sit", "situation",
          "prk", "parking");

  private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
  private final Deque<String> open = new ArrayDeque<>();

  /// @param type of the publication, such as `sit:SituationPublication`
  DatexText(String type, Locale language, String country, long epochSecond) {
    String prefix = type.substring(0, type.indexOf(':'));
    out.append("<d2:payload xmlns:d2=\"").append(SPACE).append("d2Payload\"");
    for (String used : new String[] {"com", "loc", prefix}) {
      out.append(" xmlns:").append(used).append("=\"").append(SPACE).append(SPACES.get(used));
      out.append('"');
    }
    out.append(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"");
    out.append(type).append("\" lang=\"").append(language.getLanguage());
    out.append("\" modelBaseVersion=\"3\">");
    open.push("d2:payload");
    text("com:publicationTime", time(epochSecond));
    open("com:publicationCreator");
    text("com:country", country.toLowerCase(Locale.ROOT));
    text("com:nationalIdentifier", "Toret simulate");
    close();
  }

  static String time(long epochSecond) {
    return Instant.ofEpochSecond(epochSecond).toString();
  }

  /// Opens an element.
  ///
  /// @param attributes alternating name and value
  DatexText open(String name, String... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(FiveTText.escaped(attributes[i + 1])).append('"');
    }
    out.append('>');
    open.push(name);
    return this;
  }

  /// Closes the element that was opened last.
  DatexText close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /// Closes some of them.
  DatexText close(int many) {
    for (int i = 0; i < many; i++) {
      close();
    }
    return this;
  }

  DatexText text(String name, String value) {
    out.append('<').append(name).append('>').append(FiveTText.escaped(value));
    out.append("</").append(name).append('>');
    return this;
  }

  /// A text in one or more languages.
  DatexText words(String name, Map<Locale, String> texts) {
    open(name).open("com:values");
    texts.forEach(
        (language, text) -> open("com:value", "lang", language.getLanguage()).raw(text).close());
    return close(2);
  }

  private DatexText raw(String text) {
    out.append(FiveTText.escaped(text));
    return this;
  }

  /// That all of it is invented.
  DatexText header(String prefix) {
    open(prefix + ":headerInformation").text("com:confidentiality", "noRestriction");
    return text("com:informationStatus", "test").close();
  }

  byte[] bytes() {
    close(open.size());
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }
}
