package org.toret.network.zone;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A price as OpenStreetMap's `charge` writes it: `7.50 EUR`, `7.50 EUR/day`, `0.08 EUR/km`, or
/// several for vehicles of different kinds, `16 USD/hgv; 8 USD/motorcar`.
///
/// @param cents hundredths of the currency's unit
/// @param currency ISO 4217
/// @param unit `day`, `entry`, `km`, or empty where none is told
public record ChargeText(double cents, String currency, String unit) {

  /// Says that something is to be paid and not how much.
  public static final String UNKNOWN = "yes";

  private static final Pattern AMOUNT =
      Pattern.compile("(\\d+(?:\\.\\d+)?) ([A-Z]{3})((?:/[a-z_]+)*)");
  private static final Pattern OTHERS =
      Pattern.compile(
          "/(hgv|goods|bus|coach|motorcycle|moped|motorhome|caravan|trailer|bicycle)\\b");
  private static final int CENTS = 100;

  /// Whether a text tells prices for vehicles of other kinds alone.
  public static boolean isForOthers(String text) {
    for (String part : text.split(";")) {
      Matcher amount = AMOUNT.matcher(part.strip());
      if (!amount.matches() || !OTHERS.matcher(amount.group(3)).find()) {
        return false;
      }
    }
    return true;
  }

  /// The price for a car; empty when the text tells none that is understood.
  public static Optional<ChargeText> parse(String text) {
    Optional<ChargeText> all = Optional.empty();
    for (String part : text.split(";")) {
      Matcher amount = AMOUNT.matcher(part.strip());
      if (!amount.matches()) {
        return Optional.empty();
      }
      String unit = "";
      boolean car = false;
      boolean other = false;
      for (String word : amount.group(3).toLowerCase(Locale.ROOT).split("/")) {
        switch (word) {
          case "" -> {}
          case "motorcar", "motor_vehicle", "car", "vehicle" -> car = true;
          case "day", "km", "entry" -> unit = word;
          case "passage", "trip", "use" -> unit = "entry";
          default -> other = true;
        }
      }
      double cents = CENTS * Double.parseDouble(amount.group(1));
      ChargeText found = new ChargeText(cents, amount.group(2), unit);
      if (car && !other) {
        return Optional.of(found);
      }
      if (!other && all.isPresent()) {
        return Optional.empty();
      }
      all = other ? all : Optional.of(found);
    }
    return all;
  }
}
