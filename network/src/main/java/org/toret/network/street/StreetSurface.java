package org.toret.network.street;

/// What a street is paved with, coarsely. The order is part of the image: append only.
public enum StreetSurface {
  /// Nothing is said; in a city usually paved.
  UNKNOWN,
  /// Asphalt, concrete and other smooth surfaces.
  SMOOTH,
  /// Paving stones and setts in good order.
  STONES,
  /// Cobblestones.
  COBBLES,
  /// Compacted earth and fine gravel.
  COMPACTED,
  /// Gravel, ground, grass, sand.
  LOOSE;

  private static final StreetSurface[] VALUES = values();

  /// The surface stored as this byte.
  public static StreetSurface of(byte stored) {
    return VALUES[stored];
  }
}
