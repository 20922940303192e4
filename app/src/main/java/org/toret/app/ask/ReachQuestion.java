package org.toret.app.ask;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.toret.base.notice.Notice;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.Waypoint;
import org.toret.mobility.reach.ReachRequest;
import org.toret.mobility.reach.Span;

/// The parameters of `GET /api/v1/reach` as a question.
///
/// @param notices what was given and is not known, or not offered here
public record ReachQuestion(ReachRequest request, List<Notice> notices) {

  private static final int MOST_MINUTES = 120;
  private static final int MOST_TIMES = 12;
  private static final List<String> USUAL = List.of("15", "30", "45");

  /// Reads a question; throws [ProblemException] for what cannot be understood.
  public static ReachQuestion read(Parameters parameters, PlanQuestion.Setting setting) {
    List<Notice> notices = new ArrayList<>();
    Waypoint place = PlanQuestion.waypoint("from", parameters.require("from"));
    boolean arriveBy = parameters.truth("arriveBy", false);
    Span span = span(parameters, setting, arriveBy, notices);
    ReachRequest request = new ReachRequest(place, span, minutes(parameters));
    notices.addAll(parameters.unread());
    return new ReachQuestion(request, List.copyOf(notices));
  }

  /// What this question shares with that for a table. Without modes, walking and public transport,
  /// and the bicycle that is taken along. Of modes that are not offered here a notice tells; where
  /// none is left nothing is reached.
  static Span span(
      Parameters parameters, PlanQuestion.Setting setting, boolean arriveBy, List<Notice> notices) {
    Instant at = parameters.instant("at", setting.now(), setting.zone());
    Set<TravelMode> modes = EnumSet.noneOf(TravelMode.class);
    Traveller traveller = PlanQuestion.traveller(parameters, setting);
    modes.addAll(PlanQuestion.modes(parameters, setting, traveller, notices));
    if (parameters.commaList("modes").isEmpty()) {
      boolean bicycle = traveller.bikeOnBoard();
      modes.removeIf(mode ->
          mode != TravelMode.WALK && !mode.isTransit() && !(bicycle && mode == TravelMode.BIKE));
    }
    return new Span(
        at,
        arriveBy,
        modes,
        traveller,
        PlanQuestion.limits(parameters, 0),
        parameters.truth("charges", true));
  }

  private static List<Integer> minutes(Parameters parameters) {
    List<String> texts = parameters.commaList("minutes");
    List<Integer> minutes = new ArrayList<>();
    for (String text : texts.isEmpty() ? USUAL : texts) {
      if (!text.matches("\\d{1,3}")
          || Integer.parseInt(text) < 1
          || Integer.parseInt(text) > MOST_MINUTES) {
        throw noMinutes(text);
      }
      minutes.add(Integer.parseInt(text));
    }
    if (minutes.size() > MOST_TIMES) {
      throw noMinutes(String.join(",", texts));
    }
    return minutes;
  }

  private static ProblemException noMinutes(String text) {
    return new ProblemException(
        Problem.parameter("invalid_minutes", "minutes", text, MOST_TIMES, MOST_MINUTES));
  }
}
