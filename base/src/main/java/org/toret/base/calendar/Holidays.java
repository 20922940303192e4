package org.toret.base.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Public holidays of a country, as far as the law fixes them for all of it.
///
/// Italy: law 260 of 1949 with its changes; 4 October again from 2026 (law 151 of 2025). Of other
/// countries none are known, which [#isKnown] says. Patron saints are a matter of each city.
public final class Holidays {

  private static final int SAINT_FRANCIS_FROM = 2026;
  private static final List<MonthDay> FIXED =
      List.of(
          MonthDay.of(1, 1),
          MonthDay.of(1, 6),
          MonthDay.of(4, 25),
          MonthDay.of(5, 1),
          MonthDay.of(6, 2),
          MonthDay.of(8, 15),
          MonthDay.of(11, 1),
          MonthDay.of(12, 8),
          MonthDay.of(12, 25),
          MonthDay.of(12, 26));

  private static final Set<String> KNOWN = Set.of("IT");

  private Holidays() {}

  /// Whether the holidays of a country are known.
  ///
  /// @param country two-letter code
  public static boolean isKnown(String country) {
    return KNOWN.contains(country);
  }

  /// Whether a day is a public holiday; false where a country's holidays are not known.
  public static boolean isHoliday(String country, LocalDate day) {
    return isKnown(country) && italian(day.getYear()).contains(day);
  }

  /// The holidays of a year in Italy, Easter Sunday among them.
  public static SortedSet<LocalDate> italian(int year) {
    SortedSet<LocalDate> days = new TreeSet<>();
    for (MonthDay day : FIXED) {
      days.add(day.atYear(year));
    }
    if (year >= SAINT_FRANCIS_FROM) {
      days.add(LocalDate.of(year, 10, 4));
    }
    days.add(easter(year));
    days.add(easter(year).plusDays(1));
    return days;
  }

  /// Easter Sunday in the Gregorian calendar (anonymous algorithm, Nature 1876; Meeus 1991).
  public static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int sum = h + l - 7 * m + 114;
    return LocalDate.of(year, sum / 31, sum % 31 + 1);
  }
}
