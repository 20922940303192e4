package org.toret.app.answer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.BoundingBox;
import org.toret.base.geo.GeoPoint;
import org.toret.network.sharing.Availability;
import org.toret.network.sharing.FloatingVehicles;
import org.toret.network.sharing.Sharing;
import org.toret.network.sharing.SharingStations;
import org.toret.network.sharing.SharingSystems;
import org.toret.network.sharing.VehicleTypes;

/// The answer to `GET /api/v1/sharing`: stations with what is known about them, and vehicles that
/// stand elsewhere. What is not known is `null`.
public record SharingView(
    List<SystemView> systems,
    List<StationView> stations,
    List<VehicleView> vehicles,
    List<NoticeView> notices) {

  /// @param at when stations and vehicles were as told here, null when nothing is known now
  public record SystemView(
      String id, String name, String version, @Nullable OffsetDateTime at, List<TypeView> types) {}

  /// @param form after GBFS `form_factor`
  /// @param propulsion after GBFS `propulsion_type`
  /// @param plan id of the pricing plan, null where none can be told
  public record TypeView(
      String id,
      String name,
      String form,
      String propulsion,
      @Nullable Integer maxRangeMetres,
      @Nullable String plan) {}

  /// @param vehicles how many can be taken
  /// @param docks free places, null also where there is no limit
  public record StationView(
      String id,
      String system,
      String name,
      @Nullable String region,
      double lat,
      double lon,
      @Nullable Integer capacity,
      @Nullable Boolean renting,
      @Nullable Boolean returning,
      @Nullable Integer vehicles,
      @Nullable Integer docks,
      List<TypeCount> types) {}

  /// Vehicles of one type that can be taken at a station.
  public record TypeCount(String type, int vehicles) {}

  /// A vehicle that stands somewhere.
  ///
  /// @param rangeMetres how far it still goes
  public record VehicleView(
      String id,
      String system,
      String type,
      String form,
      double lat,
      double lon,
      @Nullable Integer rangeMetres) {}

  /// What lies in a box.
  public static SharingView of(
      Sharing sharing, Availability now, BoundingBox box, ZoneId zone, List<NoticeView> notices) {
    List<SystemView> systems = new ArrayList<>();
    for (int system = 0; system < sharing.systems().count(); system++) {
      systems.add(system(sharing, now, system, zone));
    }
    SharingStations stations = sharing.stations();
    FloatingVehicles floating = now.floating();
    return new SharingView(
        systems,
        IntStream.range(0, stations.count())
            .filter(station -> box.contains(stations.point(station)))
            .mapToObj(station -> station(sharing, now, station))
            .toList(),
        IntStream.range(0, floating.count())
            .filter(vehicle -> box.contains(floating.point(vehicle)))
            .mapToObj(vehicle -> vehicle(sharing, floating, vehicle))
            .toList(),
        notices);
  }

  private static SystemView system(Sharing sharing, Availability now, int system, ZoneId zone) {
    SharingSystems systems = sharing.systems();
    OffsetDateTime at =
        now.knows(system)
            ? Instant.ofEpochSecond(now.atEpochSeconds()[system]).atZone(zone).toOffsetDateTime()
            : null;
    return new SystemView(
        systems.ids().get(system),
        systems.names().get(system),
        systems.versions().get(system),
        at,
        IntStream.range(0, sharing.types().count())
            .filter(type -> sharing.types().systems()[type] == system)
            .mapToObj(type -> type(sharing, type))
            .toList());
  }

  private static TypeView type(Sharing sharing, int type) {
    VehicleTypes types = sharing.types();
    int plan = types.plans()[type];
    return new TypeView(
        types.ids().get(type),
        types.names().get(type),
        types.form(type).name().toLowerCase(Locale.ROOT),
        types.propulsion(type).name().toLowerCase(Locale.ROOT),
        range(types.maxRangeMetres()[type]),
        plan < 0 ? null : sharing.plans().ids().get(plan));
  }

  private static StationView station(Sharing sharing, Availability now, int station) {
    SharingStations stations = sharing.stations();
    GeoPoint point = stations.point(station);
    String region = stations.regions().get(station);
    int capacity = stations.capacities()[station];
    boolean known = now.isKnown(station);
    List<TypeCount> types = known ? types(sharing, now, station) : List.of();
    int typed = types.stream().mapToInt(TypeCount::vehicles).sum();
    return new StationView(
        stations.ids().get(station),
        sharing.systems().ids().get(stations.systems()[station]),
        stations.names().get(station),
        region.isEmpty() ? null : region,
        point.lat(),
        point.lon(),
        capacity < 0 ? null : Integer.valueOf(capacity),
        known ? Boolean.valueOf(now.isRenting(station)) : null,
        known ? Boolean.valueOf(now.isReturning(station)) : null,
        known ? Integer.valueOf(Math.max(typed, now.vehicles()[station])) : null,
        known && now.docks()[station] >= 0 ? Integer.valueOf(now.docks()[station]) : null,
        types);
  }

  private static List<TypeCount> types(Sharing sharing, Availability now, int station) {
    VehicleTypes types = sharing.types();
    return IntStream.range(0, types.count())
        .filter(type -> types.systems()[type] == sharing.stations().systems()[station])
        .filter(type -> now.vehiclesByType().find(station, type) >= 0)
        .mapToObj(
            type -> new TypeCount(types.ids().get(type), now.vehiclesByType().find(station, type)))
        .toList();
  }

  private static VehicleView vehicle(Sharing sharing, FloatingVehicles floating, int vehicle) {
    GeoPoint point = floating.point(vehicle);
    int type = floating.types()[vehicle];
    return new VehicleView(
        floating.ids().get(vehicle),
        sharing.systems().ids().get(floating.systems()[vehicle]),
        sharing.types().ids().get(type),
        sharing.types().form(type).name().toLowerCase(Locale.ROOT),
        point.lat(),
        point.lon(),
        range(floating.rangeMetres()[vehicle]));
  }

  private static @Nullable Integer range(int metres) {
    return metres == VehicleTypes.NO_RANGE ? null : Integer.valueOf(metres);
  }
}
