package org.toret.app.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.toret.app.answer.MatrixView;
import org.toret.app.answer.ReachView;
import org.toret.app.ask.MatrixQuestion;
import org.toret.app.ask.PlanQuestion;
import org.toret.app.ask.Problem;
import org.toret.app.ask.ProblemException;
import org.toret.app.ask.ReachQuestion;
import org.toret.app.ask.Refusals;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.OpenCity;
import org.toret.base.notice.Messages;
import org.toret.mobility.reach.MatrixAnswer;
import org.toret.mobility.reach.MatrixRequest;
import org.toret.mobility.reach.ReachAnswer;
import org.toret.mobility.reach.Span;

/// `GET /api/v1/reach` and `POST /api/v1/matrix`: questions without a destination, or with many.
@RestController
public final class ReachController {

  private static final int MAX_KILOBYTES = 256;

  private final CityHolder holder;
  private final Clock clock;
  private final Messages messages;

  public ReachController(CityHolder holder, Clock clock, Messages messages) {
    this.holder = holder;
    this.clock = clock;
    this.messages = messages;
  }

  @GetMapping("/api/v1/reach")
  ResponseEntity<ReachView> reach(HttpServletRequest request) {
    OpenCity city = holder.get();
    Locale locale = Asker.locale(request);
    ReachQuestion question = ReachQuestion.read(Asker.parameters(request), setting(city, locale));
    Span span = question.request().span();
    ReachAnswer answer =
        Refusals.orThrow(city.reach(span).reach(question.request(), city.known(clock.instant())));
    var told = new ReachView.Setting(span.at(), city.zone(), span.arriveBy(), city.imageHash());
    return Answers.fresh(locale, ReachView.of(answer, told, question.notices(), messages, locale));
  }

  @PostMapping("/api/v1/matrix")
  ResponseEntity<MatrixView> matrix(HttpServletRequest request) throws IOException {
    OpenCity city = holder.get();
    Locale locale = Asker.locale(request);
    byte[] body = request.getInputStream().readNBytes((MAX_KILOBYTES << 10) + 1);
    if (body.length > MAX_KILOBYTES << 10) {
      throw new ProblemException(Problem.of("body_too_large", 413, MAX_KILOBYTES));
    }
    MatrixQuestion question = MatrixQuestion.read(body, setting(city, locale));
    MatrixRequest asked = question.request();
    MatrixAnswer answer =
        Refusals.orThrow(city.matrix(asked.span()).matrix(asked, city.known(clock.instant())));
    var told =
        new MatrixView.Setting(
            asked.span().at(),
            city.zone(),
            asked.windowMinutes(),
            asked.maxMinutes(),
            city.imageHash());
    return Answers.fresh(locale, MatrixView.of(answer, told, question.notices(), messages, locale));
  }

  private PlanQuestion.Setting setting(OpenCity city, Locale locale) {
    return new PlanQuestion.Setting(
        clock.instant(), city.zone(), city.offeredModes(), locale.getLanguage());
  }
}
