package org.toret.app.live;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.toret.mobility.live.AlertIndex;
import org.toret.mobility.live.OccupancyIndex;
import org.toret.mobility.live.ServiceAlert;
import org.toret.mobility.live.VehicleNow;

/// What messages say of disruptions, vehicles and how full these are, in the words of the city.
///
/// Each source's words of each kind are made anew only where its message has changed them, and the
/// indexes only where any source's words have changed. Not thread-safe.
final class RunWords {

  private final Kind<ServiceAlert> alerts = new Kind<>();
  private final Kind<VehicleNow> vehicles = new Kind<>();
  private final Kind<OccupancyIndex.Told> occupancy = new Kind<>();
  private List<List<ServiceAlert>> indexed = List.of();
  private AlertIndex alertIndex = AlertIndex.NONE;
  private List<List<OccupancyIndex.Told>> indexedOccupancy = List.of();
  private OccupancyIndex occupancyIndex = OccupancyIndex.NONE;

  /// Words of one kind as they were made last, by source.
  private static final class Kind<T> {

    private final Map<String, Kept<T>> bySource = new HashMap<>();

    private record Kept<T>(List<Object> of, List<T> made) {}

    /// @param of everything that they are made of
    List<T> of(String source, List<Object> of, Supplier<List<T>> make) {
      Kept<T> before = bySource.get(source);
      if (before != null && before.of().equals(of)) {
        return before.made();
      }
      List<T> made = List.copyOf(make.get());
      bySource.put(source, new Kept<>(of, made));
      return made;
    }
  }

  /// Disruptions, which hold by their own periods.
  AlertIndex alerts(Map<String, RunIntake.Said> said) {
    List<List<ServiceAlert>> all = new ArrayList<>();
    said.forEach((source, last) ->
        all.add(
            alerts.of(
                source,
                List.of(last.feed(), last.message().alerts()),
                () -> LiveWords.alerts(source, last.feed(), last.message()))));
    if (!all.equals(indexed)) {
      indexed = all;
      alertIndex = new AlertIndex(all.stream().flatMap(List::stream).toList());
    }
    return alertIndex;
  }

  /// Vehicles, each once: of two sources that tell of one the newer sighting counts.
  ///
  /// @param said by sources that are fresh
  List<VehicleNow> vehicles(Map<String, RunIntake.Said> said) {
    Map<String, List<VehicleNow>> all = new LinkedHashMap<>();
    said.forEach((source, last) ->
        all.put(
            source,
            vehicles.of(
                source,
                List.of(last.feed(), last.message().vehiclePositions(), last.at()),
                () -> LiveWords.vehicles(source, last.feed(), last.message(), last.at()))));
    return all.size() < 2
        ? all.values().stream().flatMap(List::stream).toList()
        : new OneOfEach(said).of(all);
  }

  /// How full vehicles are.
  ///
  /// @param said by sources that are fresh
  OccupancyIndex occupancy(Map<String, RunIntake.Said> said, ZoneId zone) {
    List<List<OccupancyIndex.Told>> all = new ArrayList<>();
    said.forEach((source, last) -> {
      LocalDate today = Instant.ofEpochSecond(last.at()).atZone(zone).toLocalDate();
      all.add(
          occupancy.of(
              source,
              List.of(
                  last.feed(),
                  last.message().tripUpdates(),
                  last.message().vehiclePositions(),
                  today),
              () -> LiveWords.occupancy(last.feed(), last.message(), today)));
    });
    if (!all.equals(indexedOccupancy)) {
      indexedOccupancy = all;
      occupancyIndex = new OccupancyIndex(all.stream().flatMap(List::stream).toList());
    }
    return occupancyIndex;
  }
}
