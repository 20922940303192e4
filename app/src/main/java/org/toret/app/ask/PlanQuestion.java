package org.toret.app.ask;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.mobility.need.QuestionNotices;
import org.toret.mobility.plan.Criteria;
import org.toret.mobility.plan.Limits;
import org.toret.mobility.plan.PageToken;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.Vehicle;
import org.toret.mobility.plan.Waypoint;
import org.toret.mobility.plan.When;
import org.toret.router.cycle.Cycling;

/// The parameters of `GET /api/v1/plan` as a question to the planner.
///
/// @param request the question
/// @param notices what was given and is not known, or not offered here
public record PlanQuestion(PlanRequest request, List<Notice> notices) {

  /// After midnight the service day of before goes on.
  private static final Duration NIGHT = Duration.ofHours(4);

  private static final Duration WINDOW = Duration.ofHours(1);
  private static final Duration LONGEST_WINDOW = Duration.ofHours(24);
  private static final Duration STAY = Duration.ofMinutes(PlanRequest.STAY_MINUTES);
  private static final Duration LONGEST_STAY = Duration.ofDays(30);
  private static final int ALTERNATIVES = 12;
  private static final Pattern STOP_ID = Pattern.compile("[^:\\s]+:.+");
  private static final Pattern VEHICLE =
      Pattern.compile("(petrol|diesel|lpg|cng|hybrid|electric)(?::([0-7]))?");
  private static final Pattern ABOARD = Pattern.compile("([^:\\s]+:.+)@(\\d{4}-\\d{2}-\\d{2})");
  private static final Pattern SPENT = Pattern.compile("[^:]+:[^@]+@\\d{1,7}");

  /// What is known where the question is put.
  ///
  /// @param now the instant meant by "now"
  /// @param zone city time
  /// @param offered modes that the city offers
  /// @param language ISO 639 code for names
  public record Setting(Instant now, ZoneId zone, Set<TravelMode> offered, String language) {}

  /// Reads a question; throws [ProblemException] for what cannot be understood.
  public static PlanQuestion read(Parameters parameters, Setting setting) {
    List<Notice> notices = new ArrayList<>();
    Optional<PlanRequest.Aboard> aboard = aboard(parameters);
    Waypoint to = waypoint("to", parameters.require("to"));
    Optional<String> start = parameters.find("from");
    Waypoint from =
        aboard.isPresent() && start.isEmpty() ? to : waypoint("from", parameters.require("from"));
    List<Waypoint> via =
        parameters.list("via").stream().map(text -> waypoint("via", text)).toList();
    When when = when(parameters, setting);
    PlanRequest request = request(new Ends(from, to, via), when, parameters, setting, notices);
    notices.addAll(parameters.unread());
    return new PlanQuestion(request.aboard(aboard.orElse(null)), List.copyOf(notices));
  }

  /// Reads a question of which it is known already between which places and when.
  public static PlanQuestion between(
      Waypoint from,
      Waypoint to,
      List<Waypoint> via,
      When when,
      Parameters parameters,
      Setting setting) {
    List<Notice> notices = new ArrayList<>();
    PlanRequest request = request(new Ends(from, to, via), when, parameters, setting, notices);
    return new PlanQuestion(request, List.copyOf(notices));
  }

  private record Ends(Waypoint from, Waypoint to, List<Waypoint> via) {}

  private static PlanRequest request(
      Ends ends, When when, Parameters parameters, Setting setting, List<Notice> notices) {
    Traveller traveller = traveller(parameters, setting);
    return new PlanRequest(
        ends.from(),
        ends.to(),
        ends.via(),
        when,
        modes(parameters, setting, traveller, notices),
        traveller,
        limits(parameters, ends.via().size()),
        parameters.truth("live", true),
        parameters.whole("alternatives", ALTERNATIVES, 0, 1000),
        (int) parameters.duration("stay", STAY, Duration.ofMinutes(1), LONGEST_STAY).toMinutes(),
        setting.language(),
        null,
        criteria(parameters));
  }

  private static Criteria criteria(Parameters parameters) {
    String code = parameters.find("criteria").orElse(Criteria.ALL.code());
    return Criteria.find(code)
        .orElseThrow(
            () -> new ProblemException(Problem.parameter("invalid_criteria", "criteria", code)));
  }

  private static Optional<PlanRequest.Aboard> aboard(Parameters parameters) {
    Optional<String> text = parameters.find("aboard");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = ABOARD.matcher(text.get());
    try {
      if (matcher.matches()) {
        LocalDate date = LocalDate.parse(matcher.group(2));
        return Optional.of(new PlanRequest.Aboard(matcher.group(1), date));
      }
    } catch (DateTimeException e) {
      throw new ProblemException(Problem.parameter("invalid_aboard", "aboard", text.get()));
    }
    throw new ProblemException(Problem.parameter("invalid_aboard", "aboard", text.get()));
  }

  static Waypoint waypoint(String name, String text) {
    Optional<GeoPoint> point = Parameters.pointOf(text);
    if (point.isPresent()) {
      return new Waypoint.Point(point.get(), "");
    }
    if (!STOP_ID.matcher(text).matches()) {
      throw Parameters.noPoint(name, text);
    }
    return new Waypoint.Stop(text.strip());
  }

  private static When when(Parameters parameters, Setting setting) {
    Duration window = parameters.duration("window", WINDOW, Duration.ofMinutes(1), LONGEST_WINDOW);
    Instant at = parameters.instant("at", setting.now(), setting.zone());
    boolean arriveBy = parameters.truth("arriveBy", false);
    When when = new When(at, arriveBy, window);
    return parameters
        .find("page")
        .map(token ->
            PageToken.parse(token)
                .orElseThrow(
                    () -> new ProblemException(Problem.parameter("invalid_page", "page", token))))
        .map(when::page)
        .orElse(when);
  }

  static Set<TravelMode> modes(
      Parameters parameters, Setting setting, Traveller traveller, List<Notice> notices) {
    List<String> names = parameters.commaList("modes");
    if (names.isEmpty()) {
      return setting.offered();
    }
    Set<TravelMode> asked = EnumSet.noneOf(TravelMode.class);
    for (String name : names) {
      if (name.equals("transit")) {
        asked.addAll(TravelMode.transit());
        continue;
      }
      TravelMode mode =
          TravelMode.find(name)
              .orElseThrow(
                  () -> new ProblemException(Problem.parameter("invalid_mode", "modes", name)));
      asked.add(mode);
      if (!setting.offered().contains(mode)) {
        Place place = new Place("", "", 0, "modes");
        notices.add(Notice.of("mode_not_offered", Severity.WARNING, place, mode.named()));
      }
    }
    asked.retainAll(setting.offered());
    notices.addAll(QuestionNotices.unfit(traveller, asked));
    return asked;
  }

  static Traveller traveller(Parameters parameters, Setting setting) {
    return new Traveller(
        vehicles(parameters),
        parameters.whole("persons", 1, 1, 9),
        parameters.find("rider").orElse(""),
        parameters.find("media").orElse(""),
        parameters.commaList("holds").stream().map(text -> held(text, setting)).toList(),
        spent(parameters),
        parameters.truth("carnets", false),
        parameters.commaList("permits"),
        parameters.truth("wheelchair", false),
        parameters.truth("avoidStairs", false),
        parameters.truth("luggage", false),
        parameters.truth("bikeOnBoard", false),
        parameters.number("walkSpeed", Traveller.WALK_METRES_PER_SECOND, 0.3, 3),
        parameters.number("bikeSpeed", Traveller.BIKE_METRES_PER_SECOND, 1, 12),
        parameters.whole("maxStress", Cycling.MOST_STRESS, 1, Cycling.MOST_STRESS));
  }

  /// `feed:product`, with the instant from which it is valid where that is told: as any other, or a
  /// day, which begins when its night is over: a ticket of that day is none of the day before.
  private static String held(String text, Setting setting) {
    int at = text.indexOf('@');
    if (text.indexOf(':') > 0 && at < 0) {
      return text;
    }
    Optional<Instant> from =
        text.indexOf(':') > 0
            ? Parameters.instantOf(text.substring(at + 1), setting.now(), setting.zone())
                .or(() ->
                    Parameters.dayOf(text.substring(at + 1), setting.zone())
                        .map(day -> day.plus(NIGHT)))
            : Optional.empty();
    return text.substring(0, Math.max(0, at + 1))
        + from.orElseThrow(
            () -> new ProblemException(Problem.parameter("invalid_holds", "holds", text)));
  }

  private static List<String> spent(Parameters parameters) {
    List<String> spent = parameters.commaList("spent");
    for (String text : spent) {
      if (!SPENT.matcher(text).matches()) {
        throw new ProblemException(Problem.parameter("invalid_spent", "spent", text));
      }
    }
    return spent;
  }

  private static List<Vehicle> vehicles(Parameters parameters) {
    List<Vehicle> vehicles = new ArrayList<>();
    for (String text : parameters.list("vehicle")) {
      Matcher matcher = VEHICLE.matcher(text.strip());
      if (!matcher.matches()) {
        throw new ProblemException(Problem.parameter("invalid_vehicle", "vehicle", text));
      }
      String euro = matcher.group(2);
      // before Euro 1 is at least as old as that, and no class of its own here
      int told = euro == null ? 0 : Math.max(1, Integer.parseInt(euro));
      vehicles.add(new Vehicle(matcher.group(1), told));
    }
    return vehicles;
  }

  static Limits limits(Parameters parameters, int via) {
    Limits sensible = Limits.sensible(via);
    return new Limits(
        parameters.whole("maxTransfers", sensible.maxTransfers(), 0, 12),
        parameters.whole("maxWalk", sensible.maxWalkMetres(), 0, 50_000),
        parameters.whole("maxBike", sensible.maxBikeMetres(), 0, 200_000));
  }
}
