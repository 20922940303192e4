package org.toret.network.sharing;

import java.util.List;
import org.toret.base.geo.GeoPoint;

/// What a [SharingBuilder] is given: one record per row, references by their published ids.
public final class SharingRows {

  private SharingRows() {}

  /// One system.
  public record SystemRow(
      String id, String systemId, String name, String version, String licence, String url) {}

  /// One type of vehicle.
  ///
  /// @param maxRangeMetres [VehicleTypes#NO_RANGE] where none is stated
  /// @param plan id of the plan that holds unless the vehicle names another, empty for none
  /// @param seats how many people it holds, 0 where nothing is stated
  public record TypeRow(
      String id,
      String name,
      FormFactor form,
      Propulsion propulsion,
      int maxRangeMetres,
      String plan,
      ReturnConstraint returns,
      int seats) {

    /// A type that does not state how many people it holds.
    public TypeRow(
        String id,
        String name,
        FormFactor form,
        Propulsion propulsion,
        int maxRangeMetres,
        String plan,
        ReturnConstraint returns) {
      this(id, name, form, propulsion, maxRangeMetres, plan, returns, 0);
    }
  }

  /// One station.
  ///
  /// @param capacity -1 where none is stated
  public record StationRow(String id, String name, String region, GeoPoint point, int capacity) {}

  /// One segment of a price by time or distance.
  public record StepRow(int start, long rateMicros, int interval, int end) {}

  /// One pricing plan.
  ///
  /// @param flags bits of [PricingPlans]
  public record PlanRow(
      String id,
      String name,
      String currency,
      long priceMicros,
      int flags,
      List<StepRow> perKilometre,
      List<StepRow> perMinute) {}

  /// One rule of a zone.
  ///
  /// @param types ids of vehicle types; empty for all
  /// @param flags bits of [GeofencingZones]
  public record RuleRow(List<String> types, int flags, int maxKmh) {}

  /// One zone.
  ///
  /// @param combines whether what its first rule leaves open is filled in by a later zone
  /// @param rings alternating latitude and longitude, 1e-7 degree; none for everywhere
  public record ZoneRow(String name, boolean combines, List<int[]> rings, List<RuleRow> rules) {}
}
