package org.toret.app.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.toret.app.simulate.closure.ClosableStreets;
import org.toret.network.City;
import org.toret.router.journey.CityEngine;

/// A city that lives: what is so at any moment, as a pure function of the city, the seed and the
/// moment. Nothing is played through, so a start at any hour costs the same. Thread-safe.
public final class Simulation {

  private static final int NIGHT_SECONDS = 3 * 3600;

  private final City city;
  private final Runs runs;
  private final Motion motion;
  private final Demand demand;
  private final Closures closures;
  private final Disturbances disturbances;
  private final ParkingModel parking;
  private final SharingModel sharing;
  private final TrafficModel traffic;
  private volatile Asked last = new Asked(-1, 0, List.of());

  /// What was asked last: trips and vehicles of a moment are asked for together.
  private record Asked(int feed, long epochSecond, List<RunNow> runs) {}

  /// @param published indexes of what is told are those of the columns of its city
  public Simulation(CityEngine published, long seed) {
    city = published.city();
    Chance chance = new Chance(seed);
    demand = new Demand(city.info().zone(), city.info().country());
    Congestion congestion = new Congestion(demand, chance);
    ClosableStreets streets = new ClosableStreets(city, published.streets());
    closures = new Closures(city.timetable(), streets, demand, chance);
    disturbances = new Disturbances(city.timetable(), demand, streets::canLead, chance);
    DelayModel delays = new DelayModel(city.timetable(), demand, congestion, disturbances, chance);
    runs = new Runs(city.timetable(), delays, disturbances, closures);
    motion = new Motion(city.timetable(), demand, chance);
    parking = new ParkingModel(city.parking(), demand, chance);
    sharing = new SharingModel(city.sharing(), city.streets().nodes(), demand, chance);
    traffic = new TrafficModel(city.streets(), congestion, chance);
  }

  public City city() {
    return city;
  }

  /// The runs of a timetable feed that something is said of.
  public List<RunNow> runs(int feed, long epochSecond) {
    Asked known = last;
    if (known.feed() != feed || known.epochSecond() != epochSecond) {
      known = new Asked(feed, epochSecond, List.copyOf(runs.at(feed, epochSecond)));
      last = known;
    }
    return known.runs();
  }

  /// The vehicles of a timetable feed.
  public List<VehicleSeen> vehicles(int feed, long epochSecond) {
    return runs(feed, epochSecond).stream()
        .map(run -> motion.at(run, epochSecond))
        .flatMap(Optional::stream)
        .toList();
  }

  /// What is out of the ordinary.
  public List<Disturbance> disturbances(long epochSecond) {
    return announced(epochSecond).stream().filter(one -> one.isOn(epochSecond)).toList();
  }

  /// What is out of the ordinary, and the streets that are closed at other hours of the day.
  public List<Disturbance> announced(long epochSecond) {
    List<Disturbance> all = new ArrayList<>(disturbances.at(epochSecond));
    all.addAll(closures.disturbances(demand.date(epochSecond)));
    return all;
  }

  /// The streets that are closed at some hours of the day.
  public List<Closure> closures(long epochSecond) {
    return closures.of(demand.date(epochSecond));
  }

  /// The trips of a timetable feed that are led round closed streets, of the service day that has
  /// the date of the moment; in the first hours those of the day before are still under way.
  public List<DetouredTrips> detours(int feed, long epochSecond) {
    return Stream.of(epochSecond - NIGHT_SECONDS, epochSecond)
        .map(demand::date)
        .distinct()
        .flatMap(date -> closures.detours(date).stream())
        .filter(one -> city.timetable().routes().feeds()[routeOf(one)] == feed)
        .toList();
  }

  private int routeOf(DetouredTrips detour) {
    return city.timetable().patterns().routes()[detour.pattern()];
  }

  /// Free places of a car park, -1 where nobody knows how many there are.
  public int freePlaces(int park, long epochSecond) {
    return parking.free(park, epochSecond);
  }

  /// The stations of a sharing system.
  public List<StationNow> stations(int system, long epochSecond) {
    return sharing.stations(system, epochSecond);
  }

  /// The vehicles of a sharing system that stand away from stations.
  public List<Standing> standing(int system, long epochSecond) {
    return sharing.floating(system, epochSecond);
  }

  /// Types of vehicles that stand at the stations of a system.
  public int[] stationTypes(int system) {
    return sharing.types(system);
  }

  /// Places of a station, assumed where it does not say.
  public int stationCapacity(int station) {
    return sharing.capacity(station);
  }

  /// What the detectors measured in the five minutes that ended last.
  public List<Reading> traffic(long epochSecond) {
    return traffic.at(epochSecond);
  }

  /// Feed ids of the car parks that somebody publishes (not those that only the map shows).
  public List<String> parkingFeeds() {
    return IntStream.range(0, city.parking().count())
        .mapToObj(park -> city.parking().ids().get(park))
        .map(id -> id.substring(0, id.indexOf(':')))
        .filter(feed -> !feed.equals("osm"))
        .distinct()
        .toList();
  }
}
