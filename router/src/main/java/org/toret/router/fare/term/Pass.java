package org.toret.router.fare.term;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.toret.base.rules.RuleRow;
import org.toret.network.fare.FarePlaces;

/// Where and how long a product rides without paying: one row of `fare-pass`, bound to one feed.
///
/// @param feeds names of the feed that sells it
/// @param product its id there
/// @param on index of the feed ridden
/// @param network of that feed, -1 for any
/// @param area of that feed where one boards and alights, -1 for any
/// @param stops where one boards and alights, empty for any
/// @param zone in which its days are meant
public record Pass(
    Set<String> feeds,
    String product,
    int on,
    int network,
    int area,
    Set<Integer> stops,
    ZoneId zone,
    RuleRow row) {

  /// Calendar periods, `31d` for so many days and `12m` for so many months from the first day.
  static final String PERIODS = "day|week|month|year|\\d{1,4}d|\\d{1,3}m";

  /// The name shown.
  public String name() {
    String name = row.findText("name");
    return name.isEmpty() ? product : name;
  }

  /// Whether it is valid for a ride.
  ///
  /// @param networks of the ride in the feed ridden
  public boolean holds(FarePlaces places, int[] networks, int fromStop, int toStop) {
    return (network < 0 || contains(networks, network))
        && (stops.isEmpty() || stops.contains(fromStop) && stops.contains(toStop))
        && (area < 0
            || contains(places.areasOfStop().row(fromStop), area)
                && contains(places.areasOfStop().row(toStop), area));
  }

  /// First second after it, for a product valid from a moment on.
  public long untilEpochSeconds(long validFromEpochSeconds) {
    LocalDate day = Instant.ofEpochSecond(validFromEpochSeconds).atZone(zone).toLocalDate();
    return end(day, row.findText("period")).atStartOfDay(zone).toEpochSecond();
  }

  /// First second of the period in which a moment lies.
  public long sinceEpochSeconds(long validFromEpochSeconds) {
    LocalDate day = Instant.ofEpochSecond(validFromEpochSeconds).atZone(zone).toLocalDate();
    LocalDate first =
        switch (row.findText("period")) {
          case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          case "month" -> day.withDayOfMonth(1);
          case "year" -> day.withDayOfYear(1);
          default -> day;
        };
    return first.atStartOfDay(zone).toEpochSecond();
  }

  private static LocalDate end(LocalDate day, String period) {
    return switch (period) {
      case "day" -> day.plusDays(1);
      case "week" -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
      case "month" -> day.with(TemporalAdjusters.firstDayOfNextMonth());
      case "year" -> day.with(TemporalAdjusters.firstDayOfNextYear());
      default -> {
        int count = Integer.parseInt(period.substring(0, period.length() - 1));
        yield period.endsWith("d") ? day.plusDays(count) : day.plusMonths(count);
      }
    };
  }

  private static boolean contains(int[] values, int wanted) {
    for (int value : values) {
      if (value == wanted) {
        return true;
      }
    }
    return false;
  }
}
