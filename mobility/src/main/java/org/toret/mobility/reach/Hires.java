package org.toret.mobility.reach;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.toret.base.notice.Notice;
import org.toret.mobility.plan.KnownNow;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.trip.TripPlanner;
import org.toret.network.sharing.FormFactor;
import org.toret.network.sharing.Sharing;
import org.toret.router.hire.HireEngine;
import org.toret.router.hire.HireQuery;
import org.toret.router.hire.HireZones;
import org.toret.router.hire.Prospect;
import org.toret.router.hire.Rider;
import org.toret.router.journey.CityEngine;
import org.toret.router.path.Endpoint;

/// The shared vehicles of one question: which types may be used, and what is asked of them at a
/// place. The same is asked as where the other end is known too.
final class Hires {

  /// A shared car keeps out of what closes to it within this time.
  private static final int RIDE_SECONDS = 3600;

  /// Who must arrive by a time leaves about so much before.
  private static final int BEFORE_SECONDS = 30 * 60;

  private final CityEngine city;
  private final HireEngine engine;
  private final Sharing sharing;
  private final HireZones zones;
  private final Span span;
  private final KnownNow then;
  private final List<Type> types = new ArrayList<>();

  /// @param closed regimes that keep it out meanwhile
  private record Type(int type, TravelMode mode, BitSet closed) {}

  /// @param then what is known, as far as it is of use at the time of the question
  Hires(CityEngine city, HireZones zones, Span span, KnownNow then) {
    this.city = city;
    this.zones = zones;
    this.span = span;
    this.then = then;
    engine = city.hire();
    sharing = engine.sharing();
    for (int type = 0; type < sharing.types().count(); type++) {
      Optional<TravelMode> mode = TripPlanner.shared(sharing.types().form(type));
      if (mode.isPresent()
          && span.uses(mode.get())
          && !sharing.types().isTooSmall(type, span.traveller().persons())) {
        types.add(new Type(type, mode.get(), closed(type)));
      }
    }
  }

  private BitSet closed(int type) {
    if (zones.isNone() || sharing.types().form(type) != FormFactor.CAR) {
      return new BitSet();
    }
    long at = span.at().getEpochSecond();
    long from = span.arriveBy() ? at - RIDE_SECONDS : at;
    return city.drive().closed(zones.car(type, day()), from, from + RIDE_SECONDS);
  }

  private LocalDate day() {
    return Instant.ofEpochSecond(span.at().getEpochSecond())
        .atZone(city.city().info().zone())
        .toLocalDate();
  }

  boolean isNone() {
    return types.isEmpty();
  }

  /// One question for each type, that begins and ends at a place.
  List<HireQuery> at(Ground.Spot spot) {
    return types.stream().map(type -> query(type, spot)).toList();
  }

  /// Those of them that are joined to public transport.
  List<HireQuery> joined(Ground.Spot spot) {
    List<Integer> joined = span.uses(TravelMode.BIKESHARE) ? engine.joinedTypes() : List.of();
    return types.stream()
        .filter(type -> joined.contains(type.type()))
        .map(type -> query(type, spot))
        .toList();
  }

  private HireQuery query(Type type, Ground.Spot spot) {
    boolean car = sharing.types().form(type.type()) == FormFactor.CAR;
    Endpoint end =
        spot.end() instanceof Endpoint.Stop(int stop) && !city.streets().isLinked(stop)
            ? Endpoint.of(spot.point())
            : spot.end();
    long at = span.at().getEpochSecond();
    return new HireQuery(
        end,
        spot.point(),
        end,
        spot.point(),
        type.type(),
        then.sharing(),
        car ? 1 : span.traveller().persons(),
        Ground.walking(span),
        new Rider(span.traveller().bikeMetresPerSecond(), span.traveller().maxStress()),
        car ? Integer.MAX_VALUE : span.limits().maxBikeMetres(),
        type.closed(),
        new Prospect(then.outlook(), span.arriveBy() ? at - BEFORE_SECONDS : at));
  }

  /// What must be said: of what systems it is not known what is available, which modes have no
  /// vehicle at all, and whether shared cars may enter closed zones.
  List<Notice> notices(Ground.Spot spot) {
    Set<String> unknown = new TreeSet<>();
    Set<String> untold = new TreeSet<>();
    Set<TravelMode> there = EnumSet.noneOf(TravelMode.class);
    Set<TravelMode> nowhere = EnumSet.noneOf(TravelMode.class);
    for (Type type : types) {
      boolean some = engine.isThere(query(type, spot));
      (some ? there : nowhere).add(type.mode());
      int system = sharing.types().systems()[type.type()];
      String name = sharing.systems().names().get(system);
      if (some && !then.sharing().knows(system)) {
        unknown.add(name);
      }
      boolean told = zones.isNone() || zones.isTold(type.type(), day());
      if (some && type.mode() == TravelMode.CARSHARE && !told) {
        untold.add(name);
      }
    }
    nowhere.removeAll(there);
    List<Notice> notices = new ArrayList<>();
    nowhere.forEach(mode -> notices.add(Ground.notice("reach_no_vehicle", mode.named())));
    unknown.forEach(name -> notices.add(Ground.notice("hire_availability_unknown", name)));
    untold.forEach(name -> notices.add(Ground.notice("hire_zones_untold", name)));
    return notices;
  }
}
