package org.toret.base.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One version of one table: rows by name, several rows of one name when their days differ.
/// Immutable.
public final class RuleTable {

  private final String id;
  private final String version;
  private final String title;
  private final Validity validity;
  private final Map<String, List<RuleRow>> rows;

  /// @param version date-like; versions of a table are ordered by it
  /// @param rows rows of one name newest first after construction
  public RuleTable(String id, String version, String title, Validity validity, List<RuleRow> rows) {
    this.id = id;
    this.version = version;
    this.title = title;
    this.validity = validity;
    Map<String, List<RuleRow>> byId = new LinkedHashMap<>();
    for (RuleRow row : rows) {
      byId.computeIfAbsent(row.id(), ignored -> new ArrayList<>()).add(row);
    }
    byId.replaceAll((name, same) -> newestFirst(same));
    this.rows = byId;
  }

  public String id() {
    return id;
  }

  public String version() {
    return version;
  }

  public String title() {
    return title;
  }

  public Validity validity() {
    return validity;
  }

  /// Every row, in the order of the file.
  public List<RuleRow> listRows() {
    return rows.values().stream().flatMap(List::stream).toList();
  }

  /// The row of this name that holds on a day.
  public Optional<RuleRow> findRow(String name, LocalDate day) {
    for (RuleRow row : rows.getOrDefault(name, List.of())) {
      if (row.validity().contains(day)) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  /// The rows that hold on a day, one for each name, in the order of the file.
  public List<RuleRow> listRows(LocalDate day) {
    List<RuleRow> found = new ArrayList<>();
    rows.keySet().forEach(name -> findRow(name, day).ifPresent(found::add));
    return found;
  }

  private static List<RuleRow> newestFirst(List<RuleRow> same) {
    return same.stream()
        .sorted(Comparator.comparing((RuleRow row) -> row.validity().from()).reversed())
        .toList();
  }
}
