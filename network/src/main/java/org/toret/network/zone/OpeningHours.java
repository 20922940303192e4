package org.toret.network.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The part of OpenStreetMap's `opening_hours` that traffic signs use: months, weekdays, public
/// holidays and times of day, in any number of rules.
public final class OpeningHours {

  private static final List<String> WEEK = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
  private static final List<String> YEAR =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final String MONTH = "(?:" + String.join("|", YEAR) + ")";
  private static final Pattern MONTHS = Pattern.compile(MONTH + "(?:-" + MONTH + ")?");
  private static final Pattern DAYS =
      Pattern.compile("PH|(?:Mo|Tu|We|Th|Fr|Sa|Su)(?:-(?:Mo|Tu|We|Th|Fr|Sa|Su))?");
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{1,2})(?::(\\d{2}))?(?::\\d{2})?\\s*-\\s*(\\d{1,2})(?::(\\d{2}))?(?::\\d{2})?");
  private static final Pattern OFF = Pattern.compile("(?i)PH\\s+off");
  private static final int HOUR_SECONDS = 3600;

  private OpeningHours() {}

  /// When it holds.
  ///
  /// @param days bits as in [AccessCondition]
  /// @param from second of the day
  /// @param until second of the day, not after `from` for the next day
  public record Span(int days, int from, int until) {}

  /// All day, every day.
  public static final List<Span> ALWAYS = List.of(new Span(0, 0, AccessCondition.DAY_SECONDS));

  /// Whether a text names days or months and nothing else.
  public static boolean isDays(String text) {
    return DAYS.matcher(text).matches() || MONTHS.matcher(text).matches();
  }

  /// Reads a text; empty when any of it is not understood.
  public static Optional<List<Span>> parse(String text) {
    String apart = text.replaceAll(",\\s+(?=[MTWFSP])", ";");
    List<Span> spans = new ArrayList<>();
    boolean withoutHolidays = false;
    for (String rule : apart.split(";")) {
      String one = rule.strip();
      if (OFF.matcher(one).matches()) {
        withoutHolidays = true;
      } else if (!one.isEmpty() && !rule(one, spans)) {
        return Optional.empty();
      }
    }
    if (withoutHolidays) {
      spans.replaceAll(
          span -> new Span(span.days() | AccessCondition.NOT_HOLIDAYS, span.from(), span.until()));
    }
    return spans.isEmpty() ? Optional.empty() : Optional.of(spans);
  }

  private static boolean rule(String rule, List<Span> spans) {
    int days = 0;
    int before = spans.size();
    for (String part : rule.split("[,\\s]+")) {
      Matcher time = TIME.matcher(part);
      if (MONTHS.matcher(part.replaceFirst(":$", "")).matches()) {
        days |= range(part, YEAR) * AccessCondition.JANUARY;
      } else if (isDays(part)) {
        days |= days(part);
      } else if (time.matches()) {
        int from = seconds(time.group(1), time.group(2));
        int until = seconds(time.group(3), time.group(4));
        if (from > AccessCondition.DAY_SECONDS || until > AccessCondition.DAY_SECONDS) {
          return false;
        }
        boolean midnight = until == 0 && from > 0;
        spans.add(new Span(days, from, midnight ? AccessCondition.DAY_SECONDS : until));
      } else {
        return false;
      }
    }
    if (spans.size() == before) {
      spans.add(new Span(days, 0, AccessCondition.DAY_SECONDS));
    }
    return true;
  }

  private static int days(String text) {
    if (text.equals("PH")) {
      return AccessCondition.HOLIDAYS;
    }
    return range(text, WEEK);
  }

  /// One of some names, or all from one to another, as bits.
  private static int range(String text, List<String> names) {
    int length = names.getFirst().length();
    int first = names.indexOf(text.substring(0, length));
    boolean alone = text.length() <= length + 1;
    int last = alone ? first : names.indexOf(text.substring(length + 1, 2 * length + 1));
    int bits = 0;
    for (int i = 0; i <= Math.floorMod(last - first, names.size()); i++) {
      bits |= 1 << (first + i) % names.size();
    }
    return bits;
  }

  private static int seconds(String hour, String minute) {
    int minutes = minute == null ? 0 : Integer.parseInt(minute);
    return Integer.parseInt(hour) * HOUR_SECONDS + minutes * 60;
  }
}
