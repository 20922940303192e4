package org.toret.router.taxi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.toret.base.geo.BoundingBox;
import org.toret.base.geo.GeoPoint;
import org.toret.base.rules.RuleBook;
import org.toret.base.rules.RuleRow;
import org.toret.router.fare.FareItem;
import org.toret.router.fare.FareResult;
import org.toret.router.fare.UnknownFare;

/// What a taxi costs and how soon it comes, by the tariff of the area.
///
/// Table `taxi-tariff` has one row for an area, a box in degrees in which a ride must begin and
/// end: `flagFall`, then up to three steps `perKm` and `perHour` until the meter shows `upTo`; what
/// is added at night (`nightFrom` … `nightTo`) and else on Sundays and holidays; the least a ride
/// costs; how many minutes one waits. What a row does not say makes the fare unknown, with the rest
/// as the least. Luggage, calls and traffic are not part of it. Immutable and thread-safe.
public final class TaxiCosts {

  /// Name of the table.
  public static final String TABLE = "taxi-tariff";

  /// How many people one taxi takes.
  public static final int SEATS = 4;

  /// How long one waits for a taxi that is called where no row says so: an assumption.
  private static final int WAIT_MINUTES = 10;

  private static final int CENTS = 100;

  private final RuleBook rules;
  private final ZoneId zone;
  private final Predicate<LocalDate> holiday;

  /// One ride.
  ///
  /// @param leg position in the journey
  /// @param departure epoch second
  /// @param seconds of driving
  public record Ride(
      int leg, GeoPoint from, GeoPoint to, long departure, int seconds, int metres, int persons) {}

  /// @param rules with table `taxi-tariff`, see [org.toret.router.fare.DriveCosts#tables]
  /// @param zone of the city, for nights and days
  /// @param holiday which days are public holidays, beside Sundays
  public TaxiCosts(RuleBook rules, ZoneId zone, Predicate<LocalDate> holiday) {
    this.rules = rules;
    this.zone = zone;
    this.holiday = holiday;
  }

  /// How many taxis some people need.
  public static int taxis(int persons) {
    return (persons + SEATS - 1) / SEATS;
  }

  /// Whether any tariff, of whatever day, is for a place.
  public boolean isKnownAt(GeoPoint place) {
    return rows().anyMatch(row -> contains(row, place));
  }

  /// Whether any tariff, of whatever day, is for a part of an area.
  public boolean isKnownIn(BoundingBox area) {
    return rows()
        .anyMatch(row ->
            edge(row, "south", -90) <= area.north()
                && edge(row, "north", 90) >= area.south()
                && edge(row, "west", -180) <= area.east()
                && edge(row, "east", 180) >= area.west());
  }

  private Stream<RuleRow> rows() {
    return rules.listTables().stream()
        .filter(table -> table.id().equals(TABLE))
        .flatMap(table -> table.listRows().stream());
  }

  /// How long one waits for a taxi that is called, in seconds.
  public int waitSeconds(GeoPoint from, long when) {
    return 60
        * (int)
            find(from, from, time(when).toLocalDate())
                .map(row -> row.findNumber("waitMinutes").orElse(WAIT_MINUTES))
                .orElse((double) WAIT_MINUTES)
                .doubleValue();
  }

  /// The price of a ride for all of its people, in as many taxis as they need. Unknown as
  /// `no_taxi_tariff` outside all areas, as `taxi_tariff_partial` where the row does not say all.
  public FareResult price(Ride ride) {
    ZonedDateTime time = time(ride.departure());
    Optional<RuleRow> found = find(ride.from(), ride.to(), time.toLocalDate());
    if (found.isEmpty()) {
      return new FareResult(
          0, "", List.of(new UnknownFare(ride.leg(), "no_taxi_tariff")), List.of());
    }
    RuleRow row = found.get();
    TaxiMeter.Shown shown = new TaxiMeter(row).run(ride.metres(), ride.seconds());
    long one = Math.round((shown.amount() + supplement(row, time)) * CENTS);
    int cents = Math.toIntExact(taxis(ride.persons()) * one);
    FareItem item =
        new FareItem(
            "taxi",
            "",
            "",
            cents,
            List.of(ride.leg()),
            "",
            FareItem.NO_END,
            row.reference().toString(),
            row.sourceText());
    List<UnknownFare> unknown =
        shown.known() ? List.of() : List.of(new UnknownFare(ride.leg(), "taxi_tariff_partial"));
    return new FareResult(cents, row.text("currency"), unknown, List.of(item));
  }

  private double supplement(RuleRow row, ZonedDateTime time) {
    if (isNight(row, time.toLocalTime())) {
      return row.findNumber("night").orElse(0);
    }
    LocalDate day = time.toLocalDate();
    boolean feast = day.getDayOfWeek().getValue() == 7 || holiday.test(day);
    return feast ? row.findNumber("holiday").orElse(0) : 0;
  }

  private static boolean isNight(RuleRow row, LocalTime time) {
    String from = row.findText("nightFrom");
    String to = row.findText("nightTo");
    if (from.isEmpty() || to.isEmpty()) {
      return false;
    }
    LocalTime begin = LocalTime.parse(from);
    LocalTime end = LocalTime.parse(to);
    return begin.isBefore(end)
        ? !time.isBefore(begin) && time.isBefore(end)
        : !time.isBefore(begin) || time.isBefore(end);
  }

  private Optional<RuleRow> find(GeoPoint from, GeoPoint to, LocalDate day) {
    return rules.list(TABLE, day).stream()
        .filter(row -> contains(row, from) && contains(row, to))
        .findFirst();
  }

  private static boolean contains(RuleRow row, GeoPoint point) {
    return point.lat() >= edge(row, "south", -90)
        && point.lat() <= edge(row, "north", 90)
        && point.lon() >= edge(row, "west", -180)
        && point.lon() <= edge(row, "east", 180);
  }

  private static double edge(RuleRow row, String column, double otherwise) {
    return row.findNumber(column).orElse(otherwise);
  }

  private ZonedDateTime time(long epochSecond) {
    return Instant.ofEpochSecond(epochSecond).atZone(zone);
  }
}
