package org.toret.app.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.toret.app.answer.AgainView;
import org.toret.app.answer.PlanMeter;
import org.toret.app.answer.PlanView;
import org.toret.app.answer.ReasonTexts;
import org.toret.app.ask.PlanQuestion;
import org.toret.app.ask.Problem;
import org.toret.app.ask.ProblemException;
import org.toret.app.ask.Refusals;
import org.toret.app.keep.Again;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.OpenCity;
import org.toret.base.notice.Messages;
import org.toret.base.outcome.Outcome;
import org.toret.mobility.plan.KnownNow;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.reliability.DelayWatch;

/// `GET /api/v1/plan`: how to get from one place to another.
@RestController
public final class PlanController {

  private final CityHolder holder;
  private final Clock clock;
  private final Messages messages;
  private final DelayWatch watch;
  private final ReasonTexts reasons;
  private final PlanMeter meter;

  public PlanController(
      CityHolder holder, Clock clock, Messages messages, DelayWatch watch, PlanMeter meter) {
    this.meter = meter;
    this.watch = watch;
    this.holder = holder;
    this.clock = clock;
    this.messages = messages;
    this.reasons = new ReasonTexts(messages);
  }

  @GetMapping(path = "/api/v1/plan", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> plan(HttpServletRequest request) {
    OpenCity city = holder.get();
    Locale locale = Asker.locale(request);
    var setting =
        new PlanQuestion.Setting(
            clock.instant(), city.zone(), city.offeredModes(), locale.getLanguage());
    PlanQuestion question = PlanQuestion.read(Asker.parameters(request), setting);
    KnownNow now = city.known(clock.instant());
    PlanRequest asked = question.request();
    PlanAnswer answer = meter.count(Refusals.orThrow(city.plan(asked, now)));
    answer = city.outlook(asked.live(), watch, clock.instant()).of(answer, asked);
    PlanView view = PlanView.of(answer, question.notices(), messages, locale);
    return Answers.fresh(locale, reasons.writer(locale).writeValueAsBytes(view));
  }

  /// An alternative timed and priced again by the city of this moment.
  @GetMapping(path = "/api/v1/plan/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> again(@PathVariable String id, HttpServletRequest request) {
    OpenCity city = holder.get();
    Locale locale = Asker.locale(request);
    Instant now = clock.instant();
    Outcome<Again> outcome =
        city.again(id, locale.getLanguage(), city.known(now), now)
            .map(again ->
                again.with(city.outlook(true, watch, now).of(again.way(), locale.getLanguage())));
    return switch (outcome) {
      case Outcome.Done<Again>(Again again) ->
          Answers.fresh(
              locale,
              reasons
                  .writer(locale)
                  .writeValueAsBytes(AgainView.of(again, city.imageHash(), messages, locale)));
      case Outcome.Refused<Again>(String code, List<String> args) ->
          throw new ProblemException(broken(id, code, messages.text(locale, code, args)));
    };
  }

  private static Problem broken(String id, String code, String reason) {
    return code.equals("alternative_unreadable")
        ? Problem.of("alternative_unreadable", 404, id)
        : Problem.of("alternative_broken", 410, reason);
  }
}
