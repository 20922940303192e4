package org.toret.router.toll;

/// One price.
///
/// @param name of what is paid, as displayed
/// @param unit what it is paid for
/// @param cents hundredths of the currency's unit, negative where it is not known
/// @param currency ISO 4217, empty where the price is not known
/// @param rule what says so
/// @param source citation
public record Rate(
    String name, Unit unit, double cents, String currency, String rule, String source) {

  static final double UNKNOWN_CENTS = -1;

  /// What a price is for.
  public enum Unit {
    /// All entries of one calendar day.
    DAY,
    /// Every entry.
    ENTRY,
    /// Every crossing of the border of a zone in either direction; every stretch of a road.
    PASSAGE,
    /// Driving in the zone at all, for one calendar day.
    USE,
    /// Every kilometre of a road.
    KM;

    /// Whether it is paid once a day at most.
    boolean isDaily() {
      return this == DAY || this == USE;
    }
  }

  /// Whether the price is known.
  public boolean isKnown() {
    return cents >= 0;
  }

  static Rate unknown(String name, Unit unit, String rule, String source) {
    return new Rate(name, unit, UNKNOWN_CENTS, "", rule, source);
  }
}
