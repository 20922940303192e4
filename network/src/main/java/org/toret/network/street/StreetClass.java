package org.toret.network.street;

/// What kind of street an edge is, after the `highway` values of OpenStreetMap. The order is part
/// of the image: append only.
public enum StreetClass {
  MOTORWAY,
  TRUNK,
  PRIMARY,
  SECONDARY,
  TERTIARY,
  UNCLASSIFIED,
  RESIDENTIAL,
  LIVING_STREET,
  SERVICE,
  PEDESTRIAN,
  FOOTWAY,
  CYCLEWAY,
  STEPS,
  PATH,
  TRACK,
  PLATFORM,
  FERRY,
  OTHER;

  private static final StreetClass[] VALUES = values();

  /// The class stored as this byte.
  public static StreetClass of(byte stored) {
    return VALUES[stored];
  }
}
