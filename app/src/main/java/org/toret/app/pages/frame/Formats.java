package org.toret.app.pages.frame;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;

/// Numbers with their units as people write them, in one language.
public final class Formats {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final long METRES_SHOWN_EXACTLY = 1000;

  private final Locale locale;

  public Formats(Locale locale) {
    this.locale = locale;
  }

  /// `08:15`.
  public String clock(OffsetDateTime time) {
    return CLOCK.format(time);
  }

  /// `martedì 15 settembre 2026`.
  public String day(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(date);
  }

  /// `15 set 2026`.
  public String shortDay(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(date);
  }

  /// A day with its time of day.
  public String moment(OffsetDateTime time) {
    return shortDay(time.toLocalDate()) + ", " + clock(time);
  }

  /// `32 min`, `1 h 05 min`; whole minutes, rounded to the nearest, at least 1 unless zero.
  public String duration(long seconds) {
    long minutes = seconds == 0 ? 0 : Math.max(1, Math.round(seconds / 60.0));
    if (minutes < 60) {
      return minutes + " min";
    }
    return minutes / 60 + " h " + (minutes % 60 < 10 ? "0" : "") + minutes % 60 + " min";
  }

  /// `2 min 14 s` or `3 h 29 min 01 s`, to the second.
  public String exactDuration(long seconds) {
    long minutes = seconds / 60;
    String rest = seconds % 60 + " s";
    if (minutes == 0) {
      return rest;
    }
    String before = minutes < 60 ? minutes + " min" : duration(60 * minutes);
    return before + " " + (seconds % 60 < 10 ? "0" : "") + rest;
  }

  /// A round duration as briefly as possible: `45 min`, `1 h`, `1 h 15`.
  public String briefDuration(long seconds) {
    long minutes = seconds / 60;
    if (minutes < 60) {
      return minutes + " min";
    }
    return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60);
  }

  /// `1,90 €` or `€1.90`.
  public String money(long cents, String currency) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    Currency unit = Currency.getInstance(currency);
    format.setCurrency(unit);
    format.setMinimumFractionDigits(unit.getDefaultFractionDigits());
    format.setMaximumFractionDigits(unit.getDefaultFractionDigits());
    // A place without a country prints another one's money by its code: the euro is known to all.
    return format.format(cents / Math.pow(10, unit.getDefaultFractionDigits())).replace("EUR", "€");
  }

  /// A round sum as briefly as possible: `2 €`, `0,50 €`.
  public String briefMoney(long cents, String currency) {
    String whole = money(cents, currency);
    return cents % 100 == 0 ? whole.replaceFirst("[.,]00(?=\\D*$)", "") : whole;
  }

  /// `812 Wh`, `1,2 kWh`.
  public String energy(long wattHours) {
    return scaled(wattHours, "Wh", "kWh");
  }

  /// `143 g`, `1,2 kg`.
  public String mass(long grams) {
    return scaled(grams, "g", "kg");
  }

  /// `320 m`, `1,4 km`.
  public String distance(long metres) {
    if (metres < METRES_SHOWN_EXACTLY) {
      return number(metres < 20 ? metres : Math.round(metres / 10.0) * 10) + " m";
    }
    return scaled(metres, "m", "km");
  }

  /// `12.345` or `12,345`.
  public String number(long value) {
    return NumberFormat.getIntegerInstance(locale).format(value);
  }

  private String scaled(long value, String unit, String thousand) {
    if (Math.abs(value) < 1000) {
      return number(value) + " " + unit;
    }
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(Math.abs(value) < 100_000 ? 1 : 0);
    return format.format(value / 1000.0) + " " + thousand;
  }
}
