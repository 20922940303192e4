package org.toret.app.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// A name as the words by which it is looked up: lower case without accents, Italian abbreviations
/// of street names written out, articles and prepositions left out.
///
/// `P.za Castello`, `pza castello` and `PIAZZA CASTELLO` are all `piazza castello`; `C.so
/// d'Azeglio` is `corso azeglio`. Where nothing else is left, the small words stay.
public final class NameTokens {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern ELISION =
      Pattern.compile("\\b(l|d|dell|dall|nell|sull|all|un|s)['’](?=\\p{L})");
  private static final Pattern DOTTED =
      Pattern.compile("\\b(p|c|v|s|l)\\.?\\s?(za|zza|zale|le|so|lo|go|gne|ma|ta|to|ti)\\b\\.?");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Set<String> SMALL =
      Set.of(
          "a", "al", "alla", "alle", "ai", "con", "da", "dal", "de", "dei", "degli", "del", "della",
          "delle", "dello", "di", "e", "ed", "gli", "i", "il", "in", "la", "le", "lo", "of", "per",
          "the");

  private static final Map<String, String> WRITTEN_OUT =
      Map.ofEntries(
          Map.entry("pza", "piazza"),
          Map.entry("pzza", "piazza"),
          Map.entry("pz", "piazza"),
          Map.entry("p", "piazza"),
          Map.entry("ple", "piazzale"),
          Map.entry("pzale", "piazzale"),
          Map.entry("cso", "corso"),
          Map.entry("c", "corso"),
          Map.entry("v", "via"),
          Map.entry("vle", "viale"),
          Map.entry("lgo", "largo"),
          Map.entry("llo", "largo"),
          Map.entry("str", "strada"),
          Map.entry("vic", "vicolo"),
          Map.entry("lungop", "lungopo"),
          Map.entry("staz", "stazione"),
          Map.entry("station", "stazione"),
          Map.entry("square", "piazza"),
          Map.entry("osp", "ospedale"),
          Map.entry("univ", "universita"),
          Map.entry("s", "san"),
          Map.entry("sto", "santo"),
          Map.entry("sta", "santa"),
          Map.entry("ss", "santi"),
          Map.entry("fraz", "frazione"),
          Map.entry("cna", "cascina"),
          Map.entry("casc", "cascina"));

  private NameTokens() {}

  /// The words of a name.
  public static List<String> of(String name) {
    String text = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    text = ELISION.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
    text = DOTTED.matcher(text).replaceAll("$1$2");
    List<String> all = new ArrayList<>();
    List<String> weighty = new ArrayList<>();
    for (String word : OTHER.split(text)) {
      if (word.isEmpty()) {
        continue;
      }
      String token = WRITTEN_OUT.getOrDefault(word, word);
      all.add(token);
      if (!SMALL.contains(token)) {
        weighty.add(token);
      }
    }
    return weighty.isEmpty() ? all : weighty;
  }
}
