package org.toret.mobility.need;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.rules.RuleBook;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.network.City;
import org.toret.network.zone.AccessRegime;
import org.toret.router.fare.FareEngine;
import org.toret.router.fare.HeldProduct;
import org.toret.router.journey.TravelCosts;

/// What must be said of a question itself: needs and how they were heeded, values that nothing here
/// knows and that were not used, permits of which nobody tells what they open.
public final class QuestionNotices {

  /// Tables whose rows may be for holders of a permit.
  private static final List<String> WITH_PERMITS = List.of("car-ban", "zone-charge", "road-toll");

  /// Kinds of use that are known everywhere, whether some rule names them or not.
  private static final Set<String> USES = Set.of("disabled", "delivery");

  private static final Set<TravelMode> NOT_THROUGH_PLACES =
      EnumSet.of(
          TravelMode.BIKESHARE,
          TravelMode.SCOOTER,
          TravelMode.CARSHARE,
          TravelMode.TAXI,
          TravelMode.PARKRIDE,
          TravelMode.KISSRIDE,
          TravelMode.BIKERIDE);

  /// Who pays as everybody does.
  private static final String ADULT = "adult";

  private final FareEngine fares;
  private final List<Notice> notices = new ArrayList<>();

  private QuestionNotices(FareEngine fares) {
    this.fares = fares;
  }

  /// `held_unknown`, `rider_unknown`, `media_unknown`, `spent_unknown` and `permit_unknown` for
  /// values that nothing here knows, `held_expired` and `held_to_come` for products held whose time
  /// is over or comes later, `transit_implied` where joins were asked for without what they join
  /// to, and those of [NeedNotices].
  ///
  /// @param request as it was asked
  /// @param from before which nobody departs
  /// @param until after which nobody arrives
  public static List<Notice> of(
      PlanRequest request, Instant from, Instant until, City city, TravelCosts costs) {
    LocalDate day = request.when().at().atZone(city.info().zone()).toLocalDate();
    QuestionNotices told = new QuestionNotices(costs.fares().on(day));
    told.payment(request.traveller());
    told.time(request.traveller(), city.info().zone(), from, until);
    told.notices.addAll(unknownPermits(request.traveller(), day, city, costs.rules()));
    PlanRequest used = request.withTransit();
    if (used != request) {
      told.add("transit_implied", Severity.INFO);
    }
    told.notices.addAll(NeedNotices.of(used.traveller(), used.modes(), city.timetable()));
    return told.notices;
  }

  /// `permit_untold` for each zone that keeps a car out though a permit is held for some kind of
  /// use, of which the zone's rules do not say whether it opens it.
  ///
  /// @param told the zones that keep a car out, as `zone_avoided` by their names
  public static List<Notice> permits(Traveller traveller, City city, List<Notice> told) {
    List<Notice> found = new ArrayList<>();
    for (Notice notice : told) {
      for (AccessRegime zone : city.zones().regimes()) {
        if (notice.code().equals("zone_avoided") && notice.args().contains(zone.name())) {
          traveller.permits().stream()
              .filter(permit -> USES.contains(permit) || isNamed(city, permit))
              .filter(permit -> !isZone(city, permit) && !isNamedBy(zone, permit))
              .map(permit -> notice("permit_untold", Severity.INFO, permit, zone.name()))
              .filter(one -> !found.contains(one))
              .forEach(found::add);
        }
      }
    }
    return found;
  }

  /// Which of the modes asked for the traveller's needs rule out: `not_with_bicycle`,
  /// `not_in_wheelchair`, `not_with_luggage`, each with the modes.
  public static List<Notice> unfit(Traveller traveller, Set<TravelMode> asked) {
    Set<TravelMode> left = EnumSet.noneOf(TravelMode.class);
    left.addAll(asked);
    List<Notice> found = new ArrayList<>();
    traveller
        .ruledOut()
        .forEach((need, modes) -> {
          Set<TravelMode> lost = EnumSet.copyOf(modes);
          lost.retainAll(left);
          left.removeAll(lost);
          if (!lost.isEmpty()) {
            found.add(notice(need, Severity.INFO, named(lost)));
          }
        });
    return found;
  }

  private static String named(Set<TravelMode> modes) {
    return modes.stream().sorted().map(TravelMode::named).collect(Collectors.joining(", "));
  }

  /// What is not looked for by who passes places on the way, as far as it was asked for:
  /// `via_without` with the modes, `via_without_on_demand`.
  ///
  /// @param onDemand whether rides on demand were asked for
  public static List<Notice> via(PlanRequest request, boolean onDemand) {
    List<Notice> found = new ArrayList<>();
    Set<TravelMode> left = EnumSet.copyOf(NOT_THROUGH_PLACES);
    left.retainAll(request.modes());
    if (!left.isEmpty()) {
      found.add(notice("via_without", Severity.INFO, named(left)));
    }
    if (onDemand) {
      found.add(notice("via_without_on_demand", Severity.INFO));
    }
    return found;
  }

  /// `permit_unknown` for each permit that nothing here knows.
  public static List<Notice> unknownPermits(
      Traveller traveller, LocalDate day, City city, RuleBook rules) {
    Set<String> ofRules =
        WITH_PERMITS.stream()
            .flatMap(table -> rules.list(table, day).stream())
            .map(row -> row.findText("permit"))
            .collect(Collectors.toSet());
    return traveller.permits().stream()
        .distinct()
        .filter(permit -> !USES.contains(permit) && !ofRules.contains(permit))
        .filter(permit -> !isZone(city, permit) && !isNamed(city, permit))
        .map(permit -> notice("permit_unknown", Severity.WARNING, permit))
        .toList();
  }

  private void payment(Traveller traveller) {
    for (String text : traveller.holds()) {
      HeldProduct held = HeldProduct.of(text);
      if (!fares.knows(held)) {
        add("held_unknown", Severity.WARNING, held.feed() + ":" + held.product());
      }
    }
    if (!traveller.rider().isEmpty()
        && !traveller.rider().equals(ADULT)
        && !fares.knowsRider(traveller.rider())) {
      add("rider_unknown", Severity.WARNING, traveller.rider());
    }
    if (!traveller.media().isEmpty() && !fares.knowsMedium(traveller.media())) {
      add("media_unknown", Severity.WARNING, traveller.media());
    }
    for (String spent : traveller.spent()) {
      String feed = spent.substring(0, spent.indexOf(':'));
      String cap = spent.substring(spent.indexOf(':') + 1, spent.lastIndexOf('@'));
      if (!fares.knowsCap(feed, cap)) {
        add("spent_unknown", Severity.WARNING, feed + ":" + cap);
      }
    }
  }

  /// @param from before which nobody departs
  /// @param until after which nobody arrives
  private void time(Traveller traveller, ZoneId zone, Instant from, Instant until) {
    for (String text : traveller.holds()) {
      HeldProduct held = HeldProduct.of(text);
      if (fares.isExpired(held, from.getEpochSecond())) {
        add("held_expired", Severity.WARNING, fares.name(held));
      } else if (fares.isToCome(held, until.getEpochSecond())) {
        Instant begins = Instant.ofEpochSecond(held.validFromEpochSeconds());
        LocalDate day = begins.atZone(zone).toLocalDate();
        add("held_to_come", Severity.WARNING, fares.name(held), day);
      }
    }
  }

  private static boolean isZone(City city, String permit) {
    return city.zones().regimes().stream().anyMatch(zone -> zone.id().equals(permit));
  }

  private static boolean isNamed(City city, String permit) {
    return city.zones().regimes().stream().anyMatch(zone -> isNamedBy(zone, permit));
  }

  private static boolean isNamedBy(AccessRegime zone, String permit) {
    return zone.conditions().stream().anyMatch(condition -> condition.permit().equals(permit));
  }

  private void add(String code, Severity severity, Object... args) {
    Notice one = notice(code, severity, args);
    if (!notices.contains(one)) {
      notices.add(one);
    }
  }

  private static Notice notice(String code, Severity severity, Object... args) {
    return Notice.of(code, severity, Place.ofFeed(""), args);
  }
}
