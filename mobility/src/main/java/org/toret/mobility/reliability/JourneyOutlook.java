package org.toret.mobility.reliability;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.GeoPoint;
import org.toret.mobility.board.Teller;
import org.toret.mobility.place.Directory;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.Limits;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.Reliability;
import org.toret.mobility.plan.Reliability.Change;
import org.toret.mobility.plan.Reliability.Missed;
import org.toret.mobility.plan.Spot;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.Waypoint;
import org.toret.mobility.plan.When;
import org.toret.network.City;
import org.toret.router.journey.CityEngine;
import org.toret.router.traffic.SlowTraffic;

/// Says of alternatives how far they can be relied on: the chance that their changes hold, when one
/// arrives, and what to do when a change fails. Of one state of a city; thread-safe.
///
/// A change holds when the vehicle before is at most as much later than the one after as there is
/// time beside the way on foot. Delays are taken from [DelayHistory], those of two vehicles as
/// independent; the chance of the whole is the product. Runs of which nothing is told now and which
/// share slow streets with cars say so, and are expected as late as that makes them ([Jams]).
public final class JourneyOutlook {

  /// Why chances are not told.
  private static final String NO_HISTORY = "no_delay_history";

  private final CityEngine engine;
  private final Directory directory;
  private final Expectation expectation;
  private final Jams jams;
  private final ZoneId zone;

  /// @param directory of the engine's timetable
  /// @param live the moment at which what is told of runs counts, empty where it does not
  /// @param slow what is told of the streets that vehicles share with cars
  public JourneyOutlook(
      CityEngine engine,
      Directory directory,
      DelayWatch watch,
      Optional<Instant> live,
      SlowTraffic slow) {
    this.engine = engine;
    this.directory = directory;
    City city = engine.city();
    zone = city.info().zone();
    expectation =
        new Expectation(
            watch,
            directory,
            city.timetable().stops(),
            zone,
            city.info().country(),
            live.map(Instant::getEpochSecond).orElse(Expectation.NOTHING_TOLD));
    jams = new Jams(slow, engine.live(), directory, expectation, zone);
  }

  /// An answer with its alternatives judged. What to do after a missed change is not told where
  /// places must be passed.
  public PlanAnswer of(PlanAnswer answer, PlanRequest request) {
    if (answer.alternatives().stream().noneMatch(JourneyOutlook::rides)) {
      return answer;
    }
    Optional<NextBest> next =
        request.via().isEmpty()
            ? Optional.of(new NextBest(engine, directory, teller(request), request, answer.to()))
            : Optional.empty();
    next.ifPresent(best ->
        best.ask(
            answer.alternatives().stream()
                .flatMap(way -> boarded(way).stream().skip(1))
                .flatMap(leg -> place(leg).stream())
                .toList()));
    return answer.with(answer.alternatives().stream().map(way -> of(jams.on(way), next)).toList());
  }

  /// The legs of an alternative at which a vehicle is boarded.
  private static List<Leg> boarded(Alternative way) {
    return way.legs().stream()
        .filter(leg -> leg.transit() != null && !leg.transit().seated())
        .toList();
  }

  /// Where the vehicle of a leg may be missed.
  private Optional<NextBest.Place> place(Leg leg) {
    String stop = leg.from().stop();
    OptionalInt found = stop == null ? OptionalInt.empty() : directory.findStop(stop);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new NextBest.Place(found.getAsInt(), leg.departure().toEpochSecond()));
  }

  /// One alternative that somebody follows, judged for an ordinary traveller by public transport.
  public Alternative of(Alternative way, String language) {
    if (!rides(way)) {
      return way;
    }
    Spot to = way.legs().getLast().to();
    PlanRequest request =
        new PlanRequest(
            waypoint(way.legs().getFirst().from()),
            waypoint(to),
            List.of(),
            new When(way.departure().toInstant(), false, Duration.ZERO),
            TravelMode.transit(),
            Traveller.ordinary(),
            Limits.sensible(),
            true,
            0,
            PlanRequest.STAY_MINUTES,
            language);
    return of(
        jams.on(way), Optional.of(new NextBest(engine, directory, teller(request), request, to)));
  }

  private static Waypoint waypoint(Spot spot) {
    return new Waypoint.Point(new GeoPoint(spot.lat(), spot.lon()), spot.name());
  }

  private Teller teller(PlanRequest request) {
    return new Teller(engine.live(), directory.names(request.language()), zone);
  }

  private static boolean rides(Alternative way) {
    return way.legs().stream().anyMatch(leg -> leg.transit() != null);
  }

  private Alternative of(Alternative way, Optional<NextBest> next) {
    return rides(way) ? way.with(new Judgement(way, next).reliability()) : way;
  }

  /// The judgement of one alternative.
  private final class Judgement {

    private final Alternative way;
    private final Optional<NextBest> next;
    private final List<Change> changes = new ArrayList<>();
    private final Arrivals arrivals = new Arrivals();
    private double holds = 1;
    private boolean known = true;
    private @Nullable Delays weakest;

    Judgement(Alternative way, Optional<NextBest> next) {
      this.way = way;
      this.next = next;
    }

    Reliability reliability() {
      int before = -1;
      for (int i = 0; i < way.legs().size(); i++) {
        Leg.Transit ride = way.legs().get(i).transit();
        if (ride == null) {
          continue;
        }
        if (before >= 0 && !ride.seated()) {
          changes.add(change(before, i));
        }
        before = i;
      }
      arrive(before);
      Delays basis = weakest;
      return new Reliability(
          known,
          known ? null : NO_HISTORY,
          known ? rounded(holds) : null,
          known ? time(arrivals.by(0.5)) : null,
          known ? time(arrivals.by(0.9)) : null,
          !known || basis == null ? null : basis.basis().name().toLowerCase(Locale.ROOT),
          !known || basis == null ? 0 : basis.observations(),
          changes);
    }

    private Change change(int before, int after) {
      Leg first = way.legs().get(before);
      Leg second = way.legs().get(after);
      Leg.Transit from = ride(first);
      Leg.Transit to = ride(second);
      long between = 0;
      for (Leg leg : way.legs().subList(before + 1, after)) {
        between += Duration.between(leg.departure(), leg.arrival()).toSeconds();
      }
      long spare = Duration.between(first.arrival(), second.departure()).toSeconds() - between;
      Optional<Delays> arriving = expectation.arriving(first, from);
      Optional<Delays> leaving = expectation.leaving(second, to);
      Optional<Missed> missed = missed(second);
      Double chance = null;
      if (arriving.isPresent() && leaving.isPresent()) {
        double meets = Delays.chance(arriving.get(), leaving.get(), spare);
        missed.ifPresent(
            other -> arrivals.add(other.arrival().toEpochSecond(), holds * (1 - meets)));
        holds *= meets;
        chance = rounded(meets);
        rest(arriving.get());
        rest(leaving.get());
      } else {
        known = false;
      }
      return new Change(
          List.of(before, after), second.from(), (int) spare, chance, missed.orElse(null));
    }

    private void arrive(int last) {
      Leg leg = way.legs().get(last);
      Optional<Delays> arriving = expectation.arriving(leg, ride(leg));
      if (arriving.isEmpty()) {
        known = false;
        return;
      }
      rest(arriving.get());
      arrivals.add(way.arrival().toEpochSecond(), arriving.get(), holds);
    }

    private Optional<Missed> missed(Leg leg) {
      return place(leg).flatMap(place -> next.flatMap(best -> best.after(place)));
    }

    private void rest(Delays delays) {
      Delays before = weakest;
      weakest = before == null || delays.observations() < before.observations() ? delays : before;
    }
  }

  private static Leg.Transit ride(Leg leg) {
    Leg.Transit ride = leg.transit();
    if (ride == null) {
      throw new IllegalArgumentException("%s is no ride".formatted(leg.mode()));
    }
    return ride;
  }

  private static double rounded(double chance) {
    return Math.round(chance * 100) / 100.0;
  }

  private @Nullable OffsetDateTime time(OptionalLong epochSecond) {
    return epochSecond.isEmpty()
        ? null
        : Instant.ofEpochSecond(epochSecond.getAsLong()).atZone(zone).toOffsetDateTime();
  }
}
