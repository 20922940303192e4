package org.toret.router.drive;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.toret.base.calendar.Holidays;
import org.toret.base.rules.RuleBook;
import org.toret.base.rules.RuleRow;
import org.toret.network.City;
import org.toret.network.CityInfo;
import org.toret.network.zone.AccessCondition;
import org.toret.network.zone.AccessRegime;
import org.toret.network.zone.AccessZones;
import org.toret.network.zone.CarUser;
import org.toret.network.zone.OpeningHours;

/// Which cars may not drive in a zone by their fuel and Euro class, and when: the permanent, the
/// seasonal and the emergency limits of a city, by its table `car-ban`.
///
/// A row is for a `zone`, by its id or name among the zones of the city, which gives the outline;
/// it bans, or with `entry` = `yes` admits, cars of some `fuels` (apart by spaces) up to a Euro
/// class `euroUpTo`, holders of a `permit`, within `hours` as OpenStreetMap's `opening_hours` has
/// them and within a `season` of every year (`10-01..04-15`). Empty cells are for all. Of the rows
/// that apply the one of the highest `rank` counts, of equals the ban. What cannot be read of a row
/// does not narrow it: a ban too many is seen, a ban too few is paid.
///
/// A car whose fuel or Euro class is not told is not banned by it. Immutable and thread-safe.
public final class CarBans {

  /// Name of the table.
  public static final String TABLE = "car-ban";

  private static final int DAYS_KEPT = 64;

  private static final Comparator<Row> WEAKEST_FIRST =
      Comparator.comparingDouble(Row::rank).thenComparing(row -> !row.entry());

  private final AccessZones zones;
  private final CityInfo info;
  private final RuleBook rules;
  private final boolean none;
  private final Map<LocalDate, List<Row>> kept = new ConcurrentHashMap<>();

  /// @param zone index into [AccessZones#regimes]
  private record Row(
      int zone, boolean entry, double rank, List<AccessCondition> when, RuleRow rule) {}

  private CarBans(AccessZones zones, CityInfo info, RuleBook rules) {
    this.zones = zones;
    this.info = info;
    this.rules = rules;
    none = rules.listTables().stream().noneMatch(table -> table.id().equals(TABLE));
  }

  /// The bans of a city by some rules.
  public static CarBans of(City city, RuleBook rules) {
    return new CarBans(city.zones(), city.info(), rules);
  }

  /// Without any ban.
  static CarBans none(AccessZones zones, CityInfo info) {
    return new CarBans(zones, info, RuleBook.EMPTY);
  }

  /// Whether no table tells any.
  public boolean isNone() {
    return none;
  }

  /// The zones in which a car may not drive at some moment of a time.
  ///
  /// @param from city time
  BitSet closed(CarUser car, LocalDateTime from, LocalDateTime until) {
    BitSet closed = new BitSet();
    for (LocalDate day = from.toLocalDate();
        !none && !day.isAfter(until.toLocalDate());
        day = day.plusDays(1)) {
      LocalDateTime first = day.equals(from.toLocalDate()) ? from : day.atStartOfDay();
      LocalDateTime last =
          day.equals(until.toLocalDate()) ? until : day.plusDays(1).atStartOfDay().minusSeconds(1);
      for (int zone : on(day).stream().mapToInt(Row::zone).distinct().toArray()) {
        boolean open = regime(day, zone).isOpen(car, first, last, this::isHoliday);
        closed.set(zone, closed.get(zone) || !open);
      }
    }
    return closed;
  }

  /// The row that keeps a car out of a zone at some moment of a time.
  Optional<RuleRow> why(int zone, CarUser car, LocalDateTime from, LocalDateTime until) {
    for (LocalDateTime time = from; !time.isAfter(until); time = time.plusMinutes(1)) {
      LocalDateTime moment = time;
      Optional<Row> counts =
          on(time.toLocalDate()).stream()
              .filter(row -> row.zone() == zone)
              .filter(row ->
                  row.when().stream().anyMatch(when -> when.applies(car, moment, this::isHoliday)))
              .reduce((weaker, stronger) -> stronger);
      if (counts.isPresent() && !counts.get().entry()) {
        return counts.map(Row::rule);
      }
    }
    return Optional.empty();
  }

  /// The zones in which some cars may not drive at some moment, whichever.
  BitSet inForce(LocalDateTime from, LocalDateTime until) {
    BitSet zonesOf = new BitSet();
    for (int euro = 1; euro <= CarUser.EURO_CLASSES; euro++) {
      for (String fuel : CarUser.FUELS) {
        zonesOf.or(closed(new CarUser(fuel, euro, java.util.Set.of()), from, until));
      }
    }
    return zonesOf;
  }

  private boolean isHoliday(LocalDate day) {
    return Holidays.isHoliday(info.country(), day);
  }

  private AccessRegime regime(LocalDate day, int zone) {
    List<AccessCondition> conditions = new ArrayList<>();
    for (Row row : on(day)) {
      if (row.zone() == zone) {
        conditions.addAll(row.when());
      }
    }
    return new AccessRegime("", "", true, conditions);
  }

  /// The rows of a day, those that count less first.
  private List<Row> on(LocalDate day) {
    if (kept.size() > DAYS_KEPT) {
      kept.clear();
    }
    return kept.computeIfAbsent(
        day,
        fresh -> {
          List<Row> rows = new ArrayList<>();
          rules.list(TABLE, fresh).stream()
              .filter(row -> isInSeason(row.findText("season"), fresh))
              .forEach(
                  row -> zonesOf(row.findText("zone")).forEach(zone -> rows.add(read(row, zone))));
          rows.sort(WEAKEST_FIRST);
          return List.copyOf(rows);
        });
  }

  private IntStream zonesOf(String name) {
    return IntStream.range(0, zones.regimes().size())
        .filter(zone ->
            zones.regimes().get(zone).id().equalsIgnoreCase(name)
                || zones.regimes().get(zone).name().equalsIgnoreCase(name));
  }

  private static Row read(RuleRow row, int zone) {
    boolean entry = row.findText("entry").equals("yes");
    int fuels = 0;
    for (String fuel : row.findText("fuels").split("\\s+")) {
      fuels |= CarUser.bit(fuel);
    }
    int euro = (int) row.findNumber("euroUpTo").orElse(AccessCondition.ANY_EURO);
    List<OpeningHours.Span> hours =
        OpeningHours.parse(row.findText("hours")).orElse(OpeningHours.ALWAYS);
    List<AccessCondition> when =
        AccessCondition.within(entry, hours, fuels, euro, row.findText("permit"));
    return new Row(zone, entry, row.findNumber("rank").orElse(0), when, row);
  }

  /// Whether a day lies in a season, both ends within; one that cannot be read is the whole year.
  private static boolean isInSeason(String season, LocalDate day) {
    if (!season.matches("\\d\\d-\\d\\d\\.\\.\\d\\d-\\d\\d")) {
      return true;
    }
    try {
      MonthDay first = MonthDay.parse("--" + season.substring(0, 5));
      MonthDay last = MonthDay.parse("--" + season.substring(7));
      MonthDay now = MonthDay.from(day);
      return first.isAfter(last)
          ? !now.isBefore(first) || !now.isAfter(last)
          : !now.isBefore(first) && !now.isAfter(last);
    } catch (java.time.DateTimeException unread) {
      return true;
    }
  }
}
