package org.toret.app.answer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.BoundingBox;
import org.toret.base.geo.GeoPoint;
import org.toret.network.parking.CarParks;
import org.toret.network.parking.ParkingState;

/// The answer to `GET /api/v1/parking`: car parks with what is known about them. What is not known
/// is `null`.
public record ParkingView(List<ParkView> parks, List<NoticeView> notices) {

  /// @param parkAndRide whether it is meant for going on by public transport
  /// @param fee whether something is to be paid
  /// @param free places, as of `at`
  /// @param closed whether it was closed then
  public record ParkView(
      String id,
      String name,
      double lat,
      double lon,
      @Nullable Integer capacity,
      boolean parkAndRide,
      boolean covered,
      @Nullable Boolean fee,
      @Nullable Integer free,
      @Nullable Boolean closed,
      @Nullable OffsetDateTime at) {}

  /// What lies in a box.
  public static ParkingView of(
      CarParks parks, ParkingState now, BoundingBox box, ZoneId zone, List<NoticeView> notices) {
    return new ParkingView(
        IntStream.range(0, parks.count())
            .filter(park -> box.contains(parks.point(park)))
            .mapToObj(park -> park(parks, now, park, zone))
            .toList(),
        notices);
  }

  private static ParkView park(CarParks parks, ParkingState now, int park, ZoneId zone) {
    GeoPoint point = parks.point(park);
    boolean known = now.knows(park);
    boolean paid = parks.has(park, CarParks.FEE);
    return new ParkView(
        parks.ids().get(park),
        parks.names().get(park),
        point.lat(),
        point.lon(),
        count(parks.capacities()[park]),
        parks.has(park, CarParks.PARK_AND_RIDE),
        parks.has(park, CarParks.COVERED),
        paid || parks.has(park, CarParks.FREE) ? Boolean.valueOf(paid) : null,
        known ? count(now.free()[park]) : null,
        known ? Boolean.valueOf(now.closed()[park]) : null,
        known
            ? Instant.ofEpochSecond(now.atEpochSeconds()[park]).atZone(zone).toOffsetDateTime()
            : null);
  }

  private static @Nullable Integer count(int number) {
    return number < 0 ? null : Integer.valueOf(number);
  }
}
