package org.toret.feeds.osm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.toret.base.columns.TextColumn;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.network.street.StreetNetwork;
import org.toret.network.zone.AccessCondition;
import org.toret.network.zone.AccessRegime;
import org.toret.network.zone.AccessZonesBuilder;
import org.toret.network.zone.ConditionalText;

/// Turns conditional access as OpenStreetMap writes it into regimes: `no @ (Mo-Fr 07:30-10:30);
/// yes @ permit`.
///
/// What is read of conditions is told in [ConditionalText]; persons (`permit`, `disabled`,
/// `delivery`, …) become permits. Anything else is left out and noted: the street then counts as
/// its other conditions and its default say.
public final class OsmAccess {

  private static final Set<String> OPEN =
      Set.of("yes", "designated", "permissive", "destination", "official", "none");
  private static final String FEED = "osm:";

  private OsmAccess() {}

  /// Adds the regimes of the streets to those of a city.
  public static void add(StreetNetwork streets, AccessZonesBuilder zones, Notices notices) {
    TextColumn texts = streets.access();
    Map<Integer, List<Integer>> byText = new TreeMap<>();
    for (int edge = 0; edge < texts.size(); edge++) {
      int row = texts.rows()[edge];
      if (texts.offsets()[row + 1] > texts.offsets()[row]) {
        byText.computeIfAbsent(row, fresh -> new ArrayList<>()).add(edge);
      }
    }
    Map<String, Integer> taken = new HashMap<>();
    byText.forEach((row, edges) -> {
      String text = texts.get(edges.getFirst());
      Parsed parsed = parse(text);
      for (String unread : parsed.unread()) {
        notices.add(
            Notice.of(
                "osm_condition_unread", Severity.INFO, Place.ofFeed("osm"), unread, edges.size()));
      }
      parsed.regime().ifPresent(regime -> zones.streets(apart(regime, taken), edges));
    });
  }

  /// Zones of one name may have several texts: each is a regime, a permit is for the name.
  private static AccessRegime apart(AccessRegime regime, Map<String, Integer> taken) {
    int nth = taken.merge(regime.id(), 1, Integer::sum);
    return nth == 1
        ? regime
        : new AccessRegime(
            regime.id() + "-" + nth, regime.name(), regime.open(), regime.conditions());
  }

  /// A text read.
  ///
  /// @param regime empty where nothing of it concerns cars
  /// @param unread conditions that were not understood
  record Parsed(Optional<AccessRegime> regime, List<String> unread) {}

  /// Reads `base|conditional|zone`.
  static Parsed parse(String text) {
    String[] parts = text.split("\\|", -1);
    String name = parts.length > 2 ? parts[2].strip() : "";
    String permit = FEED + (name.isEmpty() ? "permit" : slug(name));
    boolean open = parts[0].isEmpty() || OPEN.contains(parts[0]);
    List<AccessCondition> conditions = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    for (String part : ConditionalText.outside(parts[1], ';')) {
      ConditionalText read =
          ConditionalText.parse(marked(part.strip()), word -> Optional.of(person(word, permit)));
      unread.addAll(read.unread());
      read.clauses().forEach(clause -> add(clause, permit, conditions));
    }
    if (conditions.isEmpty()) {
      return new Parsed(Optional.empty(), unread);
    }
    String id = name.isEmpty() ? FEED + slug(parts[0] + " " + parts[1]) : permit;
    return new Parsed(Optional.of(new AccessRegime(id, name, open, conditions)), unread);
  }

  /// Some mappers leave out the mark between value and condition.
  private static String marked(String clause) {
    return clause.contains("@") ? clause : clause.replaceFirst(" ", " @ ");
  }

  private static void add(
      ConditionalText.Clause clause, String permit, List<AccessCondition> conditions) {
    boolean open = OPEN.contains(clause.value());
    clause.when().forEach(when -> conditions.add(when.entering(open)));
    if (!open && !clause.value().equals("no")) {
      clause
          .when()
          .forEach(when ->
              conditions.add(
                  AccessCondition.always(true)
                      .at(when.days(), when.fromSecond(), when.untilSecond())
                      .holding(person(clause.value(), permit))));
    }
  }

  /// Who holds a permit says so by the zone's id, everybody else by what they are.
  private static String person(String word, String permit) {
    return switch (word) {
      case "permit", "permit_holder", "private", "residents" -> permit;
      default -> word;
    };
  }

  private static String slug(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
