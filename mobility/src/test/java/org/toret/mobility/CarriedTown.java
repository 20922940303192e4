package org.toret.mobility;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.mobility.plan.Traveller;
import org.toret.network.street.MapFeatures;
import org.toret.network.street.StreetBuilder;
import org.toret.network.street.StreetClass;
import org.toret.network.street.StreetEdge;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.network.street.StreetSurface;

/// A small random town for bicycles: streets, stops at some of their corners, trips between these
/// and walks, and every way through it with a bicycle taken along, found by trying.
final class CarriedTown {

  static final int SIDE = 8;
  static final int STOPS = 8;
  static final int FIRST_SECOND = 8 * 3600;
  static final int LAST_SECOND = FIRST_SECOND + 90 * 60;
  static final int WINDOW_SECONDS = 3600;
  static final int MOST_RIDES = 3;
  static final int CHANGE_SECONDS = 60;
  static final int STREET_SECONDS = 60;
  static final int MOST_WALK_METRES = 400;
  static final int MOST_BIKE_METRES = 1100;

  /// Whole seconds are rounded here and there on the way.
  static final int TOLERANCE_SECONDS = 3;

  /// Nobody takes a bicycle aboard for one stop.
  static final double MOST_RIDDEN = 3;

  static final double NEVER = 1e9;

  /// A trip: stops and seconds, parallel.
  private record Trip(List<Integer> stops, List<Integer> seconds, boolean bikes) {}

  /// A journey: seconds, and the trips it rides.
  ///
  /// @param ridden how many times as far it is ridden as carried
  record Way(int departs, int arrives, List<Integer> trips, double ridden) {

    int rides() {
      return trips.size();
    }

    boolean covers(Way other) {
      return departs >= other.departs - TOLERANCE_SECONDS
          && arrives <= other.arrives + TOLERANCE_SECONDS
          && rides() <= other.rides();
    }

    boolean isInWindow(boolean arriveBy) {
      return arriveBy
          ? arrives >= LAST_SECOND - WINDOW_SECONDS
          : departs <= FIRST_SECOND + WINDOW_SECONDS;
    }

    boolean isAs(Way other) {
      return covers(other) && other.covers(this);
    }
  }

  private final Random random;
  private final double[][] metres = new double[SIDE * SIDE][SIDE * SIDE];
  private final int[] corners;
  private final List<Trip> trips = new ArrayList<>();
  private final int[][] walkSeconds = new int[STOPS][STOPS];
  final int from;
  final int to;
  final StreetNetwork streets;

  CarriedTown(long seed) {
    random = new Random(seed);
    List<Integer> shuffled = new ArrayList<>(IntStream.range(0, SIDE * SIDE).boxed().toList());
    streets = streets();
    int hub = Collections.max(shuffled, Comparator.comparingLong(this::joined));
    shuffled.removeIf(corner -> metres[hub][corner] >= NEVER);
    Collections.shuffle(shuffled, random);
    corners = shuffled.stream().mapToInt(Integer::intValue).limit(STOPS).toArray();
    from = shuffled.get(STOPS);
    to =
        shuffled.stream()
            .skip(STOPS + 1)
            .max(Comparator.comparingInt(corner -> blocks(from, corner)))
            .orElseThrow();
    for (int i = 0; i < 14; i++) {
      trips.add(trip());
    }
    for (int i = 0; i < 3; i++) {
      int a = random.nextInt(STOPS);
      int b = random.nextInt(STOPS);
      if (a != b) {
        walkSeconds[a][b] = 60 + 30 * random.nextInt(8);
        walkSeconds[b][a] = walkSeconds[a][b];
      }
    }
  }

  /// How many corners a corner is joined to.
  private long joined(int corner) {
    return Arrays.stream(metres[corner]).filter(length -> length < NEVER).count();
  }

  private static int blocks(int a, int b) {
    return Math.abs(a / SIDE - b / SIDE) + Math.abs(a % SIDE - b % SIDE);
  }

  static GeoPoint point(int corner) {
    return new GeoPoint(45 + corner / SIDE * 0.0018, 7.6 + corner % SIDE * 0.00254);
  }

  private StreetNetwork streets() {
    StreetBuilder builder = new StreetBuilder(false);
    for (int corner = 0; corner < SIDE * SIDE; corner++) {
      Arrays.fill(metres[corner], NEVER);
      metres[corner][corner] = 0;
      builder.node(point(corner).latE7(), point(corner).lonE7(), 0);
    }
    for (int corner = 0; corner < SIDE * SIDE; corner++) {
      if (corner % SIDE < SIDE - 1 && random.nextInt(8) > 0) {
        street(builder, corner, corner + 1);
      }
      if (corner / SIDE < SIDE - 1 && random.nextInt(8) > 0) {
        street(builder, corner, corner + SIDE);
      }
    }
    relax();
    return builder.build(MapFeatures.NONE);
  }

  private void street(StreetBuilder builder, int a, int b) {
    int length = 201 + random.nextInt(80);
    metres[a][b] = length;
    metres[b][a] = length;
    int flags = StreetFlags.FOOT | StreetFlags.BIKE;
    builder.edge(
        new StreetEdge(
            a,
            b,
            10 * length,
            flags,
            5,
            18,
            18,
            0,
            0,
            StreetClass.RESIDENTIAL,
            StreetSurface.SMOOTH,
            10,
            0,
            0,
            "",
            "",
            new int[0],
            new int[0]));
  }

  private void relax() {
    for (int over = 0; over < metres.length; over++) {
      for (int a = 0; a < metres.length; a++) {
        for (int b = 0; b < metres.length; b++) {
          metres[a][b] = Math.min(metres[a][b], metres[a][over] + metres[over][b]);
        }
      }
    }
  }

  private Trip trip() {
    List<Integer> stops = new ArrayList<>(IntStream.range(0, STOPS).boxed().toList());
    Collections.shuffle(stops, random);
    List<Integer> seconds = new ArrayList<>();
    int at = FIRST_SECOND + 60 * random.nextInt(90);
    int length = 2 + random.nextInt(3);
    for (int call = 0; call < length; call++) {
      seconds.add(at);
      at += 60 * (1 + random.nextInt(5));
    }
    return new Trip(
        List.copyOf(stops.subList(0, length)), List.copyOf(seconds), random.nextInt(3) > 0);
  }

  /// How far the bicycle is ridden between a corner and a stop.
  double ridden(int corner, int stop) {
    double length = metres[corner][corners[stop]];
    boolean pushed =
        length <= MOST_WALK_METRES
            && length / Traveller.WALK_METRES_PER_SECOND
                < length / Traveller.BIKE_METRES_PER_SECOND + STREET_SECONDS;
    return pushed ? 0 : length;
  }

  private double between(Trip trip, int first, int last) {
    double sum = 0;
    for (int call = first; call < last; call++) {
      GeoPoint here = point(corners[trip.stops().get(call)]);
      sum += Distance.metres(here, point(corners[trip.stops().get(call + 1)]));
    }
    return sum;
  }

  /// Seconds between a corner and a stop with the bicycle: pushed, or ridden and a minute.
  double end(int corner, int stop) {
    double length = metres[corner][corners[stop]];
    double walk = length <= MOST_WALK_METRES ? length / Traveller.WALK_METRES_PER_SECOND : NEVER;
    double ride =
        length <= MOST_BIKE_METRES
            ? length / Traveller.BIKE_METRES_PER_SECOND + STREET_SECONDS
            : NEVER;
    return Math.min(walk, ride);
  }

  /// What was done before a vehicle is boarded.
  private record Part(int leaves, List<Integer> trips, double ridden, double carried) {}

  List<Way> all() {
    List<Way> ways = new ArrayList<>();
    for (Trip trip : trips) {
      for (int call = 0; call < trip.stops().size(); call++) {
        double access = end(from, trip.stops().get(call));
        if (access < NEVER) {
          int leaves = (int) Math.floor(trip.seconds().get(call) - access);
          double ridden = ridden(from, trip.stops().get(call));
          ride(trip, call, new Part(leaves, List.of(), ridden, 0), ways);
        }
      }
    }
    return ways;
  }

  /// Rides a trip from a call to all behind it, and on from there.
  private void ride(Trip trip, int boarded, Part before, List<Way> ways) {
    if (!trip.bikes()) {
      return;
    }
    List<Integer> trips = new ArrayList<>(before.trips());
    trips.add(this.trips.indexOf(trip));
    for (int call = boarded + 1; call < trip.stops().size(); call++) {
      int stop = trip.stops().get(call);
      int at = trip.seconds().get(call);
      double carried = before.carried() + between(trip, boarded, call);
      double egress = end(to, stop);
      if (egress < NEVER) {
        double ridden = (before.ridden() + ridden(to, stop)) / carried;
        ways.add(new Way(before.leaves(), (int) Math.ceil(at + egress), trips, ridden));
      }
      if (trips.size() < MOST_RIDES) {
        change(trip, stop, at, new Part(before.leaves(), trips, before.ridden(), carried), ways);
      }
    }
  }

  private void change(Trip trip, int stop, int at, Part before, List<Way> ways) {
    for (Trip next : trips) {
      for (int call = 0; next != trip && call < next.stops().size(); call++) {
        int there = next.stops().get(call);
        int walk = there == stop ? 0 : walkSeconds[stop][there];
        boolean joined = there == stop || walk > 0;
        if (joined && next.seconds().get(call) >= at + walk + CHANGE_SECONDS) {
          ride(next, call, before, ways);
        }
      }
    }
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (int stop = 0; stop < STOPS; stop++) {
      GeoPoint at = point(corners[stop]);
      text.append("stop S%d at=%s,%s\n".formatted(stop, at.lat(), at.lon()));
    }
    for (int i = 0; i < trips.size(); i++) {
      Trip trip = trips.get(i);
      text.append("line %d rail bikes=%s".formatted(i, trip.bikes() ? "yes" : "no"));
      for (int call = 0; call < trip.stops().size(); call++) {
        text.append(" S%d ".formatted(trip.stops().get(call)));
        text.append(LocalTime.ofSecondOfDay(trip.seconds().get(call)));
      }
      text.append('\n');
    }
    for (int a = 0; a < STOPS; a++) {
      for (int b = a + 1; b < STOPS; b++) {
        if (walkSeconds[a][b] > 0) {
          text.append("walk S%d-S%d %ds\n".formatted(a, b, walkSeconds[a][b]));
        }
      }
    }
    return text.toString();
  }
}
