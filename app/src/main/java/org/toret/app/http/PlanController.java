package org.toret.app.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.toret.app.answer.PlanView;
import org.toret.app.ask.PlanQuestion;
import org.toret.app.ask.Refusals;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.OpenCity;
import org.toret.base.notice.Messages;
import org.toret.mobility.plan.PlanAnswer;

/// `GET /api/v1/plan`: how to get from one place to another.
@RestController
public final class PlanController {

  private final CityHolder holder;
  private final Clock clock;
  private final Messages messages;

  public PlanController(CityHolder holder, Clock clock, Messages messages) {
    this.holder = holder;
    this.clock = clock;
    this.messages = messages;
  }

  @GetMapping("/api/v1/plan")
  ResponseEntity<PlanView> plan(HttpServletRequest request) {
    OpenCity city = holder.get();
    Locale locale = Asker.locale(request);
    var setting =
        new PlanQuestion.Setting(
            clock.instant(), city.zone(), city.offeredModes(), locale.getLanguage());
    PlanQuestion question = PlanQuestion.read(Asker.parameters(request), setting);
    PlanAnswer answer = Refusals.orThrow(city.planner().plan(question.request()));
    return Answers.fresh(locale, PlanView.of(answer, question.notices(), messages, locale));
  }
}
