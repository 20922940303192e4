package org.toret.router.fare;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.toret.network.fare.FareRules;
import org.toret.network.fare.FeedFares;
import org.toret.network.fare.LegTransferRules;
import org.toret.network.fare.build.FareRows;
import org.toret.network.fare.build.FeedFaresBuilder;

/// A town of one feed whose fares are written in a few words. Stops are the letters A to Z, routes
/// the numbers 0 to 9; stops a and A are platform and station.
///
/// ```
///   offer  city:digital 190        product[:medium[:rider]] cents
///   leg    bus 1 city              leg group, network (route number or -), product
///   change bus bus free 6000       from, to, product or free, seconds or -, [count], [type]
/// ```
final class FareTown {

  static final LocalDate DAY = LocalDate.parse("2026-09-15");
  private static final ZoneId ZONE = ZoneId.of("Europe/Rome");

  private final String feed;
  private final FeedFaresBuilder builder;
  private int line = 1;

  FareTown(String feed) {
    this.feed = feed;
    builder = new FeedFaresBuilder(feed, "v1", ZONE.getId());
    for (int route = 0; route < 10; route++) {
      builder.addRouteNetwork(String.valueOf(route), route);
    }
  }

  FareTown(String feed, String... rows) {
    this(feed);
    rows(rows);
  }

  FareTown rows(String... rows) {
    for (String row : rows) {
      line++;
      String[] word = row.strip().split("\\s+");
      switch (word[0]) {
        case "offer" -> offer(word);
        case "leg" -> leg(word[1], word[2], "", "", "", "", word[3], 0);
        case "change" -> change(word);
        default -> throw new IllegalArgumentException(row);
      }
    }
    return this;
  }

  FareTown with(java.util.function.Consumer<FeedFaresBuilder> more) {
    more.accept(builder);
    return this;
  }

  FareTown leg(
      String group,
      String network,
      String from,
      String to,
      String fromTime,
      String toTime,
      String product,
      int priority) {
    builder.add(
        new FareRows.LegRule(
            blank(group), blank(network), from, to, fromTime, toTime, product, priority, line));
    return this;
  }

  FeedFares fares() {
    int[] parents = new int[128];
    Arrays.fill(parents, -1);
    for (char platform = 'a'; platform <= 'z'; platform++) {
      parents[platform] = platform - 32;
    }
    return builder.build(parents, 10);
  }

  FareEngine engine() {
    return engine(this);
  }

  static FareEngine engine(FareTown... towns) {
    return new FareEngine(rules(towns));
  }

  static FareRules rules(FareTown... towns) {
    int[] stations = new int[128];
    for (int stop = 0; stop < 128; stop++) {
      stations[stop] = stop >= 'a' && stop <= 'z' ? stop - 32 : stop;
    }
    List<FeedFares> feeds = new ArrayList<>();
    for (FareTown town : towns) {
      feeds.add(town.fares());
    }
    return new FareRules(stations, new int[] {0, 0, 0, 0, 0, 1, 1, 1, 1, 1}, feeds);
  }

  /// Rides like `1 A-B 08:00-08:20`; `0:1` names feed and route, `=1` stays seated.
  static List<RiddenLeg> ride(String... rides) {
    List<RiddenLeg> legs = new ArrayList<>();
    for (String ride : rides) {
      String[] word = ride.split("\\s+");
      boolean seated = word[0].startsWith("=");
      String[] line = word[0].replace("=", "").split(":");
      String[] time = word[2].split("-");
      legs.add(
          new RiddenLeg(
              legs.size(),
              line.length == 2 ? Integer.parseInt(line[0]) : 0,
              Integer.parseInt(line[line.length - 1]),
              word[1].replace("-", "").chars().toArray(),
              at(time[0]),
              at(time[1]),
              seated));
    }
    return legs;
  }

  static long at(String time) {
    return DAY.atTime(LocalTime.parse(time)).atZone(ZONE).toEpochSecond();
  }

  String feed() {
    return feed;
  }

  private void offer(String[] word) {
    String[] id = word[1].split(":");
    builder.add(
        new FareRows.Product(
            id[0],
            "",
            id.length > 2 ? id[2] : "",
            id.length > 1 ? id[1] : "",
            Integer.parseInt(word[2]),
            "EUR",
            line));
  }

  private void change(String[] word) {
    int seconds = word[4].equals("-") ? -1 : Integer.parseInt(word[4]);
    int count = word.length > 5 ? Integer.parseInt(word[5]) : -1;
    builder.add(
        new FareRows.TransferRule(
            blank(word[1]),
            blank(word[2]),
            word[3].equals("free") ? "" : word[3],
            count == -1 ? LegTransferRules.UNLIMITED : count,
            seconds,
            word.length > 7 ? Integer.parseInt(word[7]) : 1,
            word.length > 6 ? Integer.parseInt(word[6]) : 0,
            line));
  }

  private static String blank(String word) {
    return word.equals("-") ? "" : word;
  }
}
