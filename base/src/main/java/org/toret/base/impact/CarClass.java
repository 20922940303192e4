package org.toret.base.impact;

import java.util.Locale;
import java.util.Optional;

/// A kind of car as people know theirs: fuel and Euro class.
///
/// @param euroClass 1 to 7, 0 when not known
public record CarClass(Fuel fuel, int euroClass) {

  /// The mean of the cars registered in the country.
  public static final CarClass AVERAGE = new CarClass(Fuel.AVERAGE, 0);

  /// What drives a car.
  public enum Fuel {
    PETROL,
    DIESEL,
    LPG,
    CNG,
    HYBRID,
    ELECTRIC,
    AVERAGE;

    /// Lower-case name, as in the interface and in the tables.
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Reads `diesel:5`, `electric` or `average`; nothing for anything else.
  public static Optional<CarClass> parse(String text) {
    String[] parts = text.toLowerCase(Locale.ROOT).split(":", -1);
    for (Fuel fuel : Fuel.values()) {
      if (fuel.id().equals(parts[0])) {
        if (parts.length == 1) {
          return Optional.of(new CarClass(fuel, 0));
        }
        return parts.length == 2 && parts[1].matches("[1-7]")
            ? Optional.of(new CarClass(fuel, Integer.parseInt(parts[1])))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// The row of table `vehicle`.
  public String vehicle() {
    return "car-" + fuel.id();
  }
}
