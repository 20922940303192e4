package org.toret.network.forecast;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.OptionalDouble;
import org.toret.network.parking.CarParks;
import org.toret.network.parking.ParkingState;
import org.toret.network.sharing.Availability;
import org.toret.network.sharing.Sharing;

/// How likely it is that somebody who arrives at a moment finds a vehicle, a dock or a place to
/// park. Immutable and thread-safe; a question costs less than a microsecond.
///
/// See [CountModel] for how. Vehicles of one type at a station are a share of all of them: that of
/// now, or that of the system where none stands there. Assumed where there is no history: at a
/// station four changes in an hour and a drift of a tenth of its docks; at a car park changes of
/// three tenths of its places in an hour and a drift of 15 %.
public final class Outlook {

  /// Places with a smaller chance are not offered.
  public static final double LEAST = 1.0 / 3;

  /// What not finding anything costs: so much longer it takes to the next place, as assumed where
  /// ways are compared.
  public static final int ELSEWHERE_SECONDS = 300;

  /// Below this one should know what to do else.
  public static final double SURE = 0.8;

  private static final double STATION_STEPS = 4;
  private static final double STATION_DRIFT = 0.1;
  private static final double PARK_STEPS = 0.3;
  private static final double PARK_DRIFT = 0.15;
  private static final int ASSUMED_DOCKS = 15;
  private static final int ASSUMED_PLACES = 100;

  private final Sharing sharing;
  private final Availability stock;
  private final CarParks parks;
  private final ParkingState parking;
  private final History history;
  private final Calendar calendar;
  private final double[] shares;

  /// Which kind of day it is where.
  public record Calendar(ZoneId zone, String country) {}

  /// @param stock what is known of shared vehicles, without what is too old
  /// @param parking the same of car parks
  public Outlook(
      Sharing sharing,
      Availability stock,
      CarParks parks,
      ParkingState parking,
      History history,
      Calendar calendar) {
    this.sharing = sharing;
    this.stock = stock;
    this.parks = parks;
    this.parking = parking;
    this.history = history;
    this.calendar = calendar;
    shares = new double[sharing.types().count()];
    double[] all = new double[sharing.systems().count()];
    for (int station = 0; station < sharing.stations().count(); station++) {
      int system = sharing.stations().systems()[station];
      for (int type = 0; type < shares.length; type++) {
        if (sharing.types().systems()[type] == system && stock.isKnown(station)) {
          int count = Math.max(0, stock.vehiclesByType().find(station, type));
          shares[type] += count;
          all[system] += count;
        }
      }
    }
    for (int type = 0; type < shares.length; type++) {
      double sum = all[sharing.types().systems()[type]];
      shares[type] = sum > 0 ? shares[type] / sum : 1;
    }
  }

  /// Nothing is known.
  public static Outlook nothing(Sharing sharing, CarParks parks) {
    return new Outlook(
        sharing,
        Availability.unknown(sharing),
        parks,
        ParkingState.unknown(parks),
        History.NONE,
        new Calendar(ZoneId.of("UTC"), ""));
  }

  /// The name under which the vehicles of a station are kept in history.
  public static String vehicles(String station) {
    return "vehicles/" + station;
  }

  /// The same for its docks.
  public static String docks(String station) {
    return "docks/" + station;
  }

  /// The same for the free places of a car park.
  public static String places(String park) {
    return "places/" + park;
  }

  /// That so many vehicles of a type are at a station; empty where too little is known.
  public OptionalDouble take(int station, int type, int needed, long epochSecond) {
    boolean known = stock.isKnown(station);
    if (known && !stock.isRenting(station)) {
      return OptionalDouble.of(0);
    }
    int all = Math.max(stock.vehicles()[station], stock.vehiclesByType().sum(station));
    double share = 1;
    double count = Double.NaN;
    if (known) {
      count = stock.vehicles(station, type);
      boolean typed = stock.vehiclesByType().find(station, type) >= 0;
      share = !typed ? 1 : all > 0 ? Math.min(1, count / all) : shares[type];
      share = Math.max(share, typed ? Math.min(1, shares[type] / 4) : 0);
    }
    String store = vehicles(sharing.stations().ids().get(station));
    int docks = sharing.stations().capacities()[station];
    Prior prior = new Prior(STATION_STEPS, STATION_DRIFT * (docks > 0 ? docks : ASSUMED_DOCKS));
    long at = known ? stock.atEpochSeconds()[sharing.stations().systems()[station]] : epochSecond;
    return chance(store, needed, new Counted(count, share, at), prior, epochSecond);
  }

  /// That a vehicle of a type can be given back at a station; empty where too little is known.
  public OptionalDouble leave(int station, int type, long epochSecond) {
    boolean known = stock.isKnown(station);
    if (known && !stock.isReturning(station)) {
      return OptionalDouble.of(0);
    }
    int typed = stock.docksByType().find(station, type);
    int free = typed >= 0 ? typed : stock.docks()[station];
    if (known && free < 0) {
      return OptionalDouble.of(1);
    }
    String store = docks(sharing.stations().ids().get(station));
    int docks = sharing.stations().capacities()[station];
    Prior prior = new Prior(STATION_STEPS, STATION_DRIFT * (docks > 0 ? docks : ASSUMED_DOCKS));
    long at = known ? stock.atEpochSeconds()[sharing.stations().systems()[station]] : epochSecond;
    double count = known ? free : Double.NaN;
    return chance(store, 1, new Counted(count, 1, at), prior, epochSecond);
  }

  /// That a place is free in a car park; empty where too little is known.
  public OptionalDouble park(int park, long epochSecond) {
    boolean known = parking.knows(park);
    if (known && parking.closed()[park]) {
      return OptionalDouble.of(0);
    }
    int free = parking.free()[park];
    int places = parks.capacities()[park] > 0 ? parks.capacities()[park] : ASSUMED_PLACES;
    double count = known && free >= 0 ? free : Double.NaN;
    long at = known ? parking.atEpochSeconds()[park] : epochSecond;
    return chance(
        places(parks.ids().get(park)),
        1,
        new Counted(count, 1, at),
        new Prior(PARK_STEPS * places, PARK_DRIFT * places),
        epochSecond);
  }

  /// What a chance adds to a way in comparison: nothing where it is certain or unknown.
  public static int penaltySeconds(OptionalDouble chance) {
    return (int) Math.round((1 - chance.orElse(1)) * ELSEWHERE_SECONDS);
  }

  /// @param share of the things in history that it is a count of
  private record Counted(double count, double share, long at) {}

  private record Prior(double steps, double drift) {}

  private OptionalDouble chance(
      String store, int needed, Counted counted, Prior prior, long epochSecond) {
    double hours = Math.max(0, epochSecond - counted.at()) / 3_600.0;
    var model =
        new CountModel.Store(
            counted.count(),
            slot(store, counted.at()).thinned(counted.share()),
            slot(store, epochSecond).thinned(counted.share()),
            Math.max(0.5, prior.steps() * counted.share()),
            prior.drift() * counted.share());
    double chance = CountModel.atLeast(needed, model, hours);
    return Double.isNaN(chance) ? OptionalDouble.empty() : OptionalDouble.of(chance);
  }

  /// Between the middles of two hours what is between them.
  private History.Slot slot(String store, long epochSecond) {
    ZonedDateTime before = Instant.ofEpochSecond(epochSecond).minusSeconds(1_800).atZone(zone());
    ZonedDateTime after = before.plusHours(1);
    double share = (before.getMinute() * 60 + before.getSecond()) / 3_600.0;
    return slot(store, after).mixed(share, slot(store, before));
  }

  private History.Slot slot(String store, ZonedDateTime time) {
    DayKind kind = DayKind.of(time.toLocalDate(), calendar.country());
    return history.slot(store, kind, time.getHour());
  }

  private ZoneId zone() {
    return calendar.zone();
  }
}
