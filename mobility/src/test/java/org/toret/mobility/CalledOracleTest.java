package org.toret.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toret.base.geo.GeoPoint;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.KnownNow;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.Limits;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.Waypoint;
import org.toret.mobility.plan.When;
import org.toret.network.flex.FlexCalls;
import org.toret.network.flex.FlexRows.CallRow;
import org.toret.network.flex.FlexRows.PlaceRow;
import org.toret.network.flex.FlexRows.TripRow;
import org.toret.network.flex.OnDemand;
import org.toret.network.flex.OnDemandBuilder;

/// Small random towns along a street, with trains between stations and rides on demand between a
/// village and some of them: every ride to every train is tried out, second by second at the ends
/// of the windows. Nobody walks, so nothing is there on foot.
final class CalledOracleTest {

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final int TOWNS = 150;
  private static final int STATIONS = 6;
  private static final int LENGTH_METRES = 14_000;
  private static final int AT = 8 * 3600;
  private static final int ARRIVE_AT = 10 * 3600;
  private static final int HOUR = 3600;
  private static final int MOST_RIDES = 4;
  private static final int SLACK = 60;
  private static final int LEAVING = 60;

  /// A train: stations and seconds of the day, parallel.
  private record Train(List<Integer> stations, List<Integer> seconds) {}

  /// A service on demand: areas as metres, windows and notice as seconds.
  private record Service(
      int pickupFrom,
      int pickupTo,
      int dropOffFrom,
      int dropOffTo,
      int opens,
      int closes,
      int dropOffOpens,
      int dropOffCloses,
      int notice) {}

  private record Town(
      List<Integer> stationMetres, List<Train> trains, List<Service> services, int door, int now) {}

  /// A way, in steps of five seconds: driving is searched by the second.
  ///
  /// @param driven how long the ride on demand takes
  private record Way(int departs, int arrives, int rides, int driven) implements Comparable<Way> {

    static Way of(long departs, long arrives, int rides, long driven) {
      return new Way(
          (int) ((departs + 2) / 5), (int) ((arrives + 2) / 5), rides, (int) ((driven + 2) / 5));
    }

    /// Whether people may be told this one: an earlier start for a ride that is shorter by as much.
    boolean isInsteadOf(Way other) {
      return arrives <= other.arrives
          && rides <= other.rides
          && (departs >= other.departs || departs - driven >= other.departs - other.driven);
    }

    boolean covers(Way other) {
      return departs >= other.departs && arrives <= other.arrives && rides <= other.rides;
    }

    @Override
    public int compareTo(Way other) {
      return toString().compareTo(other.toString());
    }
  }

  @ParameterizedTest
  @Tag("OD-06")
  @CsvSource({"true, false", "true, true", "false, false", "false, true"})
  void everyRideThatIsInTimeForATrainIsFoundAndNoOther(boolean outward, boolean arriveBy) {
    int useful = 0;
    for (int seed = 0; seed < TOWNS; seed++) {
      Town town = town(new Random(seed), outward);
      Set<Way> tried = tried(town, outward);
      tried.removeIf(way -> arriveBy ? way.arrives > ARRIVE_AT / 5 : way.departs < AT / 5);
      Set<Way> found = found(town, outward, arriveBy);
      assertThat(tried).as("seed %d: %s", seed, town).containsAll(found);
      Set<Way> best = best(tried);
      for (Way way : best) {
        assertThat(
                !isInWindow(way, arriveBy)
                    || found.stream().anyMatch(other -> other.isInsteadOf(way)))
            .as("seed %d: %s of %s in %s", seed, way, found, town)
            .isTrue();
      }
      for (Way way : best(found)) {
        boolean beyond =
            tried.stream().anyMatch(other -> !isInWindow(other, arriveBy) && other.covers(way));
        assertThat(beyond || best.stream().anyMatch(way::isInsteadOf))
            .as("seed %d: %s in %s", seed, way, town)
            .isTrue();
      }
      useful += found.isEmpty() ? 0 : 1;
    }
    assertThat(useful).isGreaterThan(TOWNS / 4);
  }

  private static Set<Way> best(Set<Way> ways) {
    Set<Way> best = new TreeSet<>(ways);
    best.removeIf(way -> ways.stream().anyMatch(other -> other.covers(way) && !way.covers(other)));
    return best;
  }

  private static boolean isInWindow(Way way, boolean arriveBy) {
    return arriveBy ? way.arrives >= (ARRIVE_AT - HOUR) / 5 : way.departs <= (AT + HOUR) / 5;
  }

  private static Set<Way> tried(Town town, boolean outward) {
    Set<Way> tried = new TreeSet<>();
    for (Service service : town.services()) {
      for (int station = 0; station < STATIONS; station++) {
        int metres = town.stationMetres().get(station);
        int door = town.door();
        int seconds = Math.abs(metres - door) / 10;
        boolean served =
            outward
                ? isIn(door, service.pickupFrom(), service.pickupTo())
                    && isIn(metres, service.dropOffFrom(), service.dropOffTo())
                : isIn(metres, service.pickupFrom(), service.pickupTo())
                    && isIn(door, service.dropOffFrom(), service.dropOffTo());
        int first =
            Math.max(
                town.now() + service.notice(),
                Math.max(service.opens(), service.dropOffOpens() - seconds));
        int last = Math.min(service.closes(), service.dropOffCloses() - seconds);
        if (served && Math.abs(metres - door) > 600 && first <= last) {
          if (outward) {
            out(town, station, seconds, first, last, tried);
          } else {
            home(town, station, seconds, first, last, tried);
          }
        }
      }
    }
    return tried;
  }

  private static boolean isIn(int metres, int from, int to) {
    return metres >= from && metres <= to;
  }

  /// From the door to a station, and by train to the last one.
  private static void out(
      Town town, int station, int seconds, int first, int last, Set<Way> tried) {
    for (Train train : town.trains()) {
      int call = train.stations().indexOf(station);
      if (call >= 0) {
        int latest = train.seconds().get(call) - LEAVING - seconds;
        int pickup = Math.min(latest, last);
        if (pickup >= first) {
          ride(
              town,
              train,
              call,
              STATIONS - 1,
              1,
              (rides, there) -> tried.add(Way.of(pickup, there, rides, seconds)));
        }
      }
    }
  }

  /// By train from the first station to one, and from there to the door.
  private static void home(
      Town town, int station, int seconds, int first, int last, Set<Way> tried) {
    for (Train train : town.trains()) {
      int call = train.stations().indexOf(0);
      if (call >= 0) {
        int departs = train.seconds().get(call);
        ride(
            town,
            train,
            call,
            station,
            1,
            (rides, there) -> {
              int pickup = Math.max(first, there + LEAVING);
              if (pickup <= last) {
                tried.add(Way.of(departs, pickup + seconds, rides, seconds));
              }
            });
      }
    }
  }

  private static void ride(
      Town town, Train train, int call, int goal, int rides, BiConsumer<Integer, Integer> arrival) {
    for (int at = call + 1; at < train.stations().size(); at++) {
      int here = train.stations().get(at);
      int now = train.seconds().get(at);
      if (here == goal) {
        arrival.accept(rides, now);
      }
      for (Train other : town.trains()) {
        int next = other.stations().indexOf(here);
        boolean catches = next >= 0 && other.seconds().get(next) >= now + SLACK;
        if (other != train && catches && rides < MOST_RIDES) {
          ride(town, other, next, goal, rides + 1, arrival);
        }
      }
    }
  }

  private static Set<Way> found(Town town, boolean outward, boolean arriveBy) {
    TestCity city =
        TestCity.of(
            text(town),
            StreetTown.straight(point(0), point(LENGTH_METRES), LENGTH_METRES),
            rides(town));
    Waypoint door = new Waypoint.Point(point(town.door()), "door");
    Waypoint stop = new Waypoint.Stop(city.stopId(outward ? "S" + (STATIONS - 1) : "S0"));
    Set<TravelMode> modes = EnumSet.of(TravelMode.RAIL, TravelMode.TAXI);
    PlanRequest request =
        new PlanRequest(
            outward ? door : stop,
            outward ? stop : door,
            List.of(),
            new When(instant(arriveBy ? ARRIVE_AT : AT).toInstant(), arriveBy, Duration.ofHours(1)),
            modes,
            Traveller.ordinary(),
            new Limits(MOST_RIDES - 1, 0, 25_000),
            true,
            0,
            PlanRequest.STAY_MINUTES,
            "en");
    KnownNow now = KnownNow.nothing(instant(town.now()).toInstant(), city.engine.city());
    Set<Way> found = new TreeSet<>();
    for (Alternative way : TestCity.answered(city.planner.plan(request, now)).alternatives()) {
      if (way.group().equals("taxi+public")) {
        found.add(way(way));
        for (int i = 1; i < way.legs().size(); i++) {
          Leg before = way.legs().get(i - 1);
          assertThat(before.arrival()).isBeforeOrEqualTo(way.legs().get(i).departure());
        }
      }
    }
    return found;
  }

  private static Way way(Alternative way) {
    Leg ride = way.legs().stream().filter(leg -> leg.booking() != null).findFirst().orElseThrow();
    return Way.of(
        way.departure().toLocalTime().toSecondOfDay(),
        way.arrival().toLocalTime().toSecondOfDay(),
        way.transfers() + 1,
        Duration.between(ride.departure(), ride.arrival()).toSeconds());
  }

  private static ZonedDateTime instant(int secondOfDay) {
    return LocalDateTime.parse("2026-03-02T00:00").plusSeconds(secondOfDay).atZone(ROME);
  }

  private static Town town(Random random, boolean outward) {
    List<Integer> metres =
        new ArrayList<>(IntStream.range(0, STATIONS).map(i -> 3_000 + 1_800 * i).boxed().toList());
    List<Train> trains = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      List<Integer> stations = new ArrayList<>(IntStream.range(0, STATIONS).boxed().toList());
      Collections.shuffle(stations, random);
      List<Integer> seconds = new ArrayList<>();
      int minute = 8 * 60 + random.nextInt(90);
      int length = 2 + random.nextInt(3);
      for (int call = 0; call < length; call++) {
        seconds.add(60 * minute);
        minute += 2 + random.nextInt(14);
      }
      trains.add(new Train(List.copyOf(stations.subList(0, length)), List.copyOf(seconds)));
    }
    List<Service> services = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(2); i++) {
      int first = 2_500 + 100 * random.nextInt(60);
      int last = first + 2_000 + 100 * random.nextInt(70);
      int opens = 60 * (7 * 60 + random.nextInt(120));
      int closes = opens + 60 * (10 + random.nextInt(120));
      int shift = 60 * random.nextInt(20);
      int notice = random.nextBoolean() ? 0 : HOUR;
      services.add(
          outward
              ? new Service(0, 2_000, first, last, opens, closes, opens, closes + shift, notice)
              : new Service(
                  first, last, 0, 2_000, opens, closes, opens + shift, closes + shift, notice));
    }
    int door = 100 * (1 + random.nextInt(18));
    return new Town(metres, trains, services, door, 60 * (6 * 60 + random.nextInt(120)));
  }

  private static String text(Town town) {
    StringBuilder text = new StringBuilder();
    for (int stop = 0; stop < STATIONS; stop++) {
      GeoPoint point = point(town.stationMetres().get(stop));
      text.append(
          String.format(Locale.ROOT, "stop S%d at=%.7f,%.7f%n", stop, point.lat(), point.lon()));
    }
    for (int i = 0; i < town.trains().size(); i++) {
      Train train = town.trains().get(i);
      text.append("line ").append(i).append(" rail");
      for (int call = 0; call < train.stations().size(); call++) {
        text.append(" S").append(train.stations().get(call));
        text.append(' ').append(LocalTime.ofSecondOfDay(train.seconds().get(call)));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static OnDemand rides(Town town) {
    OnDemandBuilder rides = new OnDemandBuilder();
    int rule = rides.addRule(StreetTown.anHourBefore());
    for (Service service : town.services()) {
      int i = town.services().indexOf(service);
      int from =
          rides.addPlace(
              new PlaceRow(
                  "t:from" + i,
                  "",
                  List.of(box(service.pickupFrom(), service.pickupTo())),
                  List.of()));
      int to =
          rides.addPlace(
              new PlaceRow(
                  "t:to" + i,
                  "",
                  List.of(box(service.dropOffFrom(), service.dropOffTo())),
                  List.of()));
      int booked = service.notice() == 0 ? -1 : rule;
      rides.addTrip(
          new TripRow(
              "t:ride" + i,
              0,
              0,
              0,
              List.of(
                  new CallRow(
                      from, service.opens(), service.closes(), FlexCalls.PICKUP, booked, -1, 1, 0),
                  new CallRow(
                      to,
                      service.dropOffOpens(),
                      service.dropOffCloses(),
                      FlexCalls.DROP_OFF,
                      -1,
                      -1,
                      1,
                      0))));
    }
    return rides.build();
  }

  private static GeoPoint point(int metres) {
    return StreetTown.point(43.5, 11.0, metres);
  }

  private static int[] box(int west, int east) {
    return StreetTown.box(point(west), point(east));
  }
}
