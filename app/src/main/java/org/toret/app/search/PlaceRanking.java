package org.toret.app.search;

import java.util.List;
import java.util.Optional;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;

/// Orders found places as a person of the city would expect.
///
/// The index finds what may be meant; this says how well a name answers what was typed, word by
/// word, and then lets importance, kind and nearness decide between equally good names. All parts
/// are added up in points: 100 for the words, 25 for how much of the name was asked for, 25 for
/// importance, some for the kind, 10 for nearness.
final class PlaceRanking {

  private static final double IMPLIED = 0.97;
  private static final double PREFIX = 0.85;
  private static final double ONE_TYPO = 0.72;
  private static final double TWO_TYPOS = 0.5;
  private static final double NEAR_METRES = 20_000;

  private final List<String> asked;
  private final Optional<GeoPoint> near;

  PlaceRanking(List<String> asked, Optional<GeoPoint> near) {
    this.asked = asked;
    this.near = near;
  }

  /// Points of a place; below [#isMeant] it is not shown.
  double points(FoundPlace place) {
    double best = points(place, NameTokens.of(withoutBrackets(place.name())));
    best = Math.max(best, points(place, NameTokens.of(place.name())));
    for (String other : place.otherNames()) {
      best = Math.max(best, points(place, NameTokens.of(other)) - 1);
    }
    return best;
  }

  /// What stands in brackets explains a name and is seldom asked for: `Porta Nuova (M1)`.
  private static String withoutBrackets(String name) {
    return name.replaceAll("\\([^)]*\\)", " ");
  }

  private double points(FoundPlace place, List<String> name) {
    double words = 0;
    double wordsAsked = 0;
    boolean[] hit = new boolean[name.size()];
    List<String> implied = place.impliedWords();
    for (String word : asked) {
      double importance = importance(word);
      wordsAsked += importance;
      double likeness = implied.contains(word) ? IMPLIED : 0;
      words += importance * Math.max(likeness, best(word, name, hit));
    }
    int hits = 0;
    for (boolean one : hit) {
      hits += one ? 1 : 0;
    }
    double match = words / Math.max(0.1, wordsAsked);
    double covered = name.isEmpty() ? 0 : (double) hits / name.size();
    double first = !name.isEmpty() && hit[0] ? 4 : 0;
    return 100 * match
        + 25 * covered
        + first
        + 25 * place.weight()
        + place.kind().bonus
        + nearness(place);
  }

  /// Whether so many points answer what was typed at all.
  static boolean isMeant(double points) {
    return points >= 70;
  }

  /// House numbers say little as long as no address is known.
  private static double importance(String word) {
    return Character.isDigit(word.charAt(0)) ? 0.3 : 1;
  }

  private static double best(String asked, List<String> name, boolean[] hit) {
    double best = 0;
    int at = -1;
    for (int i = 0; i < name.size(); i++) {
      double likeness = likeness(asked, name.get(i));
      if (likeness > best) {
        best = likeness;
        at = i;
      }
    }
    if (at >= 0) {
      hit[at] = true;
    }
    return best;
  }

  static double likeness(String asked, String word) {
    if (asked.equals(word)) {
      return 1;
    }
    if (word.startsWith(asked)) {
      return PREFIX + 0.1 * asked.length() / word.length();
    }
    int allowed = typosAllowed(asked.length());
    int typos = EditDistance.between(asked, word, allowed);
    if (typos > allowed && word.length() > asked.length() && allowed > 0) {
      String start = word.substring(0, asked.length());
      typos = EditDistance.between(asked, start, allowed);
      return typos <= allowed ? 0.8 * likeness(typos) : 0;
    }
    return typos <= allowed ? likeness(typos) : 0;
  }

  private static double likeness(int typos) {
    return typos <= 1 ? ONE_TYPO : TWO_TYPOS;
  }

  /// None in words of up to three letters, one up to six, two beyond.
  static int typosAllowed(int length) {
    return length <= 3 ? 0 : length <= 6 ? 1 : 2;
  }

  private double nearness(FoundPlace place) {
    return near.map(point ->
            10
                * Math.max(
                    0,
                    1
                        - Distance.metres(point.lat(), point.lon(), place.lat(), place.lon())
                            / NEAR_METRES))
        .orElse(0.0);
  }
}
