package org.toret.mobility.live;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The disruptions of now, by what they concern. Immutable.
public final class AlertIndex {

  /// Nothing is told.
  public static final AlertIndex NONE = new AlertIndex(List.of());

  private static final String ACCESSIBILITY = "accessibility_issue";

  private final List<ServiceAlert> alerts;
  private final Map<String, List<Subject>> byKey = new HashMap<>();
  private final List<ServiceAlert> hardToReach;

  /// Something that one of the alerts concerns.
  ///
  /// @param alert place in the list
  private record Subject(int alert, ServiceAlert.Concerned concerned, Beside beside) {}

  /// The lines and trips that an alert names anywhere.
  private record Beside(Set<String> routes, Set<String> trips) {

    static Beside of(ServiceAlert alert) {
      Set<String> routes = new HashSet<>();
      Set<String> trips = new HashSet<>();
      for (ServiceAlert.Concerned one : alert.concerned()) {
        routes.add(one.route());
        trips.add(one.trip());
      }
      routes.remove("");
      trips.remove("");
      return new Beside(routes, trips);
    }

    /// Publishers list the lines concerned and, apart from them, all their stops: beside lines or
    /// trips a stop alone means those lines there.
    boolean admits(String route, String trip) {
      return routes.isEmpty() && trips.isEmpty() || routes.contains(route) || trips.contains(trip);
    }
  }

  public AlertIndex(List<ServiceAlert> alerts) {
    this.alerts = List.copyOf(alerts);
    this.hardToReach =
        alerts.stream().filter(alert -> alert.effect().equals(ACCESSIBILITY)).toList();
    for (int i = 0; i < alerts.size(); i++) {
      Beside beside = Beside.of(alerts.get(i));
      for (ServiceAlert.Concerned one : alerts.get(i).concerned()) {
        byKey
            .computeIfAbsent(key(alerts.get(i).feed(), one), fresh -> new ArrayList<>())
            .add(new Subject(i, one, beside));
      }
    }
  }

  public List<ServiceAlert> list() {
    return alerts;
  }

  /// The disruptions that concern a ride, in the order published.
  ///
  /// @param stops where one boards and alights, `feed:stop_id`
  /// @param from epoch second
  /// @param until epoch second
  public List<ServiceAlert> of(RideNames ride, List<String> stops, long from, long until) {
    BitSet found = new BitSet();
    String type = ofType(ride.feed(), ride.routeType());
    Stream.concat(
            Stream.of(
                "t" + ride.trip(),
                "t" + ride.repeatedTrip(),
                "r" + ride.route(),
                "a" + ride.agency(),
                type,
                "f" + ride.feed()),
            stops.stream().map(stop -> "s" + stop))
        .forEach(key -> collect(key, ride, stops, found));
    return found.stream()
        .mapToObj(alerts::get)
        .filter(alert -> alert.isShown(from, until))
        .toList();
  }

  /// The disruptions of a moment that concern somebody who waits, those that name a stop first:
  /// what is said of a stop, of a run, or of lines as a whole.
  ///
  /// @param stops of a place, with its station and the ways into it, as `feed:stop_id`
  /// @param lines that call there
  /// @param rides that leave there next
  /// @param at epoch second
  public List<ServiceAlert> around(
      Set<String> stops, Collection<RideNames> lines, Collection<RideNames> rides, long at) {
    List<ServiceAlert> here = new ArrayList<>();
    List<ServiceAlert> onLines = new ArrayList<>();
    for (ServiceAlert alert : alerts) {
      List<ServiceAlert.Concerned> concerned =
          alert.isShown(at, at) ? alert.concerned() : List.of();
      if (concerned.stream().anyMatch(one -> stops.contains(one.stop()))) {
        here.add(alert);
      } else if (concerned.stream()
          .filter(one -> one.stop().isEmpty())
          .anyMatch(one ->
              (one.isPartOfLines() ? rides : lines)
                  .stream().anyMatch(ride -> alert.means(one, ride)))) {
        onLines.add(alert);
      }
    }
    here.addAll(onLines);
    return List.copyOf(here);
  }

  /// The disruptions of a moment that concern a line.
  ///
  /// @param at epoch second
  public List<ServiceAlert> ofLine(RideNames line, long at) {
    return alerts.stream()
        .filter(alert -> alert.isShown(at, at) && alert.concernsLine(line))
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

  private void collect(String key, RideNames ride, List<String> stops, BitSet found) {
    for (Subject subject : byKey.getOrDefault(key, List.of())) {
      ServiceAlert.Concerned one = subject.concerned();
      boolean stopAlone = one.route().isEmpty() && one.trip().isEmpty() && !one.stop().isEmpty();
      if ((!stopAlone || subject.beside().admits(ride.route(), ride.trip()))
          && one.means(ride)
          && (one.stop().isEmpty() || stops.contains(one.stop()))) {
        found.set(subject.alert());
      }
    }
  }

  /// By the narrowest that is named.
  private static String key(String feed, ServiceAlert.Concerned one) {
    if (!one.trip().isEmpty()) {
      return "t" + one.trip();
    }
    if (!one.route().isEmpty()) {
      return "r" + one.route();
    }
    if (!one.stop().isEmpty()) {
      return "s" + one.stop();
    }
    if (!one.agency().isEmpty()) {
      return "a" + one.agency();
    }
    return one.routeType() < 0 ? "f" + feed : ofType(feed, one.routeType());
  }

  private static String ofType(String feed, int routeType) {
    return "y" + routeType + ":" + feed;
  }
}
