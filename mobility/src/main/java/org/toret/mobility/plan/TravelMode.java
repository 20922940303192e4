package org.toret.mobility.plan;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.toret.network.timetable.Mode;

/// What a leg is ridden with, and what a traveller may allow or refuse.
public enum TravelMode {
  WALK,
  BIKE,
  EBIKE,
  BIKESHARE,
  SCOOTER,
  CAR,
  CARSHARE,
  TAXI,
  PARKRIDE,
  KISSRIDE,
  BIKERIDE,
  BUS,
  TROLLEYBUS,
  COACH,
  TRAM,
  METRO,
  RAIL,
  FERRY,
  FUNICULAR,
  CABLECAR,
  GONDOLA,
  MONORAIL;

  /// The lower-case name used in the HTTP interface.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// How it is called in the middle of a sentence, as an argument of a notice.
  public String named() {
    return "@named." + id();
  }

  /// The mode of an HTTP name.
  public static Optional<TravelMode> find(String id) {
    for (TravelMode mode : values()) {
      if (mode.id().equals(id)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }

  /// The travel mode of a public transport mode.
  public static TravelMode of(Mode mode) {
    return valueOf(mode.name());
  }

  public boolean isTransit() {
    return ordinal() >= BUS.ordinal();
  }

  /// Whether it leads to public transport and goes on with it.
  public boolean joinsTransit() {
    return this == PARKRIDE || this == KISSRIDE || this == BIKERIDE;
  }

  /// Whether a join to public transport is asked for without any of what it joins to: who asks to
  /// park and ride wants to ride.
  public static boolean implyTransit(Set<TravelMode> modes) {
    return modes.stream().anyMatch(TravelMode::joinsTransit)
        && modes.stream().noneMatch(TravelMode::isTransit);
  }

  /// All public transport modes.
  public static Set<TravelMode> transit() {
    return EnumSet.range(BUS, MONORAIL);
  }

  /// Whether a bicycle is ridden that is not shared, with a motor or without.
  public boolean isOwnBicycle() {
    return this == BIKE || this == EBIKE;
  }

  /// The transit modes that pass a test, as a bit set over the ordinals of
  /// [org.toret.network.timetable.Mode].
  public static int transitBits(Predicate<TravelMode> test) {
    int bits = 0;
    for (Mode mode : Mode.values()) {
      if (test.test(of(mode))) {
        bits |= 1 << mode.ordinal();
      }
    }
    return bits;
  }
}
