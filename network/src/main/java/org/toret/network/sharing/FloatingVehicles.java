package org.toret.network.sharing;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.toret.base.columns.TextColumn;
import org.toret.base.geo.GeoPoint;

/// Vehicles that stand anywhere, free to be taken; those reserved or out of order are left out.
///
/// @param ids `feed:vehicle_id`; operators change them after each ride
/// @param systems index into [SharingSystems]
/// @param types index into [VehicleTypes]
/// @param latsE7 latitude, 1e-7 degree
/// @param lonsE7 longitude, 1e-7 degree
/// @param rangeMetres how far it still goes, [VehicleTypes#NO_RANGE] where that is not stated
/// @param plans its own plan, or that of its type; -1 where none can be told
public record FloatingVehicles(
    TextColumn ids,
    int[] systems,
    int[] types,
    int[] latsE7,
    int[] lonsE7,
    int[] rangeMetres,
    int[] plans) {

  public int count() {
    return types.length;
  }

  public GeoPoint point(int vehicle) {
    return GeoPoint.ofE7(latsE7[vehicle], lonsE7[vehicle]);
  }

  /// Those that pass a test.
  FloatingVehicles keep(IntPredicate test) {
    int[] kept = IntStream.range(0, count()).filter(test).toArray();
    return new FloatingVehicles(
        ids.reordered(kept),
        pick(systems, kept),
        pick(types, kept),
        pick(latsE7, kept),
        pick(lonsE7, kept),
        pick(rangeMetres, kept),
        pick(plans, kept));
  }

  private static int[] pick(int[] values, int[] kept) {
    return IntStream.of(kept).map(i -> values[i]).toArray();
  }
}
