package org.toret.router.toll;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.toret.base.calendar.Holidays;
import org.toret.base.notice.Messages;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.rules.RuleBook;
import org.toret.network.City;
import org.toret.network.CityInfo;
import org.toret.network.street.StreetNetwork;
import org.toret.network.zone.AccessZones;
import org.toret.network.zone.CarUser;
import org.toret.router.fare.FareItem;
import org.toret.router.fare.FareResult;
import org.toret.router.fare.UnknownFare;
import org.toret.router.path.EdgeLimits;
import org.toret.router.path.Gates;
import org.toret.router.path.RideTrack;

/// What driving costs beside fuel and parking: charges of zones and tolls of roads. Each has an
/// index, the zones' regimes first, and an identity that stays: the regime's, or `road:A4`,
/// `booth:name`. Immutable and thread-safe.
///
/// A car pays once for everybody in it. What must be paid and has no price makes a fare unknown.
public final class Tolls {

  private final AccessZones zones;
  private final ZoneCharges zoneCharges;
  private final RoadTolls roadTolls;
  private final ZoneId zone;
  private final int edgeCount;

  private Tolls(StreetNetwork streets, AccessZones zones, CityInfo info, RuleBook rules) {
    this.zones = zones;
    zone = info.zone();
    edgeCount = streets.edges().count();
    Predicate<LocalDate> holiday = day -> Holidays.isHoliday(info.country(), day);
    LongFunction<LocalDateTime> local =
        millis -> LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), zone);
    zoneCharges = new ZoneCharges(zones, rules, holiday, local);
    roadTolls = new RoadTolls(streets, rules, holiday, local);
  }

  /// The charges and tolls of a city.
  ///
  /// @param rules with tables `zone-charge` and `road-toll`, if there are any
  public static Tolls of(City city, RuleBook rules) {
    return of(city.streets(), city.zones(), city.info(), rules);
  }

  /// The same of its parts.
  public static Tolls of(StreetNetwork streets, AccessZones zones, CityInfo info, RuleBook rules) {
    return new Tolls(streets, zones, info, rules);
  }

  /// Loads the texts of this package's notices.
  public static Messages messages(Messages target) {
    return target.load(Tolls.class, "toll", "it", "en");
  }

  /// Whether nothing costs anything anywhere.
  public boolean isNone() {
    return zoneCharges.isNone() && roadTolls.isNone();
  }

  /// What is wrong with the tables: `charge_row_unread`, `charge_for_nothing`; and with what the
  /// map says: `charge_condition_unread`.
  public List<Notice> check() {
    List<Notice> notices = new ArrayList<>();
    check(ZoneCharges.TABLE, zoneCharges.table(), zoneCharges::isZone, notices);
    check(RoadTolls.TABLE, roadTolls.table(), roadTolls::isRoad, notices);
    roadTolls
        .unread()
        .forEach((clause, streets) ->
            notices.add(
                Notice.of(
                    "charge_condition_unread",
                    Severity.INFO,
                    Place.ofFeed("osm"),
                    clause,
                    streets)));
    return notices;
  }

  private static void check(
      String name, RateTable table, Predicate<String> known, List<Notice> notices) {
    for (RateTable.Row row : table.all()) {
      Place place = Place.ofFile("", name);
      String rule = row.rate().rule();
      if (!row.isRead()) {
        notices.add(Notice.of("charge_row_unread", Severity.ERROR, place, rule));
      }
      if (!known.test(row.of())) {
        notices.add(Notice.of("charge_for_nothing", Severity.WARNING, place, rule, row.of()));
      }
    }
  }

  /// The identity of a charge.
  public String id(int charge) {
    int regimes = zones.regimes().size();
    return charge < regimes
        ? zones.regimes().get(charge).id()
        : roadTolls.roads().get(charge - regimes).id();
  }

  /// The charges with some identities; those that are not there any more are left out.
  public BitSet find(List<String> ids) {
    BitSet found = new BitSet();
    for (int charge = 0; charge < zones.regimes().size() + roadTolls.roads().size(); charge++) {
      found.set(charge, ids.contains(id(charge)));
    }
    return found;
  }

  /// The identities of what may cost a car something between two times: zones at some moment, all
  /// roads with tolls.
  ///
  /// @param from epoch second
  /// @param until epoch second
  public List<String> possible(CarUser car, long from, long until) {
    BitSet possible = zoneCharges.possible(car, from, until);
    int regimes = zones.regimes().size();
    possible.set(regimes, regimes + roadTolls.roads().size());
    return possible.stream().mapToObj(this::id).distinct().toList();
  }

  /// What a charge is for, as people call it; empty for a road or booth without a name.
  public String name(String id) {
    int charge = find(List.of(id)).nextSetBit(0);
    int regimes = zones.regimes().size();
    if (charge >= regimes) {
      return roadTolls.roads().get(charge - regimes).name();
    }
    String name = charge < 0 ? "" : zones.regimes().get(charge).name();
    return name.isEmpty() ? id : name;
  }

  /// Whether a charge concerns any of some edges.
  public boolean isOn(String id, IntPredicate edges) {
    int regimes = zones.regimes().size();
    return find(List.of(id)).stream()
        .flatMap(charge ->
            (charge < regimes ? zoneCharges.edges(charge) : roadTolls.edges(charge - regimes))
                .stream())
        .anyMatch(edges);
  }

  /// What the zones are paid for, by index.
  public Map<Integer, Set<Rate.Unit>> units() {
    return zoneCharges.units();
  }

  /// What a ride owes.
  ///
  /// @param departure epoch second
  public List<Due> dues(RideTrack track, long departure, CarUser car) {
    if (isNone() || track.count() == 0) {
      return List.of();
    }
    List<Due> dues = new ArrayList<>();
    zoneCharges.dues(track, departure, car, dues);
    if (!roadTolls.isNone()) {
      roadTolls.dues(track, departure, car, zones.regimes().size(), dues);
    }
    return dues;
  }

  /// Closes what must be paid for.
  ///
  /// @param avoided charges that are not to be paid
  /// @param shut edges that are closed anyhow
  /// @param left streets of areas that may be left and not entered
  public EdgeLimits avoiding(BitSet avoided, BitSet shut, List<BitSet> left) {
    byte[] limits = new byte[edgeCount];
    java.util.Arrays.fill(limits, EdgeLimits.FREE);
    int regimes = zones.regimes().size();
    BitSet closed = (BitSet) shut.clone();
    List<BitSet> gated = new ArrayList<>(left);
    BitSet out = new BitSet();
    for (int charge = avoided.nextSetBit(0); charge >= 0; charge = avoided.nextSetBit(charge + 1)) {
      if (charge >= regimes) {
        closed.or(roadTolls.edges(charge - regimes));
      } else if (zoneCharges.isByUse(charge)) {
        closed.or(zoneCharges.edges(charge));
      } else {
        out.set(gated.size(), zoneCharges.isByPassage(charge));
        gated.add(zoneCharges.edges(charge));
      }
    }
    closed.stream().forEach(edge -> limits[edge] = EdgeLimits.CLOSED);
    return new EdgeLimits(limits, gated.isEmpty() ? Gates.OPEN : Gates.of(edgeCount, gated, out));
  }

  /// A ride that is part of a journey.
  ///
  /// @param leg its position
  /// @param departure epoch second
  public record Driven(int leg, RideTrack track, long departure, CarUser car) {}

  /// What all rides of a journey cost with one car; a ticket for the day is bought once.
  public FareResult price(List<Driven> rides) {
    Map<Due, List<Integer>> daily = new LinkedHashMap<>();
    FareResult sum = FareResult.FREE;
    for (Driven ride : rides) {
      for (Due due : dues(ride.track(), ride.departure(), ride.car())) {
        if (!due.rate().isKnown()) {
          sum = sum.plus(unknown(ride.leg(), due));
        } else if (due.rate().unit().isDaily()) {
          daily.computeIfAbsent(due, fresh -> new ArrayList<>()).add(ride.leg());
        } else {
          sum = sum.plus(paid(due, List.of(ride.leg())));
        }
      }
    }
    for (Map.Entry<Due, List<Integer>> ticket : daily.entrySet()) {
      sum = sum.plus(paid(ticket.getKey(), ticket.getValue()));
    }
    return sum;
  }

  private FareResult unknown(int leg, Due due) {
    boolean road = due.charge() >= zones.regimes().size();
    String reason = road ? "no_road_toll" : "no_zone_charge";
    return new FareResult(0, "", List.of(new UnknownFare(leg, reason)), List.of());
  }

  private FareResult paid(Due due, List<Integer> legs) {
    Rate rate = due.rate();
    int cents = (int) Math.round(rate.cents() * due.quantity());
    long until =
        rate.unit().isDaily()
            ? LocalDate.ofEpochDay(due.day() + 1).atStartOfDay(zone).toEpochSecond()
            : FareItem.NO_END;
    FareItem item =
        new FareItem(
            "toll",
            id(due.charge()),
            rate.name(),
            cents,
            legs,
            "",
            until,
            rate.rule(),
            rate.source());
    return new FareResult(cents, rate.currency(), List.of(), List.of(item));
  }
}
