package org.toret.network.zone;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Predicate;

/// One condition of a regime: when and for whom it applies, and whether they may enter then.
///
/// @param entry whether they may enter
/// @param days bits of the days on which it begins, Monday is 1; [#HOLIDAYS] adds public holidays,
///   [#NOT_HOLIDAYS] leaves them out; 0 is every day; the months from [#JANUARY] on, none for all
/// @param fromSecond since midnight
/// @param untilSecond since midnight, exclusive; not after `fromSecond` means on the next day
/// @param firstDay first day of validity
/// @param lastDay last day of validity
/// @param fuels bits of the fuels concerned, see [CarUser#FUELS]; 0 for all
/// @param euroUpTo cars up to this Euro class are concerned; [#ANY_EURO] for all
/// @param permit who holds this is concerned; empty for everybody
public record AccessCondition(
    boolean entry,
    int days,
    int fromSecond,
    int untilSecond,
    LocalDate firstDay,
    LocalDate lastDay,
    int fuels,
    int euroUpTo,
    String permit) {

  public static final int HOLIDAYS = 1 << 7;
  public static final int NOT_HOLIDAYS = 1 << 8;
  public static final int JANUARY = 1 << 12;
  public static final int MONTHS = 0b111111111111 * JANUARY;
  public static final int MONDAY_TO_FRIDAY = 0b0011111;
  public static final int WEEK = 0b1111111;
  public static final int ANY_EURO = -1;
  public static final int DAY_SECONDS = 86_400;

  /// Before and after any day that somebody asks about.
  public static final LocalDate ALWAYS_FROM = LocalDate.of(1900, 1, 1);

  public static final LocalDate ALWAYS_UNTIL = LocalDate.of(2999, 12, 31);

  /// A condition at any time for everybody.
  public static AccessCondition always(boolean entry) {
    return new AccessCondition(
        entry, 0, 0, DAY_SECONDS, ALWAYS_FROM, ALWAYS_UNTIL, 0, ANY_EURO, "");
  }

  /// What a row of a table says: at any of some hours, for cars of some kinds whose drivers hold a
  /// permit.
  ///
  /// @param fuels bits, 0 for all
  /// @param upToEuro [#ANY_EURO] for all
  /// @param needed empty for everybody
  public static List<AccessCondition> within(
      boolean entry, List<OpeningHours.Span> hours, int fuels, int upToEuro, String needed) {
    return hours.stream()
        .map(span ->
            always(entry)
                .at(span.days(), span.from(), span.until())
                .concerning(fuels, upToEuro)
                .holding(needed))
        .toList();
  }

  /// The same, letting in or not.
  public AccessCondition entering(boolean may) {
    return new AccessCondition(
        may, days, fromSecond, untilSecond, firstDay, lastDay, fuels, euroUpTo, permit);
  }

  /// The same on some days between two times of day.
  public AccessCondition at(int onDays, int from, int until) {
    return new AccessCondition(
        entry, onDays, from, until, firstDay, lastDay, fuels, euroUpTo, permit);
  }

  /// The same within some dates.
  public AccessCondition between(LocalDate first, LocalDate last) {
    return new AccessCondition(
        entry, days, fromSecond, untilSecond, first, last, fuels, euroUpTo, permit);
  }

  /// The same for cars of some kinds only.
  public AccessCondition concerning(int onlyFuels, int upToEuro) {
    return new AccessCondition(
        entry, days, fromSecond, untilSecond, firstDay, lastDay, onlyFuels, upToEuro, permit);
  }

  /// The same for holders of a permit only.
  public AccessCondition holding(String needed) {
    return new AccessCondition(
        entry, days, fromSecond, untilSecond, firstDay, lastDay, fuels, euroUpTo, needed);
  }

  /// Whether it concerns a car at a time.
  ///
  /// @param time city time
  /// @param holiday which days are public holidays
  public boolean applies(CarUser car, LocalDateTime time, Predicate<LocalDate> holiday) {
    return appliesTo(car) && appliesAt(time, holiday);
  }

  boolean appliesTo(CarUser car) {
    boolean fuel = fuels == 0 || (fuels & car.fuelBit()) != 0;
    boolean euro = euroUpTo == ANY_EURO || car.euroClass() > 0 && car.euroClass() <= euroUpTo;
    return fuel && euro && (permit.isEmpty() || car.permits().contains(permit));
  }

  /// Whether its days and hours include a moment of city time, on an ordinary day.
  public boolean isAt(LocalDateTime time) {
    return appliesAt(time, day -> false);
  }

  boolean appliesAt(LocalDateTime time, Predicate<LocalDate> holiday) {
    LocalDate day = time.toLocalDate();
    int second = time.toLocalTime().toSecondOfDay();
    if (untilSecond > fromSecond) {
      return second >= fromSecond && second < untilSecond && isOn(day, holiday);
    }
    return second >= fromSecond && isOn(day, holiday)
        || second < untilSecond && isOn(day.minusDays(1), holiday);
  }

  private boolean isOn(LocalDate day, Predicate<LocalDate> holiday) {
    if (day.isBefore(firstDay) || day.isAfter(lastDay)) {
      return false;
    }
    if ((days & MONTHS) != 0 && (days & JANUARY << day.getMonth().ordinal()) == 0) {
      return false;
    }
    if ((days & (HOLIDAYS | NOT_HOLIDAYS)) != 0 && holiday.test(day)) {
      return (days & HOLIDAYS) != 0;
    }
    boolean any = (days & (WEEK | HOLIDAYS)) == 0;
    return any || (days & 1 << day.getDayOfWeek().ordinal()) != 0;
  }
}
