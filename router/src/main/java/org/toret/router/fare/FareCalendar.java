package org.toret.router.fare;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.toret.base.notice.Notices;
import org.toret.base.rules.RuleBook;
import org.toret.base.rules.RuleFiles;
import org.toret.base.rules.RuleTable;
import org.toret.network.City;
import org.toret.network.fare.FareRules;
import org.toret.network.timetable.Timetable;
import org.toret.router.fare.term.ExtensionCompiler;
import org.toret.router.fare.term.FareExtension;
import org.toret.router.fare.term.FareNames;
import org.toret.router.fare.term.FareTerms;
import org.toret.router.fare.term.LineMeasures;

/// The fare engine of each day: the rules of the feeds with the price lists, terms of tickets and
/// passes of the rule tables that are in force ([FareTerms]). Days with the same rows share one
/// engine, so that a year costs as much as its price lists. Thread-safe.
public final class FareCalendar {

  private final FareEngine plain;
  private final FareRules rules;
  private final FareNames names;
  private final LineMeasures measures;
  private final RuleBook book;
  private final ZoneId zone;
  private final Map<FareTerms, FareEngine> engines = new ConcurrentHashMap<>();

  /// The day asked for last: an answer asks for the same one for every journey.
  private final AtomicReference<@Nullable Asked> lastAsked = new AtomicReference<>();

  private record Asked(LocalDate day, FareEngine engine) {}

  /// The calendar of a city.
  ///
  /// @param plain the engine of its rules without terms
  public static FareCalendar of(City city, FareEngine plain, RuleBook book) {
    return of(city.timetable(), city.fares(), plain, book, city.info().zone());
  }

  /// The same for a timetable of what is true now, which has the rows of this one: what a line
  /// costs does not depend on where it is led today. Anew only where there are more stops or lines.
  public FareCalendar with(City now, FareEngine engine) {
    boolean same =
        engine == plain
            && now.timetable().stops().ids() == names.stopIds()
            && now.timetable().routes().feeds() == names.routeFeeds();
    return same ? this : of(now, engine, book);
  }

  /// The calendar of a timetable.
  ///
  /// @param plain the engine of the rules without terms
  /// @param zone in which days are meant
  public static FareCalendar of(
      Timetable timetable, FareRules rules, FareEngine plain, RuleBook book, ZoneId zone) {
    return new FareCalendar(
        plain, rules, FareNames.of(timetable), LineMeasures.of(timetable), book, zone);
  }

  /// @param zone of the city, in which days are meant
  FareCalendar(
      FareEngine plain,
      FareRules rules,
      FareNames names,
      LineMeasures measures,
      RuleBook book,
      ZoneId zone) {
    this.measures = measures;
    this.plain = plain;
    this.rules = rules;
    this.names = names;
    this.book = book;
    this.zone = zone;
  }

  /// The terms that come with the program.
  public static List<RuleTable> tables() {
    return RuleFiles.resources(
        FareCalendar.class,
        "fare-term@2023-10-01.csv",
        "fare-pass@2023-10-01.csv",
        "fare-carnet@2023-10-01.csv");
  }

  /// The engine of the day on which a moment lies.
  public FareEngine on(long epochSeconds) {
    return on(Instant.ofEpochSecond(epochSeconds).atZone(zone).toLocalDate());
  }

  /// The engine of a day.
  public FareEngine on(LocalDate day) {
    Asked last = lastAsked.get();
    if (last != null && last.day().equals(day)) {
      return last.engine();
    }
    FareEngine engine = find(day);
    lastAsked.set(new Asked(day, engine));
    return engine;
  }

  private FareEngine find(LocalDate day) {
    FareTerms terms = FareTerms.of(book, day);
    return terms.isEmpty()
        ? plain
        : engines.computeIfAbsent(terms, rows -> new FareEngine(compiled(rows, new Notices())));
  }

  /// What of the terms of a day cannot be bound to the feeds.
  public Notices check(LocalDate day) {
    Notices notices = new Notices();
    var _ = compiled(FareTerms.of(book, day), notices);
    return notices;
  }

  private FareExtension compiled(FareTerms terms, Notices notices) {
    return new ExtensionCompiler(rules, names, measures, notices).compile(terms);
  }
}
