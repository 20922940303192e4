package org.toret.router.fare.term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.rules.RuleRow;
import org.toret.network.fare.FarePlaces;
import org.toret.network.fare.FareRules;

/// Finds in the feeds of a city what the rows of rule tables name, and tells what is not there. For
/// one compilation.
///
/// Stops are looked up by name in an index made when first needed, so that tables of thousands of
/// pairs of stations stay cheap.
final class TermRows {

  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

  private final FareRules rules;
  private final FareNames names;
  private final Notices notices;
  private final Map<String, Set<Integer>> stopsByName = new HashMap<>();

  /// @param rules of the feeds as they state them
  TermRows(FareRules rules, FareNames names, Notices notices) {
    this.rules = rules;
    this.names = names;
    this.notices = notices;
  }

  Notices notices() {
    return notices;
  }

  /// Whether a cell of a row names something that is there; if not, the row is left out.
  boolean known(RuleRow row, String column, boolean is) {
    if (!is) {
      notices.add(
          Notice.of(
              "fare_term_unknown",
              Severity.WARNING,
              Place.ofFile("", row.reference().tableAndVersion()),
              row.id(),
              column,
              row.findText(column)));
    }
    return is;
  }

  /// The usable rows about a feed.
  List<RuleRow> of(int feed, List<RuleRow> rows, Predicate<RuleRow> usable) {
    List<RuleRow> found = new ArrayList<>();
    for (RuleRow row : rows) {
      if (names.feeds(row.findText("feed")).contains(feed) && usable.test(row)) {
        found.add(row);
      }
    }
    return found;
  }

  /// The routes of a feed in a network, all where none is named.
  Set<Integer> routes(int feed, String network) {
    FarePlaces places = rules.feed(feed).places();
    int wanted = TicketTerms.index(places.networkIds(), network);
    Set<Integer> found = new HashSet<>();
    for (int route = 0; route < names.routeFeeds().length; route++) {
      boolean fits = network.isEmpty();
      for (int one : places.networksOfRoute().row(route)) {
        fits |= one == wanted;
      }
      if (names.routeFeeds()[route] == feed && fits) {
        found.add(route);
      }
    }
    return found;
  }

  /// The stops of a feed that a cell names, by the feed's own ids, a station with its platforms.
  Set<Integer> stops(int feed, String ids) {
    Set<Integer> found = new HashSet<>();
    for (String id : words(ids)) {
      found.addAll(index().getOrDefault(rules.feed(feed).id() + ":" + id, Set.of()));
    }
    return found;
  }

  private Map<String, Set<Integer>> index() {
    if (stopsByName.isEmpty()) {
      for (int stop = 0; stop < names.stopIds().size(); stop++) {
        add(names.stopIds().get(stop), stop);
        add(names.stopIds().get(rules.stations()[stop]), stop);
      }
    }
    return stopsByName;
  }

  private void add(String name, int stop) {
    stopsByName.computeIfAbsent(name, ignored -> new HashSet<>()).add(stop);
  }

  /// Whether a cell is a time of day, `HH:MM`.
  static boolean isTime(String cell) {
    return TIME.matcher(cell).matches();
  }

  /// The parts of a cell between spaces.
  static List<String> words(String cell) {
    return cell.isBlank() ? List.of() : List.of(cell.strip().split("\\s+"));
  }
}
