package org.toret.app.pages.plan;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.toret.app.ask.Parameters;
import org.toret.app.ask.PlanQuestion;
import org.toret.app.pages.frame.Address;
import org.toret.base.geo.GeoPoint;
import org.toret.mobility.plan.PageToken;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Waypoint;
import org.toret.mobility.plan.When;

/// What a page's address asks of the planner. The parameters are those of `GET /api/v1/plan`, and
/// besides: `from` and `to` may be plain text, `fromName` and `toName` say how they are called, and
/// `when` is the form's choice of now, departure or arrival.
///
/// @param from the start, resolved
/// @param to the destination, resolved
/// @param via places to pass, resolved
public record Question(Address address, End from, End to, List<End> via) {

  /// How many places a journey may pass.
  public static final int MOST_VIA = 6;

  private static final Duration WINDOW = Duration.ofHours(1);
  private static final Pattern POINT =
      Pattern.compile("\\s*(-?\\d{1,2}(?:\\.\\d+)?)\\s*,\\s*(-?\\d{1,3}(?:\\.\\d+)?)\\s*");

  /// An end of the journey as it could be understood.
  ///
  /// @param text how it is called
  /// @param value `lat,lon` or a stop id; empty when it could not be understood
  public record End(String text, String value) {

    /// Whether something was given, and could not be understood.
    public boolean isUnknown() {
      return !text.isEmpty() && value.isEmpty();
    }

    Waypoint waypoint() {
      Optional<GeoPoint> point = point(value);
      return point.isPresent()
          ? new Waypoint.Point(point.get(), text.equals(value) ? "" : text)
          : new Waypoint.Stop(value);
    }
  }

  /// The point that a text names, if it is one.
  public static Optional<GeoPoint> point(String text) {
    Matcher matcher = POINT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    double lat = Double.parseDouble(matcher.group(1));
    double lon = Double.parseDouble(matcher.group(2));
    boolean onEarth = Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
    return onEarth ? Optional.of(new GeoPoint(lat, lon)) : Optional.empty();
  }

  public Question {
    via = List.copyOf(via);
  }

  /// Whether both ends and all between are understood.
  public boolean isComplete() {
    return !from.value().isEmpty()
        && !to.value().isEmpty()
        && via.stream().noneMatch(End::isUnknown);
  }

  /// Whether an end is still to be given.
  public boolean isHalf() {
    return from.text().isEmpty() || to.text().isEmpty();
  }

  /// `now`, `depart` or `arrive`.
  public String when() {
    String when = address.text("when");
    if (when.equals("now") || address.text("at").isEmpty()) {
      return "now";
    }
    return when.equals("arrive") || address.on("arriveBy") ? "arrive" : "depart";
  }

  /// The time asked for, or that of the earlier or later page; empty when it cannot be understood.
  public Optional<Instant> at(Instant now, ZoneId zone) {
    return page().map(PageToken::at).or(() -> ownTime(now, zone));
  }

  private Optional<PageToken> page() {
    return address.find("page").flatMap(PageToken::parse);
  }

  private Optional<Instant> ownTime(Instant now, ZoneId zone) {
    if (when().equals("now")) {
      return Optional.of(now.truncatedTo(ChronoUnit.MINUTES));
    }
    String text = address.text("at").replace(' ', '+');
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException notAnOffsetTime) {
      try {
        return Optional.of(LocalDateTime.parse(text).atZone(zone).toInstant());
      } catch (DateTimeException notATime) {
        return Optional.empty();
      }
    }
  }

  /// The modes asked for; empty means all.
  public Set<TravelMode> modes() {
    Set<TravelMode> modes = EnumSet.noneOf(TravelMode.class);
    for (String name : address.list("modes")) {
      if (name.equals("transit")) {
        modes.addAll(TravelMode.transit());
      }
      TravelMode.find(name).ifPresent(modes::add);
    }
    return modes;
  }

  /// Whether the reader wants to go by car: said which one, or chose it and no public transport.
  public boolean asksForCar() {
    Set<TravelMode> chosen = modes();
    boolean withoutTransit = chosen.stream().noneMatch(TravelMode::isTransit);
    return address.find("vehicle").isPresent()
        || (withoutTransit && chosen.contains(TravelMode.CAR));
  }

  /// As a question to the planner, with notices of what of it is not offered here: read as that of
  /// `GET /api/v1/plan`. Throws [org.toret.app.ask.ProblemException] for what cannot be understood.
  public PlanQuestion ask(Instant at, PlanQuestion.Setting setting) {
    When when = new When(at, when().equals("arrive"), WINDOW);
    return PlanQuestion.between(
        from.waypoint(),
        to.waypoint(),
        via.stream().map(End::waypoint).toList(),
        page().map(when::page).orElse(when),
        new Parameters(address.values()),
        setting);
  }
}
