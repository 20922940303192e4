package org.toret.app.pages.plan;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.toret.app.pages.frame.Formats;
import org.toret.app.pages.frame.Words;
import org.toret.base.notice.Notice;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.NoticeScope;
import org.toret.mobility.plan.TravelMode;

/// Puts single alternatives into words and bars.
final class AlternativeWriter {

  private final Words words;
  private final Formats formats;
  private final CostWriter costs;
  private final LegWriter legs;
  private final ReliabilityWriter reliability;
  private final LocalDate day;
  private final boolean arriveBy;
  private final NoticeScope scope;

  /// What stands beside an alternative because of the others.
  ///
  /// @param number of its way
  /// @param anchor of itself
  record Beside(int number, String anchor, List<String> praise, String versus, Losses losses) {}

  /// @param notices of the answer
  AlternativeWriter(
      Words words,
      List<Alternative> alternatives,
      LocalDate day,
      boolean arriveBy,
      List<Notice> notices) {
    this.scope = new NoticeScope(notices);
    this.words = words;
    this.formats = new Formats(words.locale());
    this.costs = new CostWriter(words, alternatives);
    this.legs = new LegWriter(words, costs);
    this.reliability = new ReliabilityWriter(words);
    this.day = day;
    this.arriveBy = arriveBy;
  }

  AlternativeView write(Alternative alternative, Beside beside) {
    List<CostView> written = costs.write(alternative);
    return new AlternativeView(
        beside.number(),
        beside.anchor(),
        alternative.id(),
        alternative.group(),
        label(alternative),
        icon(alternative),
        formats.clock(alternative.departure()),
        formats.clock(alternative.arrival()),
        days(alternative),
        transfers(alternative),
        alternative.legs().stream().map(legs::part).toList(),
        written,
        beside.praise().stream().map(words::of).toList(),
        beside.versus(),
        spoken(alternative, written.getFirst()),
        spokenCosts(alternative, written),
        order(alternative),
        beside.losses(),
        alternative.legs().stream().map(legs::write).toList(),
        reliability.write(alternative),
        notes(alternative),
        List.of());
  }

  /// What is said of it alone, what must be known before one sets out first: how it is booked, what
  /// keeps its car out.
  private List<AlternativeView.Note> notes(Alternative alternative) {
    List<AlternativeView.Note> notes = new ArrayList<>();
    for (Leg leg : alternative.legs()) {
      if (leg.booking() != null) {
        notes.add(new AlternativeView.Note(legs.booked(leg, leg.booking()), true));
      }
    }
    scope.notices().stream()
        .filter(notice -> scope.concerns(notice, alternative))
        .sorted(Comparator.comparing(notice -> !NoticeScope.isOfCars(notice)))
        .forEach(notice ->
            notes.add(new AlternativeView.Note(words.of(notice), NoticeScope.isOfCars(notice))));
    return notes.stream().distinct().toList();
  }

  /// Its group in words; what carries only when it is booked is no taxi.
  private String label(Alternative alternative) {
    boolean taxi =
        alternative.legs().stream()
            .anyMatch(leg -> leg.mode() == TravelMode.TAXI && leg.booking() == null);
    String label = group(words, alternative.group());
    return taxi ? label : label.replace(words.of("group.taxi"), words.of("mode.ondemand"));
  }

  /// A group in words, as in "Car + Public transport".
  static String group(Words words, String group) {
    List<String> parts = new ArrayList<>();
    for (String part : group.split("\\+")) {
      parts.add(words.of("group." + part));
    }
    return String.join(" + ", parts);
  }

  /// The drawing of what is ridden longest; walking only where there is nothing else.
  private static String icon(Alternative alternative) {
    return alternative.legs().stream()
        .filter(leg -> leg.mode() != TravelMode.WALK)
        .max(Comparator.comparing(leg -> Duration.between(leg.departure(), leg.arrival())))
        .map(leg -> Modes.icon(leg.mode()))
        .orElse("walk");
  }

  private String spoken(Alternative alternative, CostView time) {
    return words.of(
        "plan.spoken",
        formats.clock(alternative.departure()),
        formats.clock(alternative.arrival()),
        time.value());
  }

  private String spokenCosts(Alternative alternative, List<CostView> written) {
    String ridden =
        alternative.legs().stream()
            .filter(leg -> leg.mode() != TravelMode.WALK || alternative.legs().size() == 1)
            .map(this::vehicle)
            .collect(Collectors.joining(" + "));
    String all = written.stream().map(this::told).collect(Collectors.joining(" · "));
    return words.of(
        "trade.point",
        formats.clock(alternative.departure()),
        formats.clock(alternative.arrival()),
        ridden,
        all);
  }

  private String told(CostView cost) {
    boolean known = cost.known() || cost.least().isEmpty();
    String value = known ? cost.value() : cost.least();
    boolean plain = cost.known() && !cost.kind().equals("emissions");
    return plain ? value : words.of("cost." + cost.kind()) + " " + value;
  }

  private String vehicle(Leg leg) {
    String mode = words.of("mode." + leg.mode().id());
    return leg.transit() == null ? mode : mode + " " + leg.transit().route().name();
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

  private String days(Alternative alternative) {
    long later = ChronoUnit.DAYS.between(day, alternative.arrival().toLocalDate());
    return later == 0 ? "" : formats.shortDay(alternative.arrival().toLocalDate());
  }

  private AlternativeView.Order order(Alternative alternative) {
    long departure = alternative.departure().toEpochSecond();
    return new AlternativeView.Order(
        String.valueOf(alternative.arrival().toEpochSecond()),
        String.valueOf(arriveBy ? -departure : departure),
        String.valueOf(alternative.costs().time().seconds()),
        text(alternative.costs().fare().cents()),
        text(alternative.costs().energy().wattHours()),
        text(alternative.costs().emissions().gramsCO2e()));
  }

  private static String text(@Nullable Integer known) {
    return known == null ? "" : known.toString();
  }
}
