package org.toret.mobility.trip;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.toret.base.columns.TextColumn;
import org.toret.base.geo.GeoPoint;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.Vehicle;
import org.toret.mobility.trip.DraftLeg.DatedRide;
import org.toret.mobility.trip.DraftLeg.Hire;
import org.toret.network.parking.CarParks;
import org.toret.network.timetable.Timetable;
import org.toret.router.cycle.Cycling;
import org.toret.router.drive.ParkingPlace;
import org.toret.router.flex.FlexRide;

/// The identity of an alternative: what must be known to time and price it again, as one token that
/// can stand in an address.
///
/// The content is plain text in URL-safe base 64: fields joined by `~`, their parts by `|`, each
/// part percent-encoded. First the version and the traveller, then one field per leg.
///
/// @param persons people travelling together
/// @param bikeMetresPerSecond speed on an ordinary bicycle
/// @param maxStress highest level of traffic stress that is cycled without aversion
/// @param needs as letters, see [Traveller#needs]
/// @param vehicle own car, or the fleet average
/// @param permits what its driver may show at a gate
/// @param holds products held, see [Traveller#holds]
/// @param spent what was paid under caps, see [Traveller#spent]
/// @param carnets whether carnets are bought
record AlternativeId(
    int persons,
    String rider,
    String media,
    double walkMetresPerSecond,
    double bikeMetresPerSecond,
    int maxStress,
    String needs,
    Vehicle vehicle,
    List<String> permits,
    List<String> holds,
    List<String> spent,
    boolean carnets,
    List<Part> parts) {

  /// Says that a car is left along the street.
  static final String KERB = "kerb";

  private static final String VERSION = "8";

  /// One leg.
  sealed interface Part {}

  /// @param departure epoch second, for a way that no timetable fixes
  /// @param park id of the car park at its end, `kerb` for the street, empty for no car that stays
  /// @param stayMinutes how long it stays
  /// @param unpaid identities of the charges it goes around
  record Way(
      TravelMode mode,
      String from,
      String to,
      long departure,
      int seconds,
      int metres,
      String park,
      int stayMinutes,
      List<String> unpaid)
      implements Part {}

  /// A ride with a shared vehicle.
  ///
  /// @param type `feed:vehicle_type_id`
  /// @param plan `plan_id`, empty for none
  /// @param pickup station id behind `@`, or the coordinate
  /// @param drop the same
  /// @param vehicle `feed:vehicle_id`, empty for any of a station
  record Hired(String type, String plan, String pickup, String drop, String vehicle, long departure)
      implements Part {}

  /// A ride on demand.
  ///
  /// @param trip `feed:trip_id`
  /// @param pickupCall position in the trip, from 0
  /// @param dropOffCall the same
  /// @param from stop id behind `@`, or the coordinate
  /// @param to the same
  /// @param pickup epoch second
  record Called(
      String trip,
      LocalDate date,
      int pickupCall,
      int dropOffCall,
      String from,
      String to,
      long pickup)
      implements Part {}

  /// @param since epoch second since when somebody counts who sat in it before, 0 for any other
  record Run(String trip, LocalDate date, int boardCall, int alightCall, boolean seated, long since)
      implements Part {}

  static String of(
      Draft draft,
      Traveller traveller,
      Timetable timetable,
      HireTeller hires,
      CalledFinder called,
      CarParks parks) {
    List<String> fields = new ArrayList<>();
    Vehicle vehicle = draft.vehicle() == null ? Vehicle.FLEET_AVERAGE : draft.vehicle();
    fields.add(
        joined(
            VERSION,
            String.valueOf(traveller.persons()),
            traveller.rider(),
            traveller.media(),
            String.valueOf(traveller.walkMetresPerSecond()),
            String.valueOf(traveller.bikeMetresPerSecond()),
            String.valueOf(traveller.maxStress()),
            traveller.needs(),
            vehicle.fuel(),
            String.valueOf(vehicle.euroClass()),
            list(draft.vehicle() == null ? List.of() : traveller.permits()),
            list(traveller.holds()),
            list(traveller.spent()),
            traveller.carnets() ? "c" : ""));
    for (DraftLeg leg : draft.legs()) {
      DatedRide ride = leg.ride();
      Hire hire = leg.hire();
      FlexRide onDemand = leg.called();
      if (onDemand != null) {
        fields.add(called(called.identity(onDemand)));
      } else if (hire != null) {
        fields.add(hired(hires.identity(leg, hire)));
      } else {
        boolean aboard = fields.size() == 1 && ride != null && ride.seated();
        String since = aboard ? String.valueOf(leg.departure()) : "";
        fields.add(ride == null ? way(leg, timetable, parks) : run(ride, since, timetable));
      }
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join("~", fields).getBytes(StandardCharsets.UTF_8));
  }

  /// Reads a token; empty when it is none.
  static Optional<AlternativeId> parse(String token) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      String[] fields = text.split("~", -1);
      String[] head = split(fields[0]);
      if (!head[0].equals(VERSION) || head.length != 14 || fields.length < 2) {
        return Optional.empty();
      }
      List<Part> parts = new ArrayList<>();
      for (int i = 1; i < fields.length; i++) {
        parts.add(part(split(fields[i])));
      }
      return Optional.of(
          new AlternativeId(
              Integer.parseInt(head[1]),
              head[2],
              head[3],
              Double.parseDouble(head[4]),
              Double.parseDouble(head[5]),
              Math.clamp(Integer.parseInt(head[6]), 1, Cycling.MOST_STRESS),
              head[7],
              new Vehicle(head[8], Integer.parseInt(head[9])),
              list(head[10]),
              list(head[11]),
              list(head[12]),
              !head[13].isEmpty(),
              parts));
    } catch (IllegalArgumentException | IndexOutOfBoundsException | java.time.DateTimeException e) {
      return Optional.empty();
    }
  }

  /// Who travels.
  Traveller traveller() {
    return Traveller.ordinary()
        .paying(persons, rider, media)
        .moving(walkMetresPerSecond, bikeMetresPerSecond)
        .stressed(maxStress)
        .needing(needs)
        .permitted(permits)
        .holding(holds, spent, carnets);
  }

  /// Where a way ends, as written: a stop id behind `@`, or a coordinate.
  static Optional<GeoPoint> point(String place) {
    if (place.startsWith("@")) {
      return Optional.empty();
    }
    String[] parts = place.split(",", 2);
    return Optional.of(new GeoPoint(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])));
  }

  private static Part part(String[] parts) {
    return switch (parts[0]) {
      case "r" ->
          new Run(
              parts[1],
              LocalDate.parse(parts[2]),
              Integer.parseInt(parts[3]),
              Integer.parseInt(parts[4]),
              parts[5].startsWith("s"),
              parts[5].length() > 1 ? Long.parseLong(parts[5].substring(1)) : 0);
      case "d" ->
          new Called(
              parts[1],
              LocalDate.parse(parts[2]),
              Integer.parseInt(parts[3]),
              Integer.parseInt(parts[4]),
              checkedPlace(parts[5]),
              checkedPlace(parts[6]),
              Long.parseLong(parts[7]));
      case "h" ->
          new Hired(
              parts[1],
              parts[2],
              checkedPlace(parts[3]),
              checkedPlace(parts[4]),
              parts[5],
              Long.parseLong(parts[6]));
      case "w" ->
          new Way(
              TravelMode.find(parts[1]).orElseThrow(IllegalArgumentException::new),
              checkedPlace(parts[2]),
              checkedPlace(parts[3]),
              Long.parseLong(parts[4]),
              Integer.parseInt(parts[5]),
              Integer.parseInt(parts[6]),
              parts[7],
              Integer.parseInt(parts[8]),
              list(parts[9]));
      default -> throw new IllegalArgumentException(parts[0]);
    };
  }

  private static String checkedPlace(String place) {
    point(place);
    return place;
  }

  private static String way(DraftLeg leg, Timetable timetable, CarParks parks) {
    DraftLeg.Parked parked = leg.parked();
    int park = parked == null ? ParkingPlace.KERB : parked.park();
    String left = park == ParkingPlace.KERB ? KERB : parks.ids().get(park);
    return joined(
        "w",
        leg.mode().id(),
        place(leg.from(), timetable),
        place(leg.to(), timetable),
        String.valueOf(leg.departure()),
        String.valueOf(leg.seconds()),
        String.valueOf(leg.metres()),
        parked == null ? "" : left,
        String.valueOf(parked == null ? 0 : parked.stayMinutes()),
        list(leg.unpaid()));
  }

  private static String list(List<String> texts) {
    return joined(texts.toArray(String[]::new));
  }

  private static List<String> list(String text) {
    return text.isEmpty() ? List.of() : List.of(split(text));
  }

  private static String called(Called part) {
    return joined(
        "d",
        part.trip(),
        part.date().toString(),
        String.valueOf(part.pickupCall()),
        String.valueOf(part.dropOffCall()),
        part.from(),
        part.to(),
        String.valueOf(part.pickup()));
  }

  private static String hired(Hired part) {
    return joined(
        "h",
        part.type(),
        part.plan(),
        part.pickup(),
        part.drop(),
        part.vehicle(),
        String.valueOf(part.departure()));
  }

  private static String run(DatedRide ride, String since, Timetable timetable) {
    return joined(
        "r",
        timetable.trips().ids().get(ride.trip()),
        ride.serviceDate().toString(),
        String.valueOf(ride.boardCall()),
        String.valueOf(ride.alightCall()),
        ride.seated() ? "s" + since : "");
  }

  private static String place(Site site, Timetable timetable) {
    return place(site.stop(), timetable.stops().ids(), site.point());
  }

  /// A place as [#point] reads it: by its id, where it has one, else by its coordinate.
  ///
  /// @param index into `ids`, negative for a place without one
  static String place(int index, TextColumn ids, GeoPoint point) {
    return index >= 0
        ? "@" + ids.get(index)
        : String.format(Locale.ROOT, "%.6f,%.6f", point.lat(), point.lon());
  }

  private static String joined(String... parts) {
    List<String> encoded = new ArrayList<>();
    for (String part : parts) {
      encoded.add(URLEncoder.encode(part, StandardCharsets.UTF_8).replace("~", "%7E"));
    }
    return String.join("|", encoded);
  }

  private static String[] split(String field) {
    String[] parts = field.split("\\|", -1);
    for (int i = 0; i < parts.length; i++) {
      parts[i] = URLDecoder.decode(parts[i], StandardCharsets.UTF_8);
    }
    return parts;
  }
}
