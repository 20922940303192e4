package org.toret.app.live;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.toret.mobility.live.AlertIndex;
import org.toret.mobility.live.OccupancyIndex;
import org.toret.mobility.live.ServiceAlert;
import org.toret.mobility.live.VehicleNow;
import org.toret.mobility.place.Directory;

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
  AlertIndex alerts(Map<String, RunIntake.Said> said, Directory published) {
    List<List<ServiceAlert>> all = new ArrayList<>();
    said.forEach((source, last) ->
        all.add(
            alerts.of(
                source,
                List.of(last.feed(), last.message().alerts(), published),
                () -> words(source, last, published).alerts())));
    if (!all.equals(indexed)) {
      indexed = all;
      alertIndex = new AlertIndex(once(all));
    }
    return alertIndex;
  }

  /// What of a disruption makes it the same from whatever source.
  private record Look(
      String feed,
      Map<String, String> headers,
      Map<String, String> texts,
      List<ServiceAlert.Period> periods,
      Set<ServiceAlert.Concerned> concerned) {}

  /// Each disruption once: as the first source tells it that does.
  private static List<ServiceAlert> once(List<List<ServiceAlert>> bySource) {
    Map<Look, ServiceAlert> once = new LinkedHashMap<>();
    bySource.stream()
        .flatMap(List::stream)
        .forEach(one ->
            once.putIfAbsent(
                new Look(
                    one.feed(),
                    one.headers(),
                    one.texts(),
                    one.periods(),
                    new HashSet<>(one.concerned())),
                one));
    return List.copyOf(once.values());
  }

  /// Vehicles, each once: of two sources that tell of one the newer sighting counts.
  ///
  /// @param said by sources that are fresh
  List<VehicleNow> vehicles(Map<String, RunIntake.Said> said, Directory published) {
    Map<String, List<VehicleNow>> all = new LinkedHashMap<>();
    said.forEach((source, last) ->
        all.put(
            source,
            vehicles.of(
                source,
                List.of(last.feed(), last.message().vehiclePositions(), last.at(), published),
                () -> words(source, last, published).vehicles(last.at()))));
    return all.size() < 2
        ? all.values().stream().flatMap(List::stream).toList()
        : new OneOfEach(said).of(all);
  }

  /// How full vehicles are.
  ///
  /// @param said by sources that are fresh
  OccupancyIndex occupancy(Map<String, RunIntake.Said> said, Directory published, ZoneId zone) {
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
                  today,
                  published),
              () -> words(source, last, published).occupancy(today)));
    });
    if (!all.equals(indexedOccupancy)) {
      indexedOccupancy = all;
      occupancyIndex = new OccupancyIndex(all.stream().flatMap(List::stream).toList());
    }
    return occupancyIndex;
  }

  private static LiveWords words(String source, RunIntake.Said last, Directory published) {
    return new LiveWords(source, new RunNames(published, last.feed()), last.message());
  }
}
