package org.toret.app.http;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.toret.app.answer.AgainView;
import org.toret.app.answer.ReasonTexts;
import org.toret.app.keep.Again;
import org.toret.app.keep.OpenCity;
import org.toret.base.notice.Messages;
import org.toret.base.outcome.Outcome;
import org.toret.mobility.Planner;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.KnownNow;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.Spot;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.reliability.DelayWatch;
import org.toret.mobility.reliability.Whereabouts;

/// Follows one alternative for one traveller: what of it holds in each state of the city, and when
/// it breaks, how to go on from where he is. Not thread-safe.
final class Follower {

  private final String id;
  private final Locale locale;
  private final Messages messages;
  private final ReasonTexts reasons;
  private final Clock clock;
  private final DelayWatch watch;
  private @Nullable Again held;
  private @Nullable String told;

  /// @param reason in words
  /// @param code the same for programs
  /// @param at where the traveller is by the times told last, null where they were never known
  /// @param state what he does there: `before`, `walking`, `waiting`, `aboard`
  /// @param alternatives how to go on from there, the first to arrive first; empty where nothing
  ///   does
  record Broken(
      String reason,
      String code,
      @Nullable Spot at,
      @Nullable String state,
      List<Alternative> alternatives) {}

  Follower(String id, Locale locale, Messages messages, Clock clock, DelayWatch watch) {
    this.id = id;
    this.locale = locale;
    this.messages = messages;
    this.reasons = new ReasonTexts(messages);
    this.clock = clock;
    this.watch = watch;
  }

  /// The event of a state: `updated` or `broken`.
  EventController.Event look(OpenCity city) {
    Instant now = clock.instant();
    KnownNow booked = KnownNow.nothing(city.city());
    return switch (city.again(id, locale.getLanguage(), booked, now)) {
      case Outcome.Done<Again>(Again again) ->
          new EventController.Event("updated", updated(city, again, now));
      case Outcome.Refused<Again>(String code, List<String> args) ->
          new EventController.Event("broken", broken(city, code, args, now));
    };
  }

  /// Judged anew only when the alternative has changed.
  private String updated(OpenCity city, Again way, Instant now) {
    String before = told;
    if (before != null && way.equals(held)) {
      return before;
    }
    held = way;
    Alternative judged = city.outlook(true, watch, now).of(way.way(), locale.getLanguage());
    String fresh =
        reasons
            .writer(locale)
            .writeValueAsString(AgainView.of(way.with(judged), city.imageHash(), messages, locale));
    told = fresh;
    return fresh;
  }

  private String broken(OpenCity city, String code, List<String> args, Instant now) {
    String reason = messages.text(locale, code, args);
    told = null;
    Optional<Alternative> last =
        Optional.ofNullable(held).map(Again::way).or(() -> published(city));
    Optional<Whereabouts> where = last.map(way -> Whereabouts.of(way, now));
    boolean onTheWay = where.isPresent() && where.get().state() != Whereabouts.State.ARRIVED;
    return reasons
        .writer(locale)
        .writeValueAsString(
            new Broken(
                reason,
                code,
                where.map(Whereabouts::at).orElse(null),
                where.map(there -> there.state().name().toLowerCase(Locale.ROOT)).orElse(null),
                onTheWay ? onward(city, last.orElseThrow(), where.orElseThrow(), now) : List.of()));
  }

  /// As the timetable has it: for who begins to follow what is broken already.
  private Optional<Alternative> published(OpenCity city) {
    return city.publishedPlanner().again(id, locale.getLanguage())
            instanceof Outcome.Done<Alternative>(Alternative way)
        ? Optional.of(way)
        : Optional.empty();
  }

  private List<Alternative> onward(OpenCity city, Alternative way, Whereabouts where, Instant now) {
    boolean runs = runs(city, where);
    Traveller who = Planner.traveller(id).orElse(Traveller.ordinary());
    List<Alternative> ways =
        plan(city, where.onward(way, now, runs, who, locale.getLanguage()), now);
    return ways.isEmpty() && runs
        ? plan(city, where.onward(way, now, false, who, locale.getLanguage()), now)
        : ways;
  }

  private List<Alternative> plan(OpenCity city, PlanRequest request, Instant now) {
    return city.plan(request, city.known(now))
            instanceof Outcome.Done<PlanAnswer>(PlanAnswer answer)
        ? city.outlook(true, watch, now).of(answer, request).alternatives().stream()
            .sorted(Comparator.comparing(Alternative::arrival))
            .toList()
        : List.of();
  }

  private static boolean runs(OpenCity city, Whereabouts where) {
    String trip = where.trip();
    var date = where.serviceDate();
    if (trip == null || date == null) {
      return false;
    }
    OptionalInt found = city.directory().findTrip(trip);
    return found.isPresent() && city.engine().live().tripOn(found.getAsInt(), date) >= 0;
  }
}
