package org.toret.network.fare.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;
import org.toret.base.columns.TextColumn;
import org.toret.network.fare.LegRules;
import org.toret.network.fare.ZoneFares;

/// Turns v1 fare classes and rules into columns, joining the rules of one fare, origin and
/// destination into one condition.
final class ZoneFareCompiler {

  private final Names fares = new Names();
  private final Names zones = new Names();
  private final List<FareRows.ZoneFare> fareRows = new ArrayList<>();
  private final List<FareRows.ZoneRule> ruleRows = new ArrayList<>();
  private final IntList zonedStops = new IntList();
  private final IntList stopZones = new IntList();

  private record Condition(int fare, int origin, int destination) {}

  void add(FareRows.ZoneFare row) {
    fares.of(row.id());
    fareRows.add(row);
  }

  void add(FareRows.ZoneRule row) {
    ruleRows.add(row);
  }

  void addStopZone(String zone, int stop) {
    zonedStops.add(stop);
    stopZones.add(zones.of(zone));
  }

  boolean isEmpty() {
    return fareRows.isEmpty();
  }

  ZoneFares compile(int stopCount) {
    Map<Condition, List<FareRows.ZoneRule>> conditions = new LinkedHashMap<>();
    for (FareRows.ZoneRule row : ruleRows) {
      Condition key =
          new Condition(fares.of(row.fare()), zones.of(row.origin()), zones.of(row.destination()));
      conditions.computeIfAbsent(key, ignored -> new ArrayList<>()).add(row);
    }
    List<Condition> keys = List.copyOf(conditions.keySet());
    List<List<FareRows.ZoneRule>> rows = List.copyOf(conditions.values());
    Csr contains = contained(rows);
    return new ZoneFares(
        TextColumn.of(fareRows.stream().map(FareRows.ZoneFare::id).toList()),
        fareRows.stream().mapToInt(FareRows.ZoneFare::cents).toArray(),
        TextColumn.of(fareRows.stream().map(FareRows.ZoneFare::currency).toList()),
        fareRows.stream().mapToInt(FareRows.ZoneFare::transfers).toArray(),
        fareRows.stream().mapToInt(FareRows.ZoneFare::durationSeconds).toArray(),
        fareRows.stream().mapToInt(FareRows.ZoneFare::agency).toArray(),
        fareRows.stream().mapToInt(FareRows.ZoneFare::line).toArray(),
        zones.column(),
        zoneOfStop(stopCount),
        Csr.index(fares.count(), keys.stream().mapToInt(Condition::fare).toArray()),
        keys.stream().mapToInt(Condition::origin).toArray(),
        keys.stream().mapToInt(Condition::destination).toArray(),
        allowed(rows),
        contains);
  }

  private int[] zoneOfStop(int stopCount) {
    int[] zoneOf = new int[stopCount];
    Arrays.fill(zoneOf, LegRules.NONE);
    for (int i = 0; i < zonedStops.size(); i++) {
      zoneOf[zonedStops.get(i)] = stopZones.get(i);
    }
    return zoneOf;
  }

  /// The routes of a condition; none at all as soon as one row leaves the route open.
  private static Csr allowed(List<List<FareRows.ZoneRule>> conditions) {
    IntList keys = new IntList();
    IntList values = new IntList();
    for (int i = 0; i < conditions.size(); i++) {
      List<FareRows.ZoneRule> rows = conditions.get(i);
      if (rows.stream().allMatch(row -> row.route() >= 0)) {
        for (int route : rows.stream().mapToInt(FareRows.ZoneRule::route).distinct().toArray()) {
          keys.add(i);
          values.add(route);
        }
      }
    }
    return Csr.group(conditions.size(), keys.toArray(), values.toArray());
  }

  private Csr contained(List<List<FareRows.ZoneRule>> conditions) {
    IntList keys = new IntList();
    IntList values = new IntList();
    for (int i = 0; i < conditions.size(); i++) {
      int[] zonesPassed =
          conditions.get(i).stream()
              .mapToInt(row -> zones.of(row.contains()))
              .filter(zone -> zone >= 0)
              .distinct()
              .toArray();
      for (int zone : zonesPassed) {
        keys.add(i);
        values.add(zone);
      }
    }
    return Csr.group(conditions.size(), keys.toArray(), values.toArray());
  }
}
