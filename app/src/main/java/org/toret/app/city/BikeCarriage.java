package org.toret.app.city;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.rules.RuleRow;
import org.toret.base.rules.RuleTable;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Routes;
import org.toret.network.timetable.Timetable;

/// Which vehicles take bicycles where a timetable says nothing of it: rule tables `bike-carriage`
/// of the city, one row for a line (`feed:route_id`), for the lines of a mode (`feed:rail`) or for
/// a whole feed (`feed`), with `yes` or `no` as `admits`. The most exact row counts, of several
/// versions the newest. What the timetable itself says is left as it is.
final class BikeCarriage {

  static final String TABLE = "bike-carriage";

  private BikeCarriage() {}

  /// Completes a timetable that was just compiled; `bike_rules_used` says for how many lines, and
  /// `bike_rule_unused` which row was of no use.
  static void complete(Timetable timetable, List<RuleTable> tables, Notices notices) {
    Map<String, RuleRow> rows = new HashMap<>();
    tables.stream()
        .filter(table -> table.id().equals(TABLE))
        .sorted(Comparator.comparing(RuleTable::version))
        .flatMap(table -> table.listRows().stream())
        .forEach(row -> rows.put(row.id(), row));
    if (rows.isEmpty()) {
      return;
    }
    Map<String, RuleRow> unused = new HashMap<>(rows);
    boolean[] told = new boolean[timetable.routes().count()];
    Patterns patterns = timetable.patterns();
    for (int pattern = 0; pattern < patterns.count(); pattern++) {
      int route = patterns.routes()[pattern];
      for (String key : keys(timetable, route)) {
        RuleRow row = rows.get(key);
        if (row != null) {
          unused.remove(key);
          if (patterns.bikes()[pattern] == Patterns.BIKES_UNKNOWN) {
            boolean yes = row.text("admits").equals("yes");
            patterns.bikes()[pattern] = yes ? Patterns.BIKES_ADMITTED : Patterns.BIKES_REFUSED;
            told[route] = true;
          }
          break;
        }
      }
    }
    report(told, unused, notices);
  }

  private static void report(boolean[] told, Map<String, RuleRow> unused, Notices notices) {
    int lines = 0;
    for (boolean line : told) {
      lines += line ? 1 : 0;
    }
    notices.add(Notice.of("bike_rules_used", Severity.INFO, Place.ofFeed(""), lines));
    unused.keySet().stream()
        .sorted()
        .forEach(key ->
            notices.add(Notice.of("bike_rule_unused", Severity.WARNING, Place.ofFeed(""), key)));
  }

  /// What a row may be named after, the most exact first.
  private static List<String> keys(Timetable timetable, int route) {
    Routes routes = timetable.routes();
    String feed = timetable.feeds().ids().get(routes.feeds()[route]);
    String mode = routes.mode(route).name().toLowerCase(Locale.ROOT);
    return List.of(routes.ids().get(route), feed + ":" + mode, feed);
  }
}
