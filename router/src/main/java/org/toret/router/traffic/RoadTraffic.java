package org.toret.router.traffic;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toret.network.street.StreetEdges;
import org.toret.network.street.StreetNetwork;
import org.toret.network.traffic.ArcSpeeds;
import org.toret.network.traffic.RoadEvent;
import org.toret.network.traffic.RoadPlace;
import org.toret.network.traffic.RoadReading;

/// All that is told of the roads at one time, laid on the streets. Immutable and thread-safe.
///
/// What is read holds near the time of reading: all of it up to 20 minutes away, half of it up to
/// an hour, nothing beyond (see [RoadKey]); nobody knows an afternoon's traffic in the morning.
/// What closes or slows a street from when to when holds for every journey under way in that time,
/// taken as [#TRIP_SECONDS] from its departure or to its arrival.
public final class RoadTraffic {

  /// So long a drive through a city may last.
  static final int TRIP_SECONDS = 45 * 60;

  /// Spot speeds lie above what is driven along a street, and no jam stands for ever.
  static final double LEAST_RATIO = 0.1;

  static final double MOST_RATIO = 1.3;

  private static final int LEAST_KMH = 3;

  private final StreetNetwork streets;
  private final ZoneId zone;
  private final long readAt;
  private final Map<Integer, Double> ratios;
  private final List<OnRoad> events;
  private final int matchedReadings;

  /// An event with its arcs, none where it is not found on the streets.
  public record OnRoad(RoadEvent event, int[] arcs) {
    boolean changesStreets() {
      return arcs.length > 0 && (event.kind() == RoadEvent.Kind.CLOSURE || event.kmh() > 0);
    }
  }

  private RoadTraffic(
      StreetNetwork streets,
      ZoneId zone,
      long readAt,
      Map<Integer, Double> ratios,
      List<OnRoad> events,
      int matchedReadings) {
    this.streets = streets;
    this.zone = zone;
    this.readAt = readAt;
    this.ratios = Map.copyOf(ratios);
    this.events = List.copyOf(events);
    this.matchedReadings = matchedReadings;
  }

  /// Lays on the streets what is told.
  ///
  /// @param readings with their places; those without are left out
  /// @param events with their places
  public static RoadTraffic of(
      RoadMatcher matcher, List<RoadReading> readings, List<RoadEvent> events, ZoneId zone) {
    RoadSpread spread = new RoadSpread(matcher);
    StreetNetwork streets = matcher.streets();
    long readAt = Long.MIN_VALUE / 2;
    int matched = 0;
    for (RoadReading reading : readings) {
      RoadPlace place = reading.place();
      RoadMatcher.Match match = place == null ? RoadMatcher.Match.NONE : matcher.match(place);
      if (match.isFound()) {
        matched++;
        readAt = Math.max(readAt, reading.at());
        add(spread, streets, reading, match, place != null && place.isPoint());
      }
    }
    List<OnRoad> found = new ArrayList<>();
    for (RoadEvent event : events) {
      RoadPlace place = event.place();
      found.add(new OnRoad(event, place == null ? new int[0] : matcher.match(place).arcs()));
    }
    return new RoadTraffic(streets, zone, readAt, spread.ratios(), found, matched);
  }

  private static void add(
      RoadSpread spread,
      StreetNetwork streets,
      RoadReading reading,
      RoadMatcher.Match match,
      boolean point) {
    double weight = match.confidence() * reading.quality();
    for (int arc : match.arcs()) {
      double published = kmh(streets, arc);
      double ratio = Math.clamp(reading.kmh() / published, LEAST_RATIO, MOST_RATIO);
      double whole = streets.edges().decimetres()[arc >> 1] / 10.0;
      boolean first = arc == match.arcs()[0];
      double along = !point ? whole / 2 : first ? match.alongMetres() : whole - match.alongMetres();
      spread.add(arc, ratio, weight, along);
    }
  }

  /// Speed as published, at least 1 km/h.
  static double kmh(StreetNetwork streets, int arc) {
    StreetEdges edges = streets.edges();
    byte[] speeds = (arc & 1) == 0 ? edges.carForwardKmh() : edges.carBackwardKmh();
    return Math.max(1, speeds[arc >> 1] & 0xff);
  }

  /// How many readings are on a street of the city.
  public int matchedReadings() {
    return matchedReadings;
  }

  /// What happens on the roads, in the order told; some of it beside the streets of the city.
  public List<OnRoad> events() {
    return events;
  }

  /// Epoch second of the newest reading, long ago where there is none.
  long readAt() {
    return readAt;
  }

  /// Speed now by speed as published, per arc that a reading says something of.
  public Map<Integer, Double> ratios() {
    return ratios;
  }

  /// What holds for a journey.
  ///
  /// @param at epoch second of departure, or of arrival
  public RoadKey key(long at, boolean arriveBy) {
    long first = arriveBy ? at - TRIP_SECONDS : at;
    BitSet met = new BitSet();
    for (int i = 0; i < events.size(); i++) {
      OnRoad one = events.get(i);
      met.set(i, one.changesStreets() && one.event().holds(first, first + TRIP_SECONDS, zone));
    }
    RoadKey.Nearness nearness =
        ratios.isEmpty() ? RoadKey.Nearness.LATER : RoadKey.Nearness.of(readAt, at);
    return new RoadKey(nearness, met);
  }

  /// How fast cars move for journeys with a key.
  public ArcSpeeds speeds(RoadKey key) {
    Map<Integer, Double> kmh = new HashMap<>();
    if (key.nearness != RoadKey.Nearness.LATER) {
      ratios.forEach(
          (arc, ratio) -> kmh.put(arc, kmh(streets, arc) * (1 + key.nearness.share * (ratio - 1))));
    }
    BitSet closed = new BitSet();
    for (int i = key.events.nextSetBit(0); i >= 0; i = key.events.nextSetBit(i + 1)) {
      OnRoad one = events.get(i);
      for (int arc : one.arcs()) {
        if (one.event().kind() == RoadEvent.Kind.CLOSURE) {
          closed.set(arc);
        } else {
          double now = kmh.getOrDefault(arc, kmh(streets, arc));
          kmh.put(arc, Math.min(now, one.event().kmh()));
        }
      }
    }
    byte[] all = new byte[2 * streets.edges().count()];
    BitSet shut = new BitSet();
    kmh.forEach((arc, speed) -> {
      byte rounded = (byte) Math.clamp(Math.round(speed), LEAST_KMH, ArcSpeeds.MOST_KMH);
      sameCourse(arc, same -> all[same] = rounded);
    });
    closed.stream().forEach(arc -> sameCourse(arc, shut::set));
    return new ArcSpeeds(all, shut);
  }

  private interface ArcVisitor {
    void arc(int arc);
  }

  /// Visits an arc and all copies of it that import made to express turns.
  private void sameCourse(int arc, ArcVisitor visitor) {
    int tail = streets.tail(arc);
    int head = streets.head(arc);
    int length = streets.edges().decimetres()[arc >> 1];
    visitor.arc(arc);
    for (int i = streets.arcs().start(tail); i < streets.arcs().end(tail); i++) {
      int other = streets.arcs().values()[i];
      boolean same =
          other != arc
              && streets.head(other) == head
              && streets.edges().decimetres()[other >> 1] == length
              && streets.names().get(other >> 1).equals(streets.names().get(arc >> 1));
      if (same) {
        visitor.arc(other);
      }
    }
  }
}
