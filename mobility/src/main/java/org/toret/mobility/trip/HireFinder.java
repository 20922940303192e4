package org.toret.mobility.trip;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.mobility.need.HireNotices;
import org.toret.mobility.need.NeedNotices;
import org.toret.mobility.plan.KnownNow;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.trip.DraftLeg.Hire;
import org.toret.network.sharing.Availability;
import org.toret.network.sharing.FormFactor;
import org.toret.network.sharing.PricingPlans;
import org.toret.network.sharing.Sharing;
import org.toret.network.zone.AccessZones;
import org.toret.router.drive.DriveEngine;
import org.toret.router.hire.HireEngine;
import org.toret.router.hire.HireOption;
import org.toret.router.hire.HirePlace;
import org.toret.router.hire.HireQuery;
import org.toret.router.hire.HireZones;
import org.toret.router.hire.Prospect;
import org.toret.router.hire.Rider;
import org.toret.router.journey.CityEngine;
import org.toret.router.path.Endpoint;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetPath;
import org.toret.router.path.StreetRouter;
import org.toret.router.walk.WalkOptions;

/// Finds the ways with a shared vehicle alone: on foot to it, the ride, on foot from it; the best
/// of each type of each system.
final class HireFinder {

  private final HireEngine engine;
  private final Sharing sharing;
  private final StreetRouter streets;
  private final DriveEngine drives;
  private final HireZones zones;
  private final AccessZones access;
  private final ZoneId zone;

  /// A shared car keeps out of what closes to it within this time.
  private static final int RIDE_SECONDS = 3600;

  HireFinder(CityEngine city, HireZones zones) {
    engine = city.hire();
    streets = city.streets();
    drives = city.drive();
    access = city.city().zones();
    sharing = engine.sharing();
    zone = city.city().info().zone();
    this.zones = zones;
  }

  /// What a type of vehicle is told as; empty for what journeys do not use.
  static Optional<TravelMode> mode(FormFactor form) {
    return switch (form) {
      case BICYCLE, CARGO_BICYCLE -> Optional.of(TravelMode.BIKESHARE);
      case SCOOTER_STANDING, SCOOTER_SEATED -> Optional.of(TravelMode.SCOOTER);
      case CAR -> Optional.of(TravelMode.CARSHARE);
      case MOPED, OTHER -> Optional.empty();
    };
  }

  /// The legs of each way found.
  List<List<DraftLeg>> find(
      PlanRequest request, PathOptions options, KnownNow then, Site from, Site to) {
    List<List<DraftLeg>> found = new ArrayList<>();
    for (int type : asked(request)) {
      if (!sharing.types().isTooSmall(type, request.traveller().persons())) {
        TravelMode mode = mode(sharing.types().form(type)).orElseThrow();
        for (HireOption option : engine.find(query(request, options, then, type, from, to))) {
          found.add(legs(request, mode, option, then.sharing(), from, to));
        }
      }
    }
    return found;
  }

  /// The types that may be used.
  private List<Integer> asked(PlanRequest request) {
    return IntStream.range(0, sharing.types().count())
        .filter(type ->
            mode(sharing.types().form(type))
                .filter(mode -> request.modes().contains(mode))
                .isPresent())
        .boxed()
        .toList();
  }

  /// What must be said about the ways found, and why there are none with a system that was asked
  /// for.
  List<Notice> notices(
      PlanRequest request,
      PathOptions options,
      KnownNow then,
      Site from,
      Site to,
      List<List<DraftLeg>> found) {
    List<Notice> notices = new ArrayList<>(notices(request, found, then.sharing()));
    Set<Integer> ridden = new TreeSet<>();
    for (List<DraftLeg> way : found) {
      for (DraftLeg leg : way) {
        if (leg.hire() != null) {
          ridden.add(sharing.types().systems()[leg.hire().type()]);
        }
      }
    }
    List<HireQuery> missed =
        asked(request).stream()
            .filter(type -> !ridden.contains(sharing.types().systems()[type]))
            .map(type -> query(request, options, then, type, from, to))
            .toList();
    notices.addAll(new HireNotices(engine, access, request).of(missed));
    return notices;
  }

  private List<Notice> notices(PlanRequest request, List<List<DraftLeg>> found, Availability then) {
    int persons = request.traveller().persons();
    Set<String> unknown = new TreeSet<>();
    Set<String> raised = new TreeSet<>();
    Set<String> untold = new TreeSet<>();
    Set<String> seatless = new TreeSet<>();
    for (List<DraftLeg> way : found) {
      for (DraftLeg leg : way) {
        Hire hire = leg.hire();
        if (hire != null) {
          int system = sharing.types().systems()[hire.type()];
          String name = sharing.systems().names().get(system);
          if (!then.knows(system)) {
            unknown.add(name);
          }
          boolean told = zones.isNone() || zones.isTold(hire.type(), day(leg.departure()));
          if (leg.mode() == TravelMode.CARSHARE && !told) {
            untold.add(name);
          }
          boolean car = leg.mode() == TravelMode.CARSHARE;
          if (car && sharing.types().seats()[hire.type()] == 0 && persons > NeedNotices.CAR_SEATS) {
            seatless.add(name);
          }
          if (hire.plan() >= 0 && sharing.plans().has(hire.plan(), PricingPlans.SURGE)) {
            raised.add(name);
          }
        }
      }
    }
    List<Notice> notices = new ArrayList<>();
    unknown.forEach(name -> notices.add(notice("hire_availability_unknown", name)));
    raised.forEach(name -> notices.add(notice("hire_surge", name)));
    untold.forEach(name -> notices.add(notice("hire_zones_untold", name)));
    seatless.forEach(
        name -> notices.add(notice("hire_seats_unknown", name, NeedNotices.CAR_SEATS)));
    return notices;
  }

  /// A ride found again between the same places; empty where there is none any more.
  ///
  /// @param walk how somebody pushes it
  /// @param departure epoch second
  Optional<StreetPath> ride(
      int type, HirePlace pickup, HirePlace drop, Rider rider, WalkOptions walk, long departure) {
    BitSet closed = closed(type, departure, false);
    return engine.ride(type, pickup.point(), drop.point(), rider, walk, closed);
  }

  /// The regimes that keep a shared vehicle out meanwhile; none where it is no car.
  private BitSet closed(int type, long at, boolean arriveBy) {
    if (zones.isNone() || sharing.types().form(type) != FormFactor.CAR) {
      return new BitSet();
    }
    long from = arriveBy ? at - RIDE_SECONDS : at;
    return drives.closed(zones.car(type, day(at)), from, from + RIDE_SECONDS);
  }

  private LocalDate day(long epochSecond) {
    return Instant.ofEpochSecond(epochSecond).atZone(zone).toLocalDate();
  }

  static Rider rider(Traveller traveller) {
    return new Rider(traveller.bikeMetresPerSecond(), traveller.maxStress());
  }

  /// A question for one type of vehicle.
  HireQuery query(
      PlanRequest request, PathOptions options, KnownNow then, int type, Site from, Site to) {
    Traveller traveller = request.traveller();
    boolean shared = sharing.types().form(type) == FormFactor.CAR;
    return new HireQuery(
        end(from),
        from.point(),
        end(to),
        to.point(),
        type,
        then.sharing(),
        shared ? 1 : traveller.persons(),
        options.walk(),
        rider(traveller),
        shared ? Integer.MAX_VALUE : request.limits().maxBikeMetres(),
        closed(type, request.when().at().getEpochSecond(), request.when().arriveBy()),
        new Prospect(then.outlook(), departure(request)));
  }

  /// Who must arrive by a time leaves about half an hour before.
  private static long departure(PlanRequest request) {
    long at = request.when().at().getEpochSecond();
    return request.when().arriveBy() ? at - 30 * 60 : at;
  }

  private Endpoint end(Site site) {
    return site.stop() >= 0 && streets.isLinked(site.stop())
        ? Endpoint.ofStop(site.stop())
        : Endpoint.of(site.point());
  }

  private List<DraftLeg> legs(
      PlanRequest request,
      TravelMode mode,
      HireOption option,
      Availability then,
      Site from,
      Site to) {
    int seconds = option.seconds() + Hire.HANDLING_SECONDS;
    long at = request.when().at().getEpochSecond();
    long departure = request.when().arriveBy() ? at - seconds : at;
    Site taken = site(option.pickup(), option.type());
    Site left =
        option.drop().station() < 0 && option.egress() == null
            ? to
            : site(option.drop(), option.type());
    List<DraftLeg> legs = new ArrayList<>();
    departure = add(legs, from, taken, option.access(), departure);
    int vehicle = option.pickup().vehicle();
    String id = vehicle < 0 ? "" : then.floating().ids().get(vehicle);
    Hire hire = new Hire(option.type(), option.pickup().plan(), option.pickup(), option.drop(), id);
    StreetPath ride = option.ride();
    long arrival = departure + ride.seconds() + Hire.HANDLING_SECONDS;
    legs.add(
        new DraftLeg(mode, taken, left, departure, arrival, ride.metres(), null, ride, hire, null));
    add(legs, left, to, option.egress(), arrival);
    return legs;
  }

  private static long add(
      List<DraftLeg> legs, Site from, Site to, @Nullable StreetPath path, long departure) {
    if (path == null) {
      return departure;
    }
    legs.add(DraftMaker.direct(TravelMode.WALK, from, to, path, departure));
    return departure + path.seconds();
  }

  /// A place to take or leave a vehicle: the name of its station, else that of the type of the
  /// vehicle that stands there.
  Site site(HirePlace place, int type) {
    String name =
        place.station() >= 0
            ? sharing.stations().names().get(place.station())
            : place.vehicle() >= 0 ? sharing.types().names().get(type) : "";
    return new Site(place.point(), name, -1);
  }

  private static Notice notice(String code, Object... args) {
    return Notice.of(code, Severity.INFO, Place.ofFeed(""), args);
  }
}
