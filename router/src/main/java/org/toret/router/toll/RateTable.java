package org.toret.router.toll;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.toret.base.rules.RuleBook;
import org.toret.base.rules.RuleRow;
import org.toret.base.rules.RuleTable;
import org.toret.network.zone.AccessCondition;
import org.toret.network.zone.CarUser;
import org.toret.network.zone.OpeningHours;
import org.toret.router.toll.Rate.Unit;

/// The prices of a table, each with when and for whom it holds: columns `name`, `unit`, `cents` and
/// `currency`, and, empty for always and everybody, `hours` as OpenStreetMap's `opening_hours` has
/// them, `fuels` apart by spaces, `euroUpTo`, `permit`. Of the rows that hold the one of the
/// highest `rank` counts, of equals the last by its name. A row that cannot be read is an unknown
/// price. Thread-safe.
final class RateTable {

  private static final int DAYS_KEPT = 64;

  /// The price of a pair of booths counts before those of one.
  private static final Comparator<Row> CLOSER =
      Comparator.comparing((Row row) -> !row.from().isEmpty()).thenComparing(Row::rank);

  private final RuleBook rules;
  private final String table;
  private final String column;
  private final Unit usual;
  private final Predicate<LocalDate> holiday;
  private final Map<LocalDate, List<Row>> kept = new ConcurrentHashMap<>();

  /// @param column names what a row is for
  /// @param usual the unit where a row tells none
  RateTable(RuleBook rules, String table, String column, Unit usual, Predicate<LocalDate> holiday) {
    this.rules = rules;
    this.table = table;
    this.column = column;
    this.usual = usual;
    this.holiday = holiday;
  }

  /// A row read.
  ///
  /// @param of what it is for: an id or a name
  /// @param from the booth that was passed before, empty for any
  /// @param when the times and cars it holds for
  /// @param isRead whether all of it was understood
  record Row(
      String of, String from, List<AccessCondition> when, double rank, Rate rate, boolean isRead) {

    boolean isFor(List<String> names) {
      return names.stream().anyMatch(of::equalsIgnoreCase);
    }
  }

  /// All rows of all versions.
  List<Row> all() {
    List<Row> rows = new ArrayList<>();
    for (RuleTable version : rules.listTables()) {
      if (version.id().equals(table)) {
        version.listRows().forEach(row -> rows.add(read(row)));
      }
    }
    return rows;
  }

  /// Whether any row of a day is for something by one of its names.
  boolean knows(List<String> names, LocalDate day) {
    return on(day).stream().anyMatch(row -> row.isFor(names));
  }

  /// The price that holds.
  ///
  /// @param names ids and names of what is paid for
  /// @param from the booth before, empty for none
  Optional<Rate> find(List<String> names, String from, CarUser car, LocalDateTime time) {
    return on(time.toLocalDate()).stream()
        .filter(row -> row.from().isEmpty() || row.from().equalsIgnoreCase(from))
        .filter(row -> row.isFor(names) && holds(row, car, time))
        .reduce((one, other) -> CLOSER.compare(one, other) > 0 ? one : other)
        .map(Row::rate);
  }

  private boolean holds(Row row, CarUser car, LocalDateTime time) {
    return row.when().stream().anyMatch(when -> when.applies(car, time, holiday));
  }

  private List<Row> on(LocalDate day) {
    if (kept.size() > DAYS_KEPT) {
      kept.clear();
    }
    return kept.computeIfAbsent(
        day,
        fresh ->
            rules.list(table, fresh).stream()
                .sorted(Comparator.comparing(RuleRow::id))
                .map(this::read)
                .toList());
  }

  private Row read(RuleRow row) {
    Optional<List<OpeningHours.Span>> spans = hours(row.findText("hours"));
    Optional<Unit> unit = unit(row.findText("unit"));
    Optional<Integer> fuels = fuels(row.findText("fuels"));
    boolean priced = row.hasNumber("cents") && row.number("cents") >= 0;
    boolean isRead =
        spans.isPresent()
            && unit.isPresent()
            && fuels.isPresent()
            && priced
            && !row.findText("currency").isEmpty();
    String of = row.findText(column);
    String name = row.findText("name").isEmpty() ? of : row.findText("name");
    String rule = row.reference().toString();
    Unit paid = unit.orElse(usual);
    Rate rate =
        isRead
            ? new Rate(
                name, paid, row.number("cents"), row.text("currency"), rule, row.sourceText())
            : Rate.unknown(name, paid, rule, row.sourceText());
    int euro = (int) row.findNumber("euroUpTo").orElse(AccessCondition.ANY_EURO);
    List<AccessCondition> when =
        AccessCondition.within(
            true, spans.orElse(OpeningHours.ALWAYS), fuels.orElse(0), euro, row.findText("permit"));
    double rank = row.findNumber("rank").orElse(0);
    return new Row(of, row.findText("from"), when, rank, rate, isRead);
  }

  private static Optional<List<OpeningHours.Span>> hours(String text) {
    return text.isEmpty() ? Optional.of(OpeningHours.ALWAYS) : OpeningHours.parse(text);
  }

  private Optional<Unit> unit(String text) {
    if (text.isEmpty()) {
      return Optional.of(usual);
    }
    for (Unit unit : Unit.values()) {
      if (unit.name().equals(text.toUpperCase(Locale.ROOT))) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }

  private static Optional<Integer> fuels(String text) {
    int bits = 0;
    for (String fuel : text.isEmpty() ? new String[0] : text.split("\\s+")) {
      if (CarUser.bit(fuel) == 0) {
        return Optional.empty();
      }
      bits |= CarUser.bit(fuel);
    }
    return Optional.of(bits);
  }
}
