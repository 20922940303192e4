package org.toret.router.fare;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.toret.base.columns.TextColumn;
import org.toret.base.notice.Notices;
import org.toret.base.rules.RuleBook;
import org.toret.base.rules.RuleTable;
import org.toret.base.rules.RuleTableReader;
import org.toret.network.fare.FareRules;
import org.toret.router.fare.term.FareNames;
import org.toret.router.fare.term.LineMeasures;

/// Fare towns with rule tables laid over them. A table is written as its id, the names of its
/// columns and its rows; it holds from the first day of 2026, or from the day given. A line is
/// written as its route and its stops with the kilometres from its start: `5 N0 O4.2 P11`.
final class FareTables {

  private final List<RuleTable> tables = new ArrayList<>();

  private final Map<Integer, List<LineMeasures.Line>> lines = new HashMap<>();

  FareTables line(String text) {
    String[] word = text.split("\\s+");
    int[] stations = new int[word.length - 1];
    double[] metres = new double[word.length - 1];
    for (int i = 1; i < word.length; i++) {
      stations[i - 1] = word[i].charAt(0);
      metres[i - 1] = 1000 * Double.parseDouble(word[i].substring(1));
    }
    lines
        .computeIfAbsent(Integer.valueOf(word[0]), ignored -> new ArrayList<>())
        .add(new LineMeasures.Line(stations, metres));
    return this;
  }

  FareTables table(String id, String columns, String... rows) {
    return dated("2026-01-01", id, columns, rows);
  }

  FareTables dated(String from, String id, String columns, String... rows) {
    String text =
        "# table: "
            + id
            + "\n# version: "
            + from
            + "\n# numbers: rides cents\n# source s: a test | none | 2026\nrow,"
            + columns
            + "\n"
            + String.join("\n", rows);
    Notices notices = new Notices();
    tables.add(new RuleTableReader(id, notices).read(text).orElseThrow());
    if (!notices.listAll().isEmpty()) {
      throw new IllegalArgumentException(notices.listAll().toString());
    }
    return this;
  }

  /// Stop `t:A` is stop A of feed t; routes 0 to 4 are of the first feed, 5 to 9 of the second.
  FareCalendar over(FareTown... towns) {
    FareRules rules = FareTown.rules(towns);
    List<Set<String>> names = new ArrayList<>();
    rules.feeds().forEach(feed -> names.add(Set.of(feed.id(), feed.id() + ".example")));
    int second = towns.length > 1 ? 1 : 0;
    int[] routeFeeds = IntStream.range(0, 10).map(route -> route < 5 ? 0 : second).toArray();
    TextColumn stops =
        TextColumn.of(
            IntStream.range(0, 128)
                .mapToObj(stop ->
                    rules.feed(stop < 'N' ? 0 : second).id() + ":" + Character.toString(stop))
                .toList());
    return new FareCalendar(
        new FareEngine(rules),
        rules,
        new FareNames(names, routeFeeds, stops),
        new LineMeasures(rules.stations(), route -> lines.getOrDefault(route, List.of())),
        RuleBook.of(tables),
        ZoneId.of("Europe/Rome"));
  }
}
