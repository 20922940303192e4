package org.toret.feeds.gtfs.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toret.feeds.gtfs.table.GtfsTable;

/// The rows of `stop_times.txt` on demand: those with a window of time in place of times.
public final class WindowTable {

  private final Map<Integer, List<Row>> byTrip = new HashMap<>();

  /// One row, its references still as they are written.
  ///
  /// @param startSeconds begin of the window, since the service day's noon minus 12 h
  /// @param endSeconds end of the window, the same
  /// @param pickup `pickup_type`
  /// @param dropOff `drop_off_type`
  /// @param pace how long a ride from here takes by this row, [Pace#NONE] where it does not say
  public record Row(
      int sequence,
      Target target,
      String id,
      int startSeconds,
      int endSeconds,
      int pickup,
      int dropOff,
      String pickupRule,
      String dropOffRule,
      Pace pace,
      long line) {}

  /// What the id of a row stands for.
  public enum Target {
    LOCATION,
    GROUP,
    STOP
  }

  /// How long a ride takes: the driving time multiplied and added to.
  public record Pace(double factor, double offsetSeconds) {

    /// Nothing is said: as long as driving.
    public static final Pace NONE = new Pace(1, 0);

    /// What two cells say; [#NONE] where both are empty or make no sense.
    static Pace of(double factor, double offset, int secondsPerUnit) {
      if (Double.isNaN(factor) && Double.isNaN(offset)) {
        return NONE;
      }
      double by = Double.isNaN(factor) ? 1 : factor;
      double plus = Double.isNaN(offset) ? 0 : offset * secondsPerUnit;
      return by > 0 && by < 100 && Math.abs(plus) < 86_400 ? new Pace(by, plus) : NONE;
    }
  }

  WindowTable() {}

  public boolean isEmpty() {
    return byTrip.isEmpty();
  }

  /// Whether a trip has any such row.
  public boolean has(int trip) {
    return byTrip.containsKey(trip);
  }

  /// The rows of a trip in the order of the file.
  public List<Row> rows(int trip) {
    return byTrip.getOrDefault(trip, List.of());
  }

  /// Takes the row being read, which has something on demand in it; says what it lacks.
  void add(GtfsTable table, int trip, String tripId) {
    int start = table.column("start_pickup_drop_off_window");
    int end = table.column("end_pickup_drop_off_window");
    int from = table.seconds(start);
    int until = table.seconds(end);
    int sequence = table.number(table.column("stop_sequence"));
    if (from == GtfsTable.ABSENT || until == GtfsTable.ABSENT || until < from) {
      table.error("flexible_stop_without_window", start, tripId);
    } else if (sequence == GtfsTable.ABSENT) {
      table.error("missing_sequence", table.column("stop_sequence"), tripId);
    } else {
      Target target = target(table);
      String id = table.text(table.column(column(target)));
      byTrip
          .computeIfAbsent(trip, fresh -> new ArrayList<>())
          .add(
              new Row(
                  sequence,
                  target,
                  id,
                  from,
                  until,
                  table.choice(table.column("pickup_type"), 3, 0),
                  table.choice(table.column("drop_off_type"), 3, 0),
                  table.text(table.column("pickup_booking_rule_id")),
                  table.text(table.column("drop_off_booking_rule_id")),
                  pace(table),
                  table.line()));
    }
  }

  /// Whether the row being read is on demand.
  static boolean isOnDemand(GtfsTable table) {
    return target(table) != Target.STOP || table.has(table.column("start_pickup_drop_off_window"));
  }

  private static Target target(GtfsTable table) {
    if (table.has(table.column("location_id"))) {
      return Target.LOCATION;
    }
    return table.has(table.column("location_group_id")) ? Target.GROUP : Target.STOP;
  }

  private static String column(Target target) {
    return switch (target) {
      case LOCATION -> "location_id";
      case GROUP -> "location_group_id";
      case STOP -> "stop_id";
    };
  }

  /// The mean duration, else the safe one. These columns never became part of GTFS here; those who
  /// publish them mean minutes.
  private static Pace pace(GtfsTable table) {
    Pace mean = pace(table, "mean", 60);
    return mean.equals(Pace.NONE) && !table.has(table.column("mean_duration_factor"))
        ? pace(table, "safe", 60)
        : mean;
  }

  static Pace pace(GtfsTable table, String kind, int secondsPerUnit) {
    double factor = table.decimal(table.column(kind + "_duration_factor"));
    double offset = table.decimal(table.column(kind + "_duration_offset"));
    return Pace.of(factor, offset, secondsPerUnit);
  }
}
