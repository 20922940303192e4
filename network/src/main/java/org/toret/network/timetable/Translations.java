package org.toret.network.timetable;

import java.util.HashMap;
import java.util.Map;
import org.toret.base.columns.TextColumn;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// Names in other languages. A text is looked up by its language, its field and the original text
/// or the id of its record.
///
/// @param keys `language|field|record id` or `language|field|=original text`, the record id with
///   its feed and the original text behind `feed:`
/// @param texts the translation
public record Translations(TextColumn keys, TextColumn texts) {

  /// Translations of a feed that has none.
  public static Translations none() {
    return new Translations(TextColumn.of(java.util.List.of()), TextColumn.of(java.util.List.of()));
  }

  /// All translations for look-up.
  public Map<String, String> toMap() {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      map.put(keys.get(i), texts.get(i));
    }
    return map;
  }

  void write(ImageWriter image) {
    image.texts("translations.key", keys).texts("translations.text", texts);
  }

  static Translations read(ImageFile image) {
    return new Translations(image.texts("translations.key"), image.texts("translations.text"));
  }
}
