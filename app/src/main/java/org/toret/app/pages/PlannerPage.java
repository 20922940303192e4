package org.toret.app.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.toret.app.ask.PlanQuestion;
import org.toret.app.ask.Problem;
import org.toret.app.ask.ProblemException;
import org.toret.app.pages.frame.Address;
import org.toret.app.pages.frame.Frame;
import org.toret.app.pages.frame.Words;
import org.toret.app.pages.need.NeedChips;
import org.toret.app.pages.plan.FormWriter;
import org.toret.app.pages.plan.PlanWriter;
import org.toret.app.pages.plan.Question;
import org.toret.app.search.FoundPlace;
import org.toret.base.geo.BoundingBox;
import org.toret.base.outcome.Outcome;
import org.toret.mobility.plan.PlanAnswer;

/// `/`: the planner. `/fragments/plan` is the same answer without the page around it, for script.
@RestController
final class PlannerPage {

  private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=utf-8");
  private static final Pattern STOP_ID = Pattern.compile("[\\w.-]+:\\S+");

  private final PagePress press;
  private final PageSource source;
  private final Clock clock;

  PlannerPage(PagePress press, PageSource source, Clock clock) {
    this.press = press;
    this.source = source;
    this.clock = clock;
  }

  @GetMapping("/")
  ResponseEntity<String> planner(HttpServletRequest request) {
    Address address = Address.of(request.getParameterMap());
    if (address.on("swap")) {
      return seeOther(swapped(address).href("/"));
    }
    Frame frame = press.frame(request);
    return press.page(frame, "planner.jte", values(frame, address));
  }

  @GetMapping("/fragments/plan")
  ResponseEntity<String> fragment(HttpServletRequest request) {
    Frame frame = press.frame(request);
    Map<String, Object> values = values(frame, Address.of(request.getParameterMap()));
    values.keySet().retainAll(List.of("plan", "problem"));
    return press.page(frame, "part/plan.jte", values);
  }

  /// How a point that was picked on the map is called, as plain text; the point itself where there
  /// is nothing near that has a name.
  @GetMapping("/fragments/name")
  ResponseEntity<String> name(@RequestParam String point, HttpServletRequest request) {
    return ResponseEntity.ok()
        .contentType(TEXT)
        .body(pointName(point, press.frame(request).words()));
  }

  private Map<String, Object> values(Frame frame, Address address) {
    CityFacts city = source.city();
    Instant now = clock.instant();
    var question =
        new Question(
            address,
            end(address, "from", frame.words()),
            end(address, "to", frame.words()),
            address.all("via").stream().map(text -> understood(text, "", frame.words())).toList());
    var form =
        new FormWriter(frame.words(), city.zone(), city.modes(), city.fares(), city.regimes());
    Map<String, Object> values = new HashMap<>();
    values.put("form", form.write(question, now));
    values.put("bounds", bounds(city.bounds()));
    answer(question, now, city, frame.words(), values);
    return values;
  }

  private void answer(
      Question question, Instant now, CityFacts city, Words words, Map<String, Object> values) {
    boolean sent = question.address().find("when").isPresent();
    if (question.isHalf() && !sent) {
      return;
    }
    Optional<Instant> at = question.at(now, city.zone());
    if (at.isEmpty()) {
      values.put("problem", words.of("ask.badTime", question.address().text("at")));
    } else if (!question.isComplete()) {
      values.put("problem", incomplete(question, words));
    } else {
      try {
        var setting = new PlanQuestion.Setting(now, city.zone(), city.modes(), words.language());
        planned(question, question.ask(at.get(), setting), city, words, values);
      } catch (ProblemException e) {
        Problem problem = e.problem();
        values.put("problem", words.of("problem." + problem.kind(), problem.args().toArray()));
      }
    }
  }

  private void planned(
      Question question,
      PlanQuestion asked,
      CityFacts city,
      Words words,
      Map<String, Object> values) {
    switch (source.plan(asked.request())) {
      case Outcome.Done<PlanAnswer>(PlanAnswer answer) -> {
        var chips = new NeedChips(words, city.fares(), city.regimes());
        var writer = new PlanWriter(words, question, chips.write(question.address()));
        values.put("plan", writer.write(answer.and(asked.notices())));
      }
      case Outcome.Refused<PlanAnswer>(String code, List<String> args) ->
          values.put("problem", words.of("refused." + code, args.toArray()));
    }
  }

  private static String incomplete(Question question, Words words) {
    if (question.from().isUnknown()) {
      return words.of("ask.unknown", question.from().text());
    }
    return Stream.concat(Stream.of(question.to()), question.via().stream())
        .filter(Question.End::isUnknown)
        .findFirst()
        .map(end -> words.of("ask.unknown", end.text()))
        .orElseGet(() -> words.of("ask.missing"));
  }

  /// What an end's parameters mean: what the form already knew under this name, a point, a stop, or
  /// else whatever the search finds first.
  private Question.End end(Address address, String name, Words words) {
    String text = address.text(name);
    String called = address.text(name + "Name");
    String known = address.text(name + "At");
    if (!known.isEmpty() && text.equals(called)) {
      return new Question.End(text, known);
    }
    return understood(text, called, words);
  }

  private Question.End understood(String text, String called, Words words) {
    if (Question.point(text).isPresent() || STOP_ID.matcher(text).matches()) {
      return new Question.End(called.isEmpty() ? nameOf(text, words) : called, text);
    }
    return text.isEmpty() ? new Question.End("", "") : found(text);
  }

  private String nameOf(String value, Words words) {
    return Question.point(value).isPresent()
        ? pointName(value, words)
        : source.board(value, clock.instant(), 0, "").map(board -> board.name()).orElse(value);
  }

  private String pointName(String value, Words words) {
    return Question.point(value)
        .flatMap(point -> source.nameNear(point, words.language()))
        .map(name -> words.of("place.near", name))
        .orElse(value);
  }

  private Question.End found(String text) {
    return source.search(text, 1).stream()
        .findFirst()
        .map(place -> new Question.End(place.name(), value(place)))
        .orElse(new Question.End(text, ""));
  }

  private static String value(FoundPlace place) {
    return place.id().isEmpty()
        ? String.format(Locale.ROOT, "%.5f,%.5f", place.lat(), place.lon())
        : place.id();
  }

  private static String bounds(BoundingBox box) {
    return String.format(
        Locale.ROOT, "%.5f,%.5f,%.5f,%.5f", box.west(), box.south(), box.east(), box.north());
  }

  private static Address swapped(Address address) {
    Address swapped = address.with("swap", "").reversed("via");
    for (String part : List.of("", "Name", "At")) {
      swapped =
          swapped
              .with("from" + part, address.text("to" + part))
              .with("to" + part, address.text("from" + part));
    }
    return swapped;
  }

  private static ResponseEntity<String> seeOther(String place) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(place)).build();
  }
}
