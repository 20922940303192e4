package org.toret.app.ask;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.toret.base.geo.BoundingBox;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;

/// Named values of a question. Whoever reads one says what it must be; a value that is something
/// else ends in a [ProblemException] that names the parameter. What nobody read is told in notices.
/// Not thread-safe.
public final class Parameters {

  private static final Pattern POINT =
      Pattern.compile("\\s*(-?\\d{1,2}(?:\\.\\d+)?)\\s*,\\s*(-?\\d{1,3}(?:\\.\\d+)?)\\s*");

  private final Map<String, List<String>> values;
  private final Set<String> read = new HashSet<>();

  public Parameters(Map<String, List<String>> values) {
    this.values = values;
  }

  /// The value of a parameter that may be absent. Given twice it is a problem.
  public Optional<String> find(String name) {
    List<String> all = list(name);
    if (all.size() > 1) {
      throw problem("repeated_parameter", name, name);
    }
    return all.stream().findFirst().filter(value -> !value.isBlank()).map(String::strip);
  }

  /// The value of a parameter without which there is no question.
  public String require(String name) {
    return find(name).orElseThrow(() -> problem("missing_parameter", name, name));
  }

  /// Every value of a parameter that may be repeated.
  public List<String> list(String name) {
    read.add(name);
    return values.getOrDefault(name, List.of());
  }

  /// The parts of a comma list, also over repeated parameters.
  public List<String> commaList(String name) {
    List<String> parts = new ArrayList<>();
    for (String value : list(name)) {
      for (String part : value.split(",")) {
        if (!part.isBlank()) {
          parts.add(part.strip());
        }
      }
    }
    return parts;
  }

  /// `true` or `false`; a bare name means true.
  public boolean truth(String name, boolean otherwise) {
    List<String> all = list(name);
    if (all.isEmpty()) {
      return otherwise;
    }
    return switch (all.getLast().strip().toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes", "" -> true;
      case "false", "0", "no" -> false;
      default -> throw problem("invalid_truth", name, name, all.getLast());
    };
  }

  /// A whole number within bounds.
  public int whole(String name, int otherwise, int least, int most) {
    return (int) number(name, otherwise, least, most, true);
  }

  /// A number within bounds.
  public double number(String name, double otherwise, double least, double most) {
    return number(name, otherwise, least, most, false);
  }

  /// An ISO-8601 duration within bounds, such as `PT1H30M`.
  public Duration duration(String name, Duration otherwise, Duration least, Duration most) {
    Optional<String> text = find(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      Duration duration = Duration.parse(text.get());
      if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
        return duration;
      }
    } catch (DateTimeException e) {
      throw problem("invalid_duration", name, name, text.get(), least, most);
    }
    throw problem("invalid_duration", name, name, text.get(), least, most);
  }

  /// A point `lat,lon` in WGS84 degrees.
  public Optional<GeoPoint> point(String name) {
    return find(name).map(text -> pointOf(text).orElseThrow(() -> noPoint(name, text)));
  }

  /// A box: its south-western and its north-eastern corner, `lat,lon,lat,lon`.
  public Optional<BoundingBox> box(String name) {
    Optional<String> text = find(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    int middle = text.get().indexOf(',', text.get().indexOf(',') + 1);
    Optional<GeoPoint> from =
        middle < 0 ? Optional.empty() : pointOf(text.get().substring(0, middle));
    Optional<GeoPoint> to =
        middle < 0 ? Optional.empty() : pointOf(text.get().substring(middle + 1));
    if (from.isEmpty()
        || to.isEmpty()
        || from.get().lat() > to.get().lat()
        || from.get().lon() > to.get().lon()) {
      throw problem("invalid_box", name, name, text.get());
    }
    return Optional.of(BoundingBox.of(from.get()).including(to.get()));
  }

  /// The problem of a text that is no point.
  static ProblemException noPoint(String name, String text) {
    return problem("invalid_point", name, name, text);
  }

  /// The point that a text is, if it is one.
  static Optional<GeoPoint> pointOf(String text) {
    Matcher matcher = POINT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    double lat = Double.parseDouble(matcher.group(1));
    double lon = Double.parseDouble(matcher.group(2));
    boolean onEarth = Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
    return onEarth ? Optional.of(new GeoPoint(lat, lon)) : Optional.empty();
  }

  /// An instant: ISO-8601 with offset, or without one in city time; a mere `08:15` is today.
  public Instant instant(String name, Instant otherwise, ZoneId zone) {
    Optional<String> text = find(name);
    if (text.isEmpty() || text.get().equals("now")) {
      return otherwise;
    }
    return instantOf(text.get(), otherwise, zone)
        .orElseThrow(() -> problem("invalid_time", name, name, text.get()));
  }

  /// The same of a text; empty where it is none.
  static Optional<Instant> instantOf(String text, Instant now, ZoneId zone) {
    // In an address a plus sign that nobody escaped arrives as a blank.
    String iso = text.replace(' ', '+');
    return offset(iso).or(() -> local(iso, zone)).or(() -> today(iso, now, zone));
  }

  /// The beginning of a day; empty where a text is none.
  static Optional<Instant> dayOf(String text, ZoneId zone) {
    try {
      return Optional.of(LocalDate.parse(text).atStartOfDay(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// A date, ISO-8601.
  public LocalDate date(String name, LocalDate otherwise) {
    Optional<String> text = find(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return LocalDate.parse(text.get());
    } catch (DateTimeException e) {
      throw problem("invalid_date", name, name, text.get());
    }
  }

  /// A notice for every parameter that was given and never asked for.
  public List<Notice> unread() {
    Set<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(read);
    return unknown.stream()
        .map(name ->
            Notice.of("unknown_parameter", Severity.WARNING, new Place("", "", 0, name), name))
        .toList();
  }

  private double number(String name, double otherwise, double least, double most, boolean whole) {
    Optional<String> text = find(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      double value = whole ? Integer.parseInt(text.get()) : Double.parseDouble(text.get());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw outOfBounds(name, text.get(), least, most, whole);
    }
    throw outOfBounds(name, text.get(), least, most, whole);
  }

  private static ProblemException outOfBounds(
      String name, String text, double least, double most, boolean whole) {
    return whole
        ? problem("invalid_number", name, name, text, (long) least, (long) most)
        : problem("invalid_number", name, name, text, least, most);
  }

  private static Optional<Instant> offset(String iso) {
    try {
      return Optional.of(OffsetDateTime.parse(iso).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> local(String iso, ZoneId zone) {
    try {
      return Optional.of(LocalDateTime.parse(iso).atZone(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> today(String iso, Instant now, ZoneId zone) {
    try {
      LocalDate today = LocalDate.ofInstant(now, zone);
      return Optional.of(LocalTime.parse(iso).atDate(today).atZone(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static ProblemException problem(String kind, String name, Object... args) {
    return new ProblemException(Problem.parameter(kind, name, args));
  }
}
