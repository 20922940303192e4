package org.toret.app.pages.plan;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toret.app.pages.frame.Address;
import org.toret.app.pages.frame.Formats;
import org.toret.app.pages.frame.Json;
import org.toret.app.pages.frame.Words;
import org.toret.base.notice.Severity;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.Spot;

/// Puts an answer of the planner into the words, bars and pictures of its page.
public final class PlanWriter {

  private static final List<String> ORDERS =
      List.of("arrival", "departure", "time", "fare", "energy", "emissions");

  private static final String OWN_CAR = "car";

  private final Words words;
  private final Formats formats;
  private final Question question;
  private final Address address;

  public PlanWriter(Words words, Question question) {
    this.words = words;
    this.formats = new Formats(words.locale());
    this.question = question;
    this.address = question.address();
  }

  /// The whole answer, in the order the address asks for. What goes by the reader's own car stands
  /// apart, behind what everybody can take, unless the car was asked for or is all there is.
  public PlanView write(PlanAnswer answer) {
    boolean apart =
        !question.asksForCar() && !answer.alternatives().stream().allMatch(PlanWriter::isCar);
    List<Alternative> all = inOrder(answer.alternatives(), usualOrder(), apart);
    String sort = ORDERS.contains(address.text("sort")) ? address.text("sort") : usualOrder();
    List<AlternativeView> written = new ArrayList<>(alternatives(all, answer));
    written.sort(
        Comparator.<AlternativeView, Boolean>comparing(a -> apart && a.group().equals(OWN_CAR))
            .thenComparingLong(a -> key(a.order(), sort)));
    int together = apart ? (int) all.stream().filter(a -> !isCar(a)).count() : all.size();
    return new PlanView(
        end(answer.from(), question.from()),
        end(answer.to(), question.to()),
        summary(answer),
        when(answer),
        groups(all),
        sorts(sort),
        address.text("group"),
        List.copyOf(written),
        together,
        written.size() > 1 ? new TradeWriter(words, all).write() : List.of(),
        page(answer.previous()),
        page(answer.next()),
        notes(answer),
        drawn(all));
  }

  /// Who may leave any time wants to be there early; who must be there wants to leave late.
  private String usualOrder() {
    return arriveBy() ? "departure" : "arrival";
  }

  private boolean arriveBy() {
    return question.when().equals("arrive");
  }

  /// The alternatives are numbered in the usual order, and keep their numbers in any other.
  private List<Alternative> inOrder(List<Alternative> alternatives, String by, boolean apart) {
    return alternatives.stream()
        .sorted(
            Comparator.<Alternative, Boolean>comparing(a -> apart && isCar(a))
                .thenComparingLong(a -> key(order(a), by))
                .thenComparingLong(a -> a.costs().time().seconds()))
        .toList();
  }

  private static boolean isCar(Alternative alternative) {
    return alternative.group().equals(OWN_CAR);
  }

  private List<AlternativeView> alternatives(List<Alternative> all, PlanAnswer answer) {
    CostWriter costs = new CostWriter(words, all);
    LegWriter legs = new LegWriter(words, costs);
    List<List<String>> praise = Praise.of(all);
    return IntStream.range(0, all.size())
        .mapToObj(i -> alternative(i, all.get(i), answer, costs, legs, praise.get(i)))
        .toList();
  }

  private AlternativeView alternative(
      int index,
      Alternative alternative,
      PlanAnswer answer,
      CostWriter costs,
      LegWriter legs,
      List<String> praise) {
    List<CostView> written = costs.write(alternative);
    List<String> best = praise.stream().map(words::of).toList();
    return new AlternativeView(
        index + 1,
        alternative.id(),
        alternative.group(),
        group(alternative.group()),
        formats.clock(alternative.departure()),
        formats.clock(alternative.arrival()),
        days(alternative, answer),
        transfers(alternative),
        alternative.legs().stream().map(legs::part).toList(),
        written,
        best,
        spoken(alternative, written.getFirst()),
        order(alternative),
        alternative.legs().stream().map(legs::write).toList());
  }

  private String spoken(Alternative alternative, CostView time) {
    return words.of(
        "plan.spoken",
        formats.clock(alternative.departure()),
        formats.clock(alternative.arrival()),
        time.value());
  }

  private String transfers(Alternative alternative) {
    boolean rides = alternative.legs().stream().anyMatch(leg -> leg.transit() != null);
    if (!rides) {
      return "";
    }
    return alternative.transfers() == 0
        ? words.of("plan.direct")
        : words.count("plan.transfers", alternative.transfers());
  }

  private String days(Alternative alternative, PlanAnswer answer) {
    long later =
        ChronoUnit.DAYS.between(answer.at().toLocalDate(), alternative.arrival().toLocalDate());
    return later == 0 ? "" : formats.shortDay(alternative.arrival().toLocalDate());
  }

  private AlternativeView.Order order(Alternative alternative) {
    long departure = alternative.departure().toEpochSecond();
    return new AlternativeView.Order(
        String.valueOf(alternative.arrival().toEpochSecond()),
        String.valueOf(arriveBy() ? -departure : departure),
        String.valueOf(alternative.costs().time().seconds()),
        text(alternative.costs().fare().cents()),
        text(alternative.costs().energy().wattHours()),
        text(alternative.costs().emissions().gramsCO2e()));
  }

  private static String text(@Nullable Integer known) {
    return known == null ? "" : known.toString();
  }

  private static long key(AlternativeView.Order order, String by) {
    String value =
        switch (by) {
          case "arrival" -> order.arrival();
          case "time" -> order.time();
          case "fare" -> order.fare();
          case "energy" -> order.energy();
          case "emissions" -> order.emissions();
          default -> order.departure();
        };
    return value.isEmpty() ? Long.MAX_VALUE : Long.parseLong(value);
  }

  private static PlanView.End end(Spot spot, Question.End asked) {
    boolean named = !asked.text().isEmpty() && !asked.text().equals(asked.value());
    String point = String.format(Locale.ROOT, "%.5f,%.5f", spot.lat(), spot.lon());
    return new PlanView.End(named ? asked.text() : spot.name(), asked.value(), point);
  }

  private String summary(PlanAnswer answer) {
    return answer.alternatives().isEmpty()
        ? words.of("plan.none")
        : words.count("plan.found", answer.alternatives().size());
  }

  private String when(PlanAnswer answer) {
    String day = formats.day(answer.at().toLocalDate());
    return words.of(
        arriveBy() ? "plan.arriveBy" : "plan.departAt", day, formats.clock(answer.at()));
  }

  private List<PlanView.Choice> groups(List<Alternative> alternatives) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    alternatives.forEach(alternative -> counts.merge(alternative.group(), 1, Integer::sum));
    List<PlanView.Choice> choices = new ArrayList<>();
    choices.add(choice("group", "", words.of("plan.all", alternatives.size()), ""));
    counts.forEach((group, count) ->
        choices.add(choice("group", group, group(group) + " " + formats.number(count), group)));
    return choices;
  }

  private List<PlanView.Choice> sorts(String chosen) {
    return ORDERS.stream()
        .map(order ->
            new PlanView.Choice(
                order,
                words.of("plan.sort." + order),
                address.with("sort", order).href("/"),
                order.equals(chosen)))
        .toList();
  }

  private PlanView.Choice choice(String parameter, String code, String label, String value) {
    boolean chosen = address.text(parameter).equals(value);
    return new PlanView.Choice(code, label, address.with(parameter, value).href("/"), chosen);
  }

  private String group(String group) {
    List<String> parts = new ArrayList<>();
    for (String part : group.split("\\+")) {
      parts.add(words.of("group." + part));
    }
    return String.join(" + ", parts);
  }

  private String page(@Nullable String token) {
    return token == null ? "" : address.with("page", token).href("/");
  }

  private List<PlanView.Note> notes(PlanAnswer answer) {
    List<PlanView.Note> notes = new ArrayList<>();
    Stream.concat(question.unheeded().stream(), answer.notices().stream())
        .forEach(notice ->
            notes.add(new PlanView.Note(words.of(notice), notice.severity() != Severity.INFO)));
    if (answer.pareto().truncated()) {
      notes.add(new PlanView.Note(words.of("plan.truncated"), true));
    }
    int more = answer.pareto().found() - answer.pareto().returned();
    if (more > 0) {
      var all =
          new PlanView.Link(words.of("plan.showAll"), address.with("alternatives", "0").href("/"));
      notes.add(new PlanView.Note(words.count("plan.more", more), false, all));
    }
    return notes;
  }

  private String drawn(List<Alternative> alternatives) {
    return Json.embed(
        alternatives.stream()
            .map(alternative ->
                Map.of(
                    "id", alternative.id(),
                    "legs", alternative.legs().stream().map(PlanWriter::drawn).toList()))
            .toList());
  }

  private static Map<String, String> drawn(Leg leg) {
    Leg.Transit ride = leg.transit();
    Paint paint = ride == null ? Paint.of(leg.mode()) : Paint.of(ride.route());
    return Map.of(
        "mode", leg.mode().id(),
        "colour", paint.colour(),
        "polyline", leg.polyline(),
        "from", leg.from().name(),
        "to", leg.to().name());
  }
}
