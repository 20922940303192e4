package org.toret.network.fare.build;

/// The rows a feed states its fares with, ids still as text, empty where a cell is empty.
public final class FareRows {

  private FareRows() {}

  /// `rider_categories.txt`.
  public record Rider(String id, String name, boolean isDefault) {}

  /// `fare_media.txt`.
  public record Medium(String id, String name, int type) {}

  /// `fare_products.txt`.
  ///
  /// @param cents hundredths of the currency's unit
  public record Product(
      String id, String name, String rider, String medium, int cents, String currency, int line) {}

  /// `timeframes.txt`.
  ///
  /// @param epochDays the days of its service
  public record Timeframe(String group, int startSecond, int endSecond, int[] epochDays) {}

  /// `fare_leg_rules.txt`.
  public record LegRule(
      String group,
      String network,
      String fromArea,
      String toArea,
      String fromTimeframe,
      String toTimeframe,
      String product,
      int priority,
      int line) {}

  /// `fare_leg_join_rules.txt`.
  ///
  /// @param fromStop index of the stop, -1 where empty
  public record JoinRule(String fromNetwork, String toNetwork, int fromStop, int toStop) {}

  /// `fare_transfer_rules.txt`.
  ///
  /// @param count -1 where empty
  /// @param durationSeconds -1 where empty
  public record TransferRule(
      String fromGroup,
      String toGroup,
      String product,
      int count,
      int durationSeconds,
      int durationType,
      int type,
      int line) {}

  /// `fare_attributes.txt`.
  ///
  /// @param durationSeconds -1 where empty
  /// @param agency index of the agency, -1 where empty
  public record ZoneFare(
      String id,
      int cents,
      String currency,
      int transfers,
      int durationSeconds,
      int agency,
      int line) {}

  /// `fare_rules.txt`.
  ///
  /// @param route index of the route, -1 where empty
  public record ZoneRule(
      String fare, int route, String origin, String destination, String contains) {}
}
