package org.toret.router.traffic;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names of roads as traffic centres and maps write them: `Corso Unita' D'italia(TO)` is `Corso
/// Unità d'Italia`.
final class RoadName {

  private static final Pattern PROVINCE = Pattern.compile("\\([A-Za-z]{2}\\)");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private RoadName() {}

  /// Letters and numbers alone, words apart by one space; empty where there are none.
  static String plain(String name) {
    String bare = PROVINCE.matcher(name).replaceAll(" ");
    String letters = MARKS.matcher(Normalizer.normalize(bare, Normalizer.Form.NFD)).replaceAll("");
    return NO_LETTERS.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
