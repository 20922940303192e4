package org.toret.app.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.toret.app.answer.PlanView;
import org.toret.app.answer.ReasonTexts;
import org.toret.app.ask.Parameters;
import org.toret.app.ask.PlanQuestion;
import org.toret.app.ask.ProblemException;
import org.toret.app.ask.Refusals;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.OpenCity;
import org.toret.app.live.LiveDesk;
import org.toret.app.live.RecordedMessages;
import org.toret.app.serve.CityClock;
import org.toret.app.texts.Texts;
import org.toret.base.notice.Messages;
import org.toret.base.outcome.Outcome;
import org.toret.mobility.plan.PlanAnswer;
import tools.jackson.databind.ObjectWriter;

/// `./toret plan`: one question on the terminal. Every parameter of `GET /api/v1/plan` is an option
/// of the same name in kebab-case.
final class PlanCommand {

  private static final Set<String> VALUED =
      Set.of(
          "data",
          "state",
          "clock",
          "from",
          "to",
          "via",
          "aboard",
          "at",
          "window",
          "page",
          "modes",
          "vehicle",
          "persons",
          "holds",
          "spent",
          "rider",
          "media",
          "permits",
          "stay",
          "max-transfers",
          "max-walk",
          "max-bike",
          "walk-speed",
          "bike-speed",
          "max-stress",
          "live",
          "alternatives",
          "criteria");
  private static final Set<String> SWITCHES =
      Set.of(
          "json", "arrive-by", "wheelchair", "avoid-stairs", "luggage", "bike-on-board", "carnets");
  private static final Set<String> OWN = Set.of("data", "state", "clock", "json");

  private final Terminal terminal;
  private final Clock real;

  PlanCommand(Terminal terminal, Clock real) {
    this.terminal = terminal;
    this.real = real;
  }

  int run(List<String> words) {
    Options options = Options.parse(words, new Options.Known(VALUED, SWITCHES));
    if (!options.rest().isEmpty()) {
      throw new UsageException("usage_superfluous", options.rest().getFirst());
    }
    options.require("from");
    options.require("to");
    Messages messages = Texts.load();
    CityClock clock = ClockOption.of(options, real);
    return switch (Opening.at(Places.of(options, terminal), messages, terminal, real)) {
      case Outcome.Done<OpenCity>(OpenCity city) -> {
        clock.settle(city.zone());
        try (city) {
          yield answered(options, lived(city, clock), clock, messages);
        }
      }
      case Outcome.Refused<OpenCity> refused -> {
        terminal.err().println(Texts.of(messages, terminal.locale(), refused));
        yield 1;
      }
    };
  }

  /// At a chosen time, with the recorded messages of that time.
  private static OpenCity lived(OpenCity city, CityClock clock) {
    if (!clock.isChosen()) {
      return city;
    }
    CityHolder holder = new CityHolder();
    holder.swap(city);
    LiveDesk desk = new LiveDesk(holder, clock);
    RecordedMessages.replay(city.inputs().folder(), clock.instant(), desk);
    return holder.get();
  }

  private int answered(Options options, OpenCity city, Clock clock, Messages messages) {
    try {
      var setting =
          new PlanQuestion.Setting(
              clock.instant(), city.zone(), city.offeredModes(), terminal.locale().getLanguage());
      PlanQuestion question = PlanQuestion.read(new Parameters(parameters(options)), setting);
      PlanAnswer answer =
          Refusals.orThrow(city.plan(question.request(), city.known(clock.instant())));
      PlanView view = PlanView.of(answer, question.notices(), messages, terminal.locale());
      if (options.has("json")) {
        ObjectWriter writer = new ReasonTexts(messages).writer(terminal.locale());
        terminal.out().println(writer.withDefaultPrettyPrinter().writeValueAsString(view));
      } else {
        new PlanTable(terminal).print(view);
      }
      return view.alternatives().isEmpty() ? 1 : 0;
    } catch (ProblemException e) {
      terminal.err().println(e.problem().detail(messages, terminal.locale()));
      return e.problem().parameter() == null ? 1 : 2;
    }
  }

  /// The options that are parameters, under the names those have over HTTP.
  static Map<String, List<String>> parameters(Options options) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    options
        .values()
        .forEach((name, values) -> {
          if (!OWN.contains(name)) {
            parameters.put(camelCase(name), new ArrayList<>(values));
          }
        });
    return parameters;
  }

  private static String camelCase(String kebab) {
    StringBuilder camel = new StringBuilder();
    for (String word : kebab.split("-")) {
      boolean first = camel.isEmpty();
      camel.append(first ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return camel.toString();
  }
}
