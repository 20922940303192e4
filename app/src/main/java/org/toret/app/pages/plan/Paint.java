package org.toret.app.pages.plan;

import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.TravelMode;

/// The colour of a line and that of the writing on it, both `#rrggbb`.
public record Paint(String colour, String writing) {

  private static final Paint PLAIN = new Paint("#4c6072", "#ffffff");
  private static final Paint BIKE = new Paint("#0b7d4b", "#ffffff");
  private static final Paint CAR = new Paint("#a2520a", "#ffffff");
  private static final Paint SHARED = new Paint("#7a3fb0", "#ffffff");
  private static final Paint TAXI = new Paint("#8a6d00", "#ffffff");
  private static final Paint RIDE = new Paint("#0059b3", "#ffffff");
  private static final double WHITE_ENOUGH = 4.5;

  /// The paint of an own way.
  public static Paint of(TravelMode mode) {
    return switch (mode) {
      case BIKE, EBIKE, BIKERIDE -> BIKE;
      case BIKESHARE, SCOOTER, CARSHARE -> SHARED;
      case CAR, PARKRIDE, KISSRIDE -> CAR;
      case TAXI -> TAXI;
      default -> mode.isTransit() ? RIDE : PLAIN;
    };
  }

  /// The paint of a line: its published colour, else the one of all public transport.
  public static Paint of(Leg.Line line) {
    String colour = line.colour();
    return colour == null ? RIDE : of(colour);
  }

  /// The paint for a colour (`RRGGBB`, with or without `#`). The writing is black or white,
  /// whichever is easier to read (WCAG 2.2, contrast ratio), since published text colours often are
  /// not.
  public static Paint of(String published) {
    String hex = published.startsWith("#") ? published.substring(1) : published;
    if (!hex.matches("[0-9A-Fa-f]{6}")) {
      return RIDE;
    }
    boolean white = 1.05 / (luminance(Integer.parseInt(hex, 16)) + 0.05) >= WHITE_ENOUGH;
    return new Paint("#" + hex.toLowerCase(java.util.Locale.ROOT), white ? "#ffffff" : "#000000");
  }

  /// As an inline style.
  public String style() {
    return "--route:" + colour + ";--on-route:" + writing;
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 255)
        + 0.7152 * linear(rgb >> 8 & 255)
        + 0.0722 * linear(rgb & 255);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
