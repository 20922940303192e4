package org.toret.app.pages.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.toret.app.pages.frame.Address;
import org.toret.app.pages.frame.Formats;
import org.toret.app.pages.frame.Json;
import org.toret.app.pages.frame.Words;
import org.toret.app.pages.need.NeedChips;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Severity;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.NoticeScope;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.Spot;

/// Puts an answer of the planner into the words, bars and pictures of its page.
public final class PlanWriter {

  private static final List<String> ORDERS =
      List.of("arrival", "departure", "time", "fare", "energy", "emissions");

  private static final List<String> OWN_CAR = List.of("car", "lift");
  private static final String MATTERS = "matters";

  private final Words words;
  private final Formats formats;
  private final Question question;
  private final Address address;
  private final Weights weights;
  private final List<NeedChips.Chip> chips;

  public PlanWriter(Words words, Question question) {
    this(words, question, List.of());
  }

  /// @param chips what the question asks that others would not
  public PlanWriter(Words words, Question question, List<NeedChips.Chip> chips) {
    this.chips = List.copyOf(chips);
    this.words = words;
    this.formats = new Formats(words.locale());
    this.question = question;
    this.address = question.address();
    this.weights = Weights.of(address);
  }

  /// The whole answer, in the order the address asks for. What goes by the reader's own car stands
  /// apart, behind what everybody can take, unless the car was asked for or is all there is.
  public PlanView write(PlanAnswer answer) {
    boolean apart =
        !question.asksForCar() && !answer.alternatives().stream().allMatch(PlanWriter::isCar);
    List<Alternative> all = inOrder(answer.alternatives(), usualOrder(answer), apart);
    List<Measure> measures = Measure.all(formats, Measure.currency(all));
    List<List<Alternative>> ways = Ways.of(all);
    List<Alternative> leading = ways.stream().map(List::getFirst).toList();
    List<AlternativeView> written =
        new WayWriter(words, measures, ways, apart ? PlanWriter::isCar : a -> false)
            .write(
                new AlternativeWriter(
                    words, all, answer.at().toLocalDate(), wantsLate(answer), answer.notices()));
    String sort = sort(answer);
    Trade trade = leading.size() > 1 ? trade(measures, leading, written) : null;
    int together = apart ? (int) leading.stream().filter(a -> !isCar(a)).count() : leading.size();
    return new PlanView(
        end(answer.from(), question.from()),
        end(answer.to(), question.to()),
        asked(answer),
        summary(leading.size(), all.size()),
        when(answer),
        chips,
        groups(leading),
        sorts(sort),
        address.text("group"),
        sorted(written, sort, apart),
        together,
        trade,
        matters(),
        address.entriesBut(name -> name.startsWith("weight") || name.equals("sort")),
        page(answer.previous()),
        page(answer.next()),
        notes(answer),
        drawn(all));
  }

  private List<AlternativeView> sorted(List<AlternativeView> written, String by, boolean apart) {
    return written.stream()
        .sorted(
            Comparator.<AlternativeView, Boolean>comparing(a -> apart && needsCar(a.group()))
                .thenComparingDouble(a -> key(a, by)))
        .toList();
  }

  /// What the address asks for: a cost, what matters to the reader, else the usual order.
  private String sort(PlanAnswer answer) {
    String asked = address.text("sort");
    if (ORDERS.contains(asked)) {
      return asked;
    }
    return weights.any() ? MATTERS : usualOrder(answer);
  }

  private Trade trade(
      List<Measure> measures, List<Alternative> leading, List<AlternativeView> written) {
    List<String> chosen = address.list("plane");
    boolean two =
        chosen.size() == 2
            && Measure.KINDS.containsAll(chosen)
            && !chosen.getFirst().equals(chosen.getLast());
    return new TradeWriter(words, measures, leading, written)
        .write(two ? chosen.getFirst() : "time", two ? chosen.getLast() : "emissions");
  }

  private List<PlanView.Matter> matters() {
    return Measure.KINDS.stream()
        .map(kind ->
            new PlanView.Matter(
                kind,
                "weight" + kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1),
                words.of("matter." + kind),
                weights.of(kind),
                words.of("matter.much." + weights.of(kind))))
        .toList();
  }

  private String asked(PlanAnswer answer) {
    List<String> places = new ArrayList<>();
    places.add(end(answer.from(), question.from()).name());
    question.via().forEach(via -> places.add(via.text()));
    places.add(end(answer.to(), question.to()).name());
    return String.join(" → ", places);
  }

  /// Who may leave any time wants to be there early; who must be there wants to leave late.
  private String usualOrder(PlanAnswer answer) {
    return wantsLate(answer) ? "departure" : "arrival";
  }

  private boolean wantsLate(PlanAnswer answer) {
    return arriveBy()
        && answer.notices().stream().noneMatch(note -> note.code().equals("arrival_too_late"));
  }

  private boolean arriveBy() {
    return question.when().equals("arrive");
  }

  /// The alternatives are numbered in the usual order, and keep their numbers in any other.
  private List<Alternative> inOrder(List<Alternative> alternatives, String by, boolean apart) {
    return alternatives.stream()
        .sorted(
            Comparator.<Alternative, Boolean>comparing(a -> apart && isCar(a))
                .thenComparingLong(a -> usualKey(a, by))
                .thenComparingLong(a -> a.costs().time().seconds()))
        .toList();
  }

  private static long usualKey(Alternative alternative, String by) {
    return by.equals("arrival")
        ? alternative.arrival().toEpochSecond()
        : -alternative.departure().toEpochSecond();
  }

  private static boolean isCar(Alternative alternative) {
    return needsCar(alternative.group());
  }

  private double key(AlternativeView view, String by) {
    AlternativeView.Order order = view.order();
    String value =
        switch (by) {
          case "arrival" -> order.arrival();
          case "time" -> order.time();
          case "fare" -> order.fare();
          case "energy" -> order.energy();
          case "emissions" -> order.emissions();
          default -> order.departure();
        };
    if (by.equals(MATTERS)) {
      return weights.sum(view.losses());
    }
    return value.isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(value);
  }

  private static PlanView.End end(Spot spot, Question.End asked) {
    boolean named = !asked.text().isEmpty() && !asked.text().equals(asked.value());
    String point = String.format(Locale.ROOT, "%.5f,%.5f", spot.lat(), spot.lon());
    String name = spot.name().isEmpty() ? point : spot.name();
    return new PlanView.End(named ? asked.text() : name, asked.value(), point);
  }

  /// How many ways there are to choose from, each on a card of its own, and how many departures of
  /// them where some go several times.
  private String summary(int ways, int departures) {
    if (ways == 0) {
      return words.of("plan.none");
    }
    return ways == departures
        ? words.count("plan.found", ways)
        : words.of("plan.found.ways", formats.number(ways), formats.number(departures));
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
    choices.add(group("", words.of("plan.all", alternatives.size())));
    counts.forEach((group, count) ->
        choices.add(
            group(group, AlternativeWriter.group(words, group) + " " + formats.number(count))));
    return choices;
  }

  private List<PlanView.Choice> sorts(String chosen) {
    List<PlanView.Choice> sorts = new ArrayList<>();
    for (String order : ORDERS) {
      String label = words.of("plan.sort." + order);
      String href = address.with("sort", order).href("/");
      sorts.add(new PlanView.Choice(order, label, "", href, order.equals(chosen)));
    }
    String mine = address.with("sort", "").href("/");
    String label = words.of("plan.sort." + MATTERS);
    sorts.add(new PlanView.Choice(MATTERS, label, "options", mine, chosen.equals(MATTERS)));
    return sorts;
  }

  private PlanView.Choice group(String group, String label) {
    boolean chosen = address.text("group").equals(group);
    String href = address.with("group", group).href("/");
    return new PlanView.Choice(group, label, group.isEmpty() ? "" : icon(group), href, chosen);
  }

  /// Whether only those go so who have a car, or somebody who drives them.
  private static boolean needsCar(String group) {
    return OWN_CAR.contains(group.split("\\+")[0]);
  }

  private static String icon(String group) {
    return switch (group.split("\\+")[0]) {
      case "walk" -> "walk";
      case "bike" -> "bike";
      case "ebike" -> "ebike";
      case "car", "lift" -> "car";
      case "shared" -> "shared";
      case "taxi" -> "taxi";
      default -> "bus";
    };
  }

  private String page(@Nullable String token) {
    return token == null ? "" : address.with("page", token).href("/");
  }

  private List<PlanView.Note> notes(PlanAnswer answer) {
    List<PlanView.Note> notes = new ArrayList<>();
    NoticeScope scope = new NoticeScope(answer.notices());
    answer.notices().stream()
        .filter(notice ->
            !NoticeScope.isOfSome(notice)
                || answer.alternatives().stream().noneMatch(way -> scope.concerns(notice, way)))
        .forEach(notice -> notes.add(new PlanView.Note(words.of(notice), comesFirst(notice))));
    if (answer.pareto().truncated()) {
      String cuts =
          answer.pareto().cuts().stream()
              .map(cut -> words.of("plan.cut." + cut.what(), cut.count()))
              .collect(Collectors.joining("; "));
      notes.add(new PlanView.Note(words.of("plan.truncated", cuts), true));
    }
    int more = answer.pareto().found() - answer.pareto().returned();
    if (more > 0) {
      var all =
          new PlanView.Link(words.of("plan.showAll"), address.with("alternatives", "0").href("/"));
      notes.add(new PlanView.Note(words.count("plan.more", more), false, all));
    }
    return notes;
  }

  /// What keeps a car out is the reason why there is none to be seen, where there is none.
  private static boolean comesFirst(Notice notice) {
    return notice.severity() != Severity.INFO || NoticeScope.isOfCars(notice);
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
