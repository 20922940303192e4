package org.toret.network.zone;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.toret.network.zone.CarBuild.Answer;

/// A value that depends on conditions, as OpenStreetMap's tags with `:conditional` write it (wiki,
/// *Conditional restrictions*): `value @ (condition); value @ (condition AND condition)`, as far as
/// cars are concerned. Of the clauses that hold, the last counts.
///
/// Read are months, weekdays, public holidays and times of day as in [OpeningHours], kinds of
/// vehicles and fuels, persons, and sizes where they are the same for all cars ([CarBuild]). A
/// clause with anything else (dates, sunrise, length of a stay) is not read.
public record ConditionalText(List<Clause> clauses) {

  private static final Set<String> CARS = Set.of("motorcar", "motor_vehicle", "vehicle", "car");
  private static final Set<String> OTHERS =
      Set.of(
          "hgv",
          "goods",
          "motorcycle",
          "moped",
          "motorhome",
          "caravan",
          "trailer",
          "coach",
          "tourist_bus",
          "bicycle",
          "agricultural");

  /// One value with its condition.
  ///
  /// @param text all of it, as written
  /// @param when for whom and when it holds, any of these; empty where for no car
  /// @param isRead whether all of it was understood
  public record Clause(String text, String value, List<AccessCondition> when, boolean isRead) {

    private boolean holds(CarUser car, LocalDateTime time, Predicate<LocalDate> holiday) {
      return !isRead || when.stream().anyMatch(one -> one.applies(car, time, holiday));
    }
  }

  public ConditionalText {
    clauses = List.copyOf(clauses);
  }

  /// Reads a text.
  ///
  /// @param permits what somebody must hold who is called by a word, such as `permit`; empty for a
  ///   word that does not mean a person
  public static ConditionalText parse(String text, Function<String, Optional<String>> permits) {
    List<Clause> clauses = new ArrayList<>();
    for (String part : outside(text, ';')) {
      if (!part.isBlank()) {
        clauses.add(clause(part.strip(), permits));
      }
    }
    return new ConditionalText(clauses);
  }

  /// The clause that counts: the last that holds, or that may, since it was not read.
  ///
  /// @param time city time
  /// @param holiday which days are public holidays
  public Optional<Clause> counting(CarUser car, LocalDateTime time, Predicate<LocalDate> holiday) {
    return clauses.reversed().stream()
        .filter(clause -> clause.holds(car, time, holiday))
        .findFirst();
  }

  /// The clauses that were not understood, as written.
  public List<String> unread() {
    return clauses.stream().filter(clause -> !clause.isRead()).map(Clause::text).toList();
  }

  private static Clause clause(String text, Function<String, Optional<String>> permits) {
    int at = text.indexOf('@');
    String value = (at < 0 ? text : text.substring(0, at)).strip();
    String when = at < 0 ? "" : text.substring(at + 1).strip();
    if (when.startsWith("(") && when.endsWith(")")) {
      when = when.substring(1, when.length() - 1).strip();
    }
    List<AccessCondition> found = List.of(AccessCondition.always(true));
    for (String term : when.isEmpty() ? new String[0] : when.split("(?i)\\s+AND\\s+")) {
      Optional<List<AccessCondition>> within = within(found, term.strip(), permits);
      if (within.isEmpty()) {
        return new Clause(text, value, List.of(), false);
      }
      found = within.get();
    }
    boolean isRead = at >= 0 || value.indexOf(' ') < 0;
    return new Clause(text, value, isRead ? found : List.of(), isRead);
  }

  /// What of some conditions is left where a term holds too; empty where it is not understood.
  private static Optional<List<AccessCondition>> within(
      List<AccessCondition> found, String term, Function<String, Optional<String>> permits) {
    String word = term.toLowerCase(Locale.ROOT);
    if (CARS.contains(word)) {
      return Optional.of(found);
    }
    if (OTHERS.contains(word)) {
      return Optional.of(List.of());
    }
    if (CarBuild.isMeasure(word)) {
      Answer answer = CarBuild.compare(word);
      return answer == Answer.DEPENDS
          ? Optional.empty()
          : Optional.of(answer == Answer.YES ? found : List.of());
    }
    if (CarUser.bit(word) != 0) {
      return Optional.of(
          found.stream().map(one -> one.concerning(CarUser.bit(word), one.euroUpTo())).toList());
    }
    if (word.matches("[a-z_]+") && !OpeningHours.isDays(term)) {
      return permits.apply(word).map(held -> found.stream().map(one -> one.holding(held)).toList());
    }
    return OpeningHours.parse(term).flatMap(spans -> timed(found, spans));
  }

  /// Within some spans too: days of one and hours of the other; empty where both name the same.
  private static Optional<List<AccessCondition>> timed(
      List<AccessCondition> found, List<OpeningHours.Span> spans) {
    List<AccessCondition> timed = new ArrayList<>();
    for (AccessCondition one : found) {
      for (OpeningHours.Span span : spans) {
        boolean wholeDay = isWholeDay(one.fromSecond(), one.untilSecond());
        boolean spanWholeDay = isWholeDay(span.from(), span.until());
        if (!areApart(one.days(), span.days()) || !wholeDay && !spanWholeDay) {
          return Optional.empty();
        }
        timed.add(
            one.at(
                one.days() | span.days(),
                wholeDay ? span.from() : one.fromSecond(),
                wholeDay ? span.until() : one.untilSecond()));
      }
    }
    return Optional.of(timed);
  }

  /// Whether not both of them name days of the week, or months.
  private static boolean areApart(int days, int others) {
    int months = AccessCondition.MONTHS;
    return ((days & months) == 0 || (others & months) == 0)
        && ((days & ~months) == 0 || (others & ~months) == 0);
  }

  private static boolean isWholeDay(int from, int until) {
    return from == 0 && until == AccessCondition.DAY_SECONDS;
  }

  /// Splits at a character that is not in brackets.
  public static List<String> outside(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == separator && depth <= 0) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }
}
