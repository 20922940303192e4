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
import org.toret.network.zone.OpeningHours;

/// Turns conditional access as OpenStreetMap writes it into regimes: `no @ (Mo-Fr 07:30-10:30);
/// yes @ permit`.
///
/// Read are weekdays, public holidays (`PH`, `PH off`), times of day, and persons (`permit`,
/// `disabled`, `delivery`, …), which become permits. Conditions on weight, length and the like do
/// not concern cars. Anything else (dates, sunrise, school holidays) is left out and noted: the
/// street then counts as its other conditions and its default say.
public final class OsmAccess {

  private static final Set<String> OPEN =
      Set.of("yes", "designated", "permissive", "destination", "official", "none");
  private static final Set<String> SIZES =
      Set.of("weight", "length", "height", "width", "axle", "trailer", "occupants", "maxweight");
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
    for (String clause : outside(parts[1], ';')) {
      clause(clause.strip(), permit, conditions, unread);
    }
    if (conditions.isEmpty()) {
      return new Parsed(Optional.empty(), unread);
    }
    String id = name.isEmpty() ? FEED + slug(parts[0] + " " + parts[1]) : permit;
    return new Parsed(Optional.of(new AccessRegime(id, name, open, conditions)), unread);
  }

  private static void clause(
      String clause, String permit, List<AccessCondition> conditions, List<String> unread) {
    if (clause.isEmpty()) {
      return;
    }
    int at = clause.indexOf('@');
    int split = at >= 0 ? at : clause.indexOf(' ');
    String value = (split < 0 ? clause : clause.substring(0, split)).strip();
    String when = split < 0 ? "" : clause.substring(at >= 0 ? split + 1 : split).strip();
    if (when.startsWith("(") && when.endsWith(")")) {
      when = when.substring(1, when.length() - 1).strip();
    }
    AccessCondition base = AccessCondition.always(OPEN.contains(value));
    List<AccessCondition> found = new ArrayList<>(List.of(base));
    for (String term : when.split("(?i)\\s+AND\\s+")) {
      String word = term.strip().toLowerCase(Locale.ROOT);
      if (word.isEmpty()) {
        continue;
      }
      if (SIZES.stream().anyMatch(word::startsWith)) {
        return;
      }
      if (word.matches("[a-z_]+") && !OpeningHours.isDays(term.strip())) {
        found = found.stream().map(one -> one.holding(person(word, permit))).toList();
        continue;
      }
      Optional<List<OpeningHours.Span>> spans = OpeningHours.parse(term.strip());
      if (spans.isEmpty()) {
        unread.add(clause);
        return;
      }
      List<AccessCondition> timed = new ArrayList<>();
      for (AccessCondition one : found) {
        for (OpeningHours.Span span : spans.get()) {
          timed.add(one.at(span.days(), span.from(), span.until()));
        }
      }
      found = timed;
    }
    conditions.addAll(found);
    if (!base.entry() && !value.equals("no")) {
      found.forEach(one -> conditions.add(opened(one).holding(person(value, permit))));
    }
  }

  private static AccessCondition opened(AccessCondition closed) {
    return AccessCondition.always(true)
        .at(closed.days(), closed.fromSecond(), closed.untilSecond());
  }

  /// Who holds a permit says so by the zone's id, everybody else by what they are.
  private static String person(String word, String permit) {
    return switch (word) {
      case "permit", "permit_holder", "private", "residents" -> permit;
      default -> word;
    };
  }

  /// Splits at a character that is not in brackets.
  private static List<String> outside(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == separator && depth <= 0) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static String slug(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
