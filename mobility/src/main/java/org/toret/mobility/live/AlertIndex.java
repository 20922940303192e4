package org.toret.mobility.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The disruptions of now, by what they concern. Immutable.
public final class AlertIndex {

  /// Nothing is told.
  public static final AlertIndex NONE = new AlertIndex(List.of());

  private static final String ACCESSIBILITY = "accessibility_issue";

  private final List<ServiceAlert> alerts;
  private final Map<String, List<ServiceAlert>> byKey = new HashMap<>();
  private final List<ServiceAlert> hardToReach;

  public AlertIndex(List<ServiceAlert> alerts) {
    this.alerts = List.copyOf(alerts);
    this.hardToReach =
        alerts.stream().filter(alert -> alert.effect().equals(ACCESSIBILITY)).toList();
    for (ServiceAlert alert : alerts) {
      Set<String> keys = new LinkedHashSet<>();
      for (ServiceAlert.Concerned one : alert.concerned()) {
        if (!one.isEverything()) {
          keys.add(key(one));
        }
      }
      keys.forEach(key -> byKey.computeIfAbsent(key, fresh -> new ArrayList<>()).add(alert));
    }
  }

  public List<ServiceAlert> list() {
    return alerts;
  }

  /// The disruptions that concern a ride, in the order published.
  ///
  /// @param route `feed:route_id`
  /// @param trip `feed:trip_id`
  /// @param stops where one boards and alights
  /// @param from epoch second
  /// @param until epoch second
  public List<ServiceAlert> of(
      String route, String trip, List<String> stops, long from, long until) {
    Set<ServiceAlert> candidates = new LinkedHashSet<>();
    candidates.addAll(byKey.getOrDefault("t" + trip, List.of()));
    candidates.addAll(byKey.getOrDefault("r" + route, List.of()));
    stops.forEach(stop -> candidates.addAll(byKey.getOrDefault("s" + stop, List.of())));
    return candidates.stream()
        .filter(alert -> alert.isShown(from, until))
        .filter(alert ->
            alert.concerned().stream().anyMatch(one -> concerns(alert, one, route, trip, stops)))
        .toList();
  }

  /// The stops, stations and entrances of which something that access without steps needs is said
  /// to be out of order at any moment of a time, as `feed:stop_id`.
  public Set<String> stopsHardToReach(long from, long until) {
    Set<String> stops = new LinkedHashSet<>();
    for (ServiceAlert alert : hardToReach) {
      if (alert.isShown(from, until)) {
        alert.concerned().stream()
            .filter(one -> !one.stop().isEmpty() && one.trip().isEmpty())
            .forEach(one -> stops.add(one.stop()));
      }
    }
    return stops;
  }

  /// Publishers list the lines concerned and, apart from them, all their stops: beside lines or
  /// trips a stop alone means those lines there.
  private static boolean concerns(
      ServiceAlert alert,
      ServiceAlert.Concerned one,
      String route,
      String trip,
      List<String> stops) {
    boolean stopAlone = one.route().isEmpty() && one.trip().isEmpty();
    return !one.isEverything()
        && (!stopAlone || alert.isOfStops() || alert.names(route, trip))
        && (one.route().isEmpty() || one.route().equals(route))
        && (one.trip().isEmpty() || one.trip().equals(trip))
        && (one.stop().isEmpty() || stops.contains(one.stop()));
  }

  private static String key(ServiceAlert.Concerned one) {
    if (!one.trip().isEmpty()) {
      return "t" + one.trip();
    }
    return one.route().isEmpty() ? "s" + one.stop() : "r" + one.route();
  }
}
