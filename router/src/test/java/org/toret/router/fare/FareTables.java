package org.toret.router.fare;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.toret.base.columns.TextColumn;
import org.toret.base.notice.Notices;
import org.toret.base.rules.RuleBook;
import org.toret.base.rules.RuleTable;
import org.toret.base.rules.RuleTableReader;
import org.toret.network.fare.FareRules;
import org.toret.router.fare.term.FareNames;

/// Fare towns with rule tables laid over them. A table is written as its id, the names of its
/// columns and its rows; it holds from the first day of 2026, or from the day given.
final class FareTables {

  private final List<RuleTable> tables = new ArrayList<>();

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
        RuleBook.of(tables),
        ZoneId.of("Europe/Rome"));
  }
}
