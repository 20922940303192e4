package org.toret.testkit.city;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Stops;
import org.toret.network.timetable.build.Calls;
import org.toret.network.timetable.build.TransferRow;

/// Reads the test language of [TimetableText].
final class TextParser {

  private LocalDate date = LocalDate.of(2026, 3, 2);
  private ZoneId zone = ZoneId.of("Europe/Rome");
  private int[] days = {-1, 0, 1};

  TimetableText parse(String text) {
    List<Statement> statements = statements(text);
    statements.forEach(this::readSetting);
    CityBuilder city = new CityBuilder(date, zone);
    city.addService("daily", days);
    for (Statement statement : statements) {
      try {
        readRow(city, statement);
      } catch (IllegalArgumentException wrong) {
        throw new IllegalArgumentException(
            "In '%s': %s".formatted(statement.text(), wrong.getMessage()), wrong);
      }
    }
    statements.forEach(statement -> readRule(city, statement));
    return new TimetableText(city.rows().build(), city.walks(), date, zone, days);
  }

  private static List<Statement> statements(String text) {
    return text.lines()
        .map(line -> line.contains("#") ? line.substring(0, line.indexOf('#')) : line)
        .flatMap(line -> Arrays.stream(line.split(";")))
        .filter(statement -> !statement.isBlank())
        .map(Statement::of)
        .toList();
  }

  private void readSetting(Statement statement) {
    switch (statement.keyword()) {
      case "date" -> date = LocalDate.parse(statement.word(0));
      case "zone" -> zone = ZoneId.of(statement.word(0));
      case "days" -> {
        String[] ends = statement.word(0).split("\\.\\.");
        days =
            IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])).toArray();
      }
      default -> {}
    }
  }

  private static void readRow(CityBuilder city, Statement statement) {
    switch (statement.keyword()) {
      case "service" ->
          city.addService(
              statement.word(0),
              statement.words().stream().skip(1).mapToInt(Integer::parseInt).toArray());
      case "stop" -> readStop(city, statement);
      case "line" -> readLine(city, statement);
      case "walk" -> readWalk(city, statement);
      case "date", "zone", "days" -> {}
      case "recommended", "timed", "least", "forbid", "stay", "alight" -> {}
      default -> throw statement.wrong("there is no such statement");
    }
  }

  private static void readStop(CityBuilder city, Statement statement) {
    String[] at = statement.option("at", "45.07,7.68").split(",");
    String station = statement.option("in", "");
    city.addStop(
        statement.word(0),
        (int) Math.round(Double.parseDouble(at[0]) * 1e7),
        (int) Math.round(Double.parseDouble(at[1]) * 1e7),
        station.isEmpty() ? -1 : city.stop(station),
        statement.words().contains("station") ? Stops.STATION : Stops.PLATFORM,
        statement.yesOrNo("wheelchair"));
  }

  private static void readWalk(CityBuilder city, Statement statement) {
    boolean oneWay = statement.word(0).contains(">");
    String[] ends = statement.word(0).split("[->]");
    int from = city.stop(ends[0]);
    int to = city.stop(ends[1]);
    int seconds = ClockText.duration(statement.word(1));
    boolean steps = statement.words().contains("steps");
    city.addWalk(new Walk(from, to, seconds, steps));
    if (!oneWay) {
      city.addWalk(new Walk(to, from, seconds, steps));
    }
  }

  private static void readLine(CityBuilder city, Statement statement) {
    int bar = statement.words().indexOf("|");
    List<String> words = new ArrayList<>(statement.words());
    if (bar >= 0) {
      words = words.subList(0, bar);
    }
    String name = words.removeFirst();
    Mode mode = Mode.BUS;
    if (words.size() % 2 == 1) {
      mode = Mode.valueOf(words.removeFirst().toUpperCase(Locale.ROOT));
    }
    Calls calls = calls(city, statement, words);
    int first = calls.departures()[0];
    int every = bar < 0 ? 1 : ClockText.duration(statement.word(bar + 2));
    int until = bar < 0 ? first : ClockText.seconds(statement.word(bar + 4));
    for (int departure = first; departure <= until; departure += every) {
      addTrip(city, statement, name, mode, shifted(calls, departure - first));
    }
  }

  private static void addTrip(
      CityBuilder city, Statement statement, String line, Mode mode, Calls calls) {
    String name = line + "@" + ClockText.time(calls.departures()[0]);
    city.addTrip(
        statement.option("trip", name),
        new CityBuilder.Sketch(
            city.route(line, mode),
            city.service(statement.option("service", "daily")),
            statement.option("block", ""),
            statement.yesOrNo("wheelchair"),
            statement.yesOrNo("bikes"),
            calls));
  }

  private static Calls calls(CityBuilder city, Statement statement, List<String> words) {
    int count = words.size() / 2;
    if (count < 2) {
      throw statement.wrong("a line needs two calls");
    }
    Calls calls =
        new Calls(new int[count], new int[count], new int[count], new byte[count], new byte[count]);
    for (int call = 0; call < count; call++) {
      String[] timeAndMarks = words.get(2 * call + 1).split("!");
      String marks = timeAndMarks.length > 1 ? timeAndMarks[1] : "";
      String[] times = timeAndMarks[0].split("-");
      calls.stops()[call] = city.stop(words.get(2 * call));
      calls.arrivals()[call] = ClockText.seconds(times[0]);
      calls.departures()[call] = ClockText.seconds(times[times.length - 1]);
      calls.pickups()[call] = (byte) (marks.contains("p") ? 1 : 0);
      calls.dropOffs()[call] = (byte) (marks.contains("d") ? 1 : 0);
    }
    return calls;
  }

  private static Calls shifted(Calls calls, int seconds) {
    return new Calls(
        calls.stops(),
        Arrays.stream(calls.arrivals()).map(time -> time + seconds).toArray(),
        Arrays.stream(calls.departures()).map(time -> time + seconds).toArray(),
        calls.pickups(),
        calls.dropOffs());
  }

  private static void readRule(CityBuilder city, Statement statement) {
    switch (statement.keyword()) {
      case "recommended" -> addRule(city, statement, 0, -1, 0);
      case "timed" -> addRule(city, statement, 1, -1, 0);
      case "least" -> addRule(city, statement, 2, ClockText.duration(statement.word(0)), 1);
      case "forbid" -> addRule(city, statement, 3, -1, 0);
      case "stay" -> addSeatRule(city, statement, 4);
      case "alight" -> addSeatRule(city, statement, 5);
      default -> {}
    }
  }

  private static void addSeatRule(CityBuilder city, Statement statement, int type) {
    int from = city.trip(statement.word(0));
    int to = city.trip(statement.word(2));
    city.addRule(new TransferRow(-1, -1, -1, -1, from, to, type, -1));
  }

  private static void addRule(
      CityBuilder city, Statement statement, int type, int seconds, int skip) {
    String[] stops = statement.word(skip).split(">");
    List<String> sides = statement.words().subList(skip + 1, statement.words().size());
    int middle = sides.indexOf(">");
    List<String> from = middle < 0 ? List.of() : sides.subList(0, middle);
    List<String> to = middle < 0 ? List.of() : sides.subList(middle + 1, sides.size());
    city.addRule(
        new TransferRow(
            city.stop(stops[0]),
            city.stop(stops[stops.length - 1]),
            named(from, "line") ? city.route(from.getLast()) : -1,
            named(to, "line") ? city.route(to.getLast()) : -1,
            named(from, "trip") ? city.trip(from.getLast()) : -1,
            named(to, "trip") ? city.trip(to.getLast()) : -1,
            type,
            seconds));
  }

  private static boolean named(List<String> side, String what) {
    return side.size() == 2 && side.getFirst().equals(what);
  }
}
