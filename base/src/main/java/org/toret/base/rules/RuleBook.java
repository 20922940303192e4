package org.toret.base.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// All tables in all their versions. The day of travel selects the version, and inside it the row.
/// Immutable and thread-safe.
///
/// A newer version of a table replaces the older one as a whole from its first day on. A layer laid
/// on top, for example the tables a city brings, replaces single rows: what it lacks is read from
/// the layer below.
public final class RuleBook {

  /// No tables at all.
  public static final RuleBook EMPTY = new RuleBook(List.of());

  /// Top layer first; in each the versions of a table, newest first.
  private final List<Map<String, List<RuleTable>>> layers;

  private RuleBook(List<Map<String, List<RuleTable>>> layers) {
    this.layers = List.copyOf(layers);
  }

  /// A book of one layer.
  public static RuleBook of(List<RuleTable> tables) {
    return EMPTY.with(tables);
  }

  /// This book with a layer of tables on top.
  public RuleBook with(List<RuleTable> tables) {
    if (tables.isEmpty()) {
      return this;
    }
    List<Map<String, List<RuleTable>>> more = new ArrayList<>();
    more.add(layer(tables));
    more.addAll(layers);
    return new RuleBook(more);
  }

  /// The row of a table that holds on a day.
  public Optional<RuleRow> find(String table, String row, LocalDate day) {
    for (Map<String, List<RuleTable>> layer : layers) {
      Optional<RuleRow> found = version(layer, table, day).flatMap(v -> v.findRow(row, day));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /// All rows of a table that hold on a day, one for each name, by name.
  public List<RuleRow> list(String table, LocalDate day) {
    Map<String, RuleRow> rows = new TreeMap<>();
    for (Map<String, List<RuleTable>> layer : layers) {
      version(layer, table, day)
          .ifPresent(v -> v.listRows(day).forEach(row -> rows.putIfAbsent(row.id(), row)));
    }
    return List.copyOf(rows.values());
  }

  /// Table and version of everything that is in force on a day, for example `fuel@2012-12-01`.
  public List<String> listVersions(LocalDate day) {
    Set<String> names = new LinkedHashSet<>();
    for (Map<String, List<RuleTable>> layer : layers) {
      for (String table : layer.keySet()) {
        version(layer, table, day).ifPresent(v -> names.add(v.id() + "@" + v.version()));
      }
    }
    return names.stream().sorted().toList();
  }

  /// Every table in every version, for a page that shows them.
  public List<RuleTable> listTables() {
    return layers.stream().flatMap(layer -> layer.values().stream()).flatMap(List::stream).toList();
  }

  private static Optional<RuleTable> version(
      Map<String, List<RuleTable>> layer, String table, LocalDate day) {
    for (RuleTable version : layer.getOrDefault(table, List.of())) {
      if (!version.validity().from().isAfter(day)) {
        return version.validity().contains(day) ? Optional.of(version) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Map<String, List<RuleTable>> layer(List<RuleTable> tables) {
    Map<String, List<RuleTable>> byId = new TreeMap<>();
    tables.forEach(t -> byId.computeIfAbsent(t.id(), ignored -> new ArrayList<>()).add(t));
    byId.values().forEach(versions -> versions.sort(NEWEST_FIRST));
    return byId;
  }

  private static final Comparator<RuleTable> NEWEST_FIRST =
      Comparator.comparing((RuleTable table) -> table.validity().from())
          .thenComparing(RuleTable::version)
          .reversed();
}
