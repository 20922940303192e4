package org.toret.network.sharing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.toret.base.columns.IntList;
import org.toret.base.columns.TextColumn;
import org.toret.base.geo.GeoPoint;

/// Collects what is told about stations and vehicles. Not thread-safe.
public final class AvailabilityBuilder {

  private final Sharing sharing;
  private final long[] ats;
  private final byte[] flags;
  private final int[] vehicles;
  private final int[] docks;
  private final int[][] vehicleTypes;
  private final int[][] dockTypes;
  private final List<Vehicle> floating = new ArrayList<>();

  /// A vehicle that stands somewhere.
  public record Vehicle(String id, int type, GeoPoint point, int rangeMetres, int plan) {}

  /// What is told about a station.
  ///
  /// @param flags bits of [Availability]; [Availability#KNOWN] is added
  /// @param vehicles all together
  /// @param docks free places, -1 for no limit
  /// @param byType alternating type and count, empty where not told
  /// @param docksByType the same for free places
  public record Status(int flags, int vehicles, int docks, int[] byType, int[] docksByType) {}

  public AvailabilityBuilder(Sharing sharing) {
    this.sharing = sharing;
    int stations = sharing.stations().count();
    ats = new long[sharing.systems().count()];
    Arrays.fill(ats, Availability.NEVER);
    flags = new byte[stations];
    vehicles = new int[stations];
    docks = new int[stations];
    vehicleTypes = new int[stations][0];
    dockTypes = new int[stations][0];
  }

  /// Says when a system was so; the oldest of several files counts.
  public AvailabilityBuilder at(int system, long epochSecond) {
    ats[system] =
        ats[system] == Availability.NEVER ? epochSecond : Math.min(ats[system], epochSecond);
    return this;
  }

  public AvailabilityBuilder station(int station, Status status) {
    flags[station] = (byte) (status.flags() | Availability.KNOWN);
    vehicles[station] = status.vehicles();
    docks[station] = status.docks();
    vehicleTypes[station] = status.byType();
    dockTypes[station] = status.docksByType();
    return this;
  }

  public AvailabilityBuilder vehicle(Vehicle vehicle) {
    floating.add(vehicle);
    return this;
  }

  /// Takes over what is known of a system.
  public AvailabilityBuilder keep(Availability known, int system) {
    ats[system] = known.atEpochSeconds()[system];
    for (int station = 0; station < flags.length; station++) {
      if (sharing.stations().systems()[station] == system) {
        flags[station] = known.flags()[station];
        vehicles[station] = known.vehicles()[station];
        docks[station] = known.docks()[station];
        vehicleTypes[station] = known.vehiclesByType().pairs(station);
        dockTypes[station] = known.docksByType().pairs(station);
      }
    }
    FloatingVehicles all = known.floating();
    for (int i = 0; i < all.count(); i++) {
      if (all.systems()[i] == system) {
        floating.add(
            new Vehicle(
                all.ids().get(i),
                all.types()[i],
                all.point(i),
                all.rangeMetres()[i],
                all.plans()[i]));
      }
    }
    return this;
  }

  public Availability build() {
    return new Availability(
        ats,
        sharing.stations().systems(),
        flags,
        vehicles,
        docks,
        counts(vehicleTypes),
        counts(dockTypes),
        floating());
  }

  private TypeCounts counts(int[][] pairs) {
    int[] offsets = new int[sharing.stations().count() + 1];
    IntList types = new IntList();
    IntList counts = new IntList();
    for (int station = 0; station < pairs.length; station++) {
      for (int i = 0; i + 1 < pairs[station].length; i += 2) {
        types.add(pairs[station][i]);
        counts.add(pairs[station][i + 1]);
      }
      offsets[station + 1] = types.size();
    }
    return new TypeCounts(offsets, types.toArray(), counts.toArray());
  }

  private FloatingVehicles floating() {
    return new FloatingVehicles(
        TextColumn.of(floating.stream().map(Vehicle::id).toList()),
        floating.stream().mapToInt(vehicle -> sharing.types().systems()[vehicle.type()]).toArray(),
        floating.stream().mapToInt(Vehicle::type).toArray(),
        floating.stream().mapToInt(vehicle -> vehicle.point().latE7()).toArray(),
        floating.stream().mapToInt(vehicle -> vehicle.point().lonE7()).toArray(),
        floating.stream().mapToInt(Vehicle::rangeMetres).toArray(),
        floating.stream().mapToInt(Vehicle::plan).toArray());
  }
}
