package org.toret.network.sharing;

import java.util.Arrays;

/// What can be taken and where places are free, at one moment for each system. Immutable: news make
/// another one, and a search keeps to the one it began with.
///
/// @param atEpochSeconds when it was so, for each system; [#NEVER] where nothing is known
/// @param systems index into [SharingSystems] for each station
/// @param flags bits [#KNOWN], [#RENTING], [#RETURNING] for each station
/// @param vehicles vehicles at each station; -1 where they are counted by type
/// @param docks free places at each station; -1 where they are counted by type or without limit
/// @param vehiclesByType counts by station and type
/// @param docksByType free places by station and type
public record Availability(
    long[] atEpochSeconds,
    int[] systems,
    byte[] flags,
    int[] vehicles,
    int[] docks,
    TypeCounts vehiclesByType,
    TypeCounts docksByType,
    FloatingVehicles floating) {

  /// Nothing is known of a system.
  public static final long NEVER = Long.MIN_VALUE;

  public static final byte KNOWN = 1;
  public static final byte RENTING = 2;
  public static final byte RETURNING = 4;

  /// Nothing is known.
  public static Availability unknown(Sharing sharing) {
    return new AvailabilityBuilder(sharing).build();
  }

  public boolean isKnown(int station) {
    return (flags[station] & KNOWN) != 0;
  }

  public boolean isRenting(int station) {
    return (flags[station] & RENTING) != 0;
  }

  public boolean isReturning(int station) {
    return (flags[station] & RETURNING) != 0;
  }

  /// Vehicles of a type that can be taken at a station.
  public int vehicles(int station, int type) {
    if (!isRenting(station)) {
      return 0;
    }
    int typed = vehiclesByType.find(station, type);
    return typed >= 0 ? typed : Math.max(0, vehicles[station]);
  }

  /// Whether a vehicle of a type can be given back at a station.
  public boolean mayReturn(int station, int type) {
    if (!isReturning(station)) {
      return false;
    }
    int typed = docksByType.find(station, type);
    return typed >= 0 ? typed > 0 : docks[station] != 0;
  }

  /// Whether anything is known of a system.
  public boolean knows(int system) {
    return atEpochSeconds[system] != NEVER;
  }

  /// The same without the systems of which nothing is known that is near enough to a moment: their
  /// stations are unknown and their vehicles nowhere.
  public Availability freshAt(long epochSecond, long mostSeconds) {
    long[] ats = atEpochSeconds.clone();
    boolean all = true;
    for (int system = 0; system < ats.length; system++) {
      boolean fresh = knows(system) && Math.abs(epochSecond - ats[system]) <= mostSeconds;
      ats[system] = fresh ? ats[system] : NEVER;
      all &= fresh;
    }
    return all ? this : masked(ats);
  }

  private Availability masked(long[] ats) {
    byte[] known = flags.clone();
    for (int station = 0; station < known.length; station++) {
      known[station] = ats[systems[station]] == NEVER ? 0 : known[station];
    }
    FloatingVehicles kept = floating.keep(vehicle -> ats[floating.systems()[vehicle]] != NEVER);
    return new Availability(
        ats, systems, known, vehicles, docks, vehiclesByType, docksByType, kept);
  }

  /// When the newest of it was so, [#NEVER] where nothing is known.
  public long newest() {
    return Arrays.stream(atEpochSeconds).max().orElse(NEVER);
  }
}
