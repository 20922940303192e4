package org.toret.network.zone;

import java.util.List;
import java.util.Set;

/// A car and what its driver may show at a gate.
///
/// @param fuel one of [#FUELS], empty where it is not told
/// @param euroClass Euro emission class, 0 where it is not told
/// @param permits ids of zones for which a permit is held, or a kind of use such as `disabled`
public record CarUser(String fuel, int euroClass, Set<String> permits) {

  /// What a car may run on; the position of each is its bit in [AccessCondition].
  public static final List<String> FUELS =
      List.of("petrol", "diesel", "lpg", "cng", "hybrid", "electric");

  /// The newest Euro class there is.
  public static final int EURO_CLASSES = 7;

  public CarUser {
    permits = Set.copyOf(permits);
  }

  /// The bit of the fuel, 0 where it is not told.
  public int fuelBit() {
    return bit(fuel);
  }

  /// The bit of a fuel, 0 for none of them.
  public static int bit(String fuel) {
    int position = FUELS.indexOf(fuel);
    return position < 0 ? 0 : 1 << position;
  }
}
