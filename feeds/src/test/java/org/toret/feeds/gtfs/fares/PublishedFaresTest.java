package org.toret.feeds.gtfs.fares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.base.columns.TextColumn;
import org.toret.base.notice.Notices;
import org.toret.base.rules.RuleBook;
import org.toret.network.fare.FareRules;
import org.toret.network.timetable.Timetable;
import org.toret.router.fare.FareCalendar;
import org.toret.router.fare.FareEngine;
import org.toret.router.fare.FareItem;
import org.toret.router.fare.FareOptions;
import org.toret.router.fare.FareResult;
import org.toret.router.fare.HeldProduct;
import org.toret.router.fare.RiddenLeg;

/// Real fare files: Turin (prices as published in 2023 and 2024), C-TRAN and Maryland. Expected
/// prices are worked out by hand from the files.
@Tag("CO-04")
final class PublishedFaresTest {

  private static final FareOptions ORDINARY = FareOptions.ordinary();

  @TempDir Path folder;

  /// A feed with its engine, asked by ids.
  private record Priced(
      Timetable timetable, FareRules rules, FareEngine engine, ZoneId zone, Notices notices) {

    static Priced of(Path path, String feed) {
      Timetable timetable = FareFolder.timetable(feed, path);
      Notices notices = new Notices();
      FareRules rules = GtfsFares.read(timetable, Map.of(feed, path), notices);
      ZoneId zone = ZoneId.of(timetable.feeds().zones().get(0));
      return new Priced(timetable, rules, new FareEngine(rules), zone, notices);
    }

    /// With the terms that come with the program.
    FareCalendar calendar() {
      RuleBook book = RuleBook.of(FareCalendar.tables());
      return FareCalendar.of(timetable, rules, engine, book, zone);
    }

    RiddenLeg leg(int leg, String route, String from, String to, String departure, int minutes) {
      long start = LocalDateTime.parse(departure).atZone(zone).toEpochSecond();
      int[] stops = {index(timetable.stops().ids(), from), index(timetable.stops().ids(), to)};
      return new RiddenLeg(
          leg,
          0,
          index(timetable.routes().ids(), route),
          stops,
          start,
          start + minutes * 60L,
          false);
    }

    private static int index(TextColumn ids, String id) {
      for (int i = 0; i < ids.size(); i++) {
        if (ids.get(i).endsWith(":" + id)) {
          return i;
        }
      }
      throw new IllegalArgumentException(id);
    }
  }

  @Test
  void turin() throws IOException {
    Priced turin = Priced.of(shortened("torino/gtfs.zip"), "gtt");
    RiddenLeg bus = turin.leg(0, "10U", "6", "7", "2026-09-15T08:00:00", 20);
    RiddenLeg metro = turin.leg(1, "METROU", "6", "7", "2026-09-15T08:30:00", 10);
    RiddenLeg lateBus = turin.leg(2, "10U", "6", "7", "2026-09-15T09:41:00", 20);
    RiddenLeg rack = turin.leg(2, "79U", "6", "7", "2026-09-15T09:00:00", 20);

    FareResult city = turin.engine().price(List.of(bus, metro), ORDINARY);
    assertThat(city.cents()).isEqualTo(190);
    assertThat(city.items()).extracting(FareItem::name).containsExactly("City 100 minuti");
    assertThat(city.items().getFirst().medium()).isEqualTo("Biglietto digitale (app)");
    assertThat(city.items().getFirst().rule())
        .isEqualTo("gtt@gtt-20260805-ricostruito-1#fare_leg_rules:2");
    assertThat(turin.engine().price(List.of(bus, metro), ORDINARY.withMedium("carta")).cents())
        .isEqualTo(200);
    assertThat(turin.engine().price(List.of(bus, metro, lateBus), ORDINARY).cents()).isEqualTo(380);
    FareResult unknown = turin.engine().price(List.of(bus, metro, rack), ORDINARY);
    assertThat(unknown.reason()).isEqualTo("no_fare_rule");
    assertThat(unknown.atLeastCents()).isEqualTo(190);
    assertThat(turin.notices().listAll()).isEmpty();
  }

  @Test
  void turinBeyondTheCity() throws IOException {
    Priced turin = Priced.of(shortened("torino/gtfs.zip"), "gtt");
    RiddenLeg inner = turin.leg(0, "1068E", "6", "7", "2026-09-15T08:00:00", 30);
    RiddenLeg outward = turin.leg(0, "1068E", "6", "286", "2026-09-15T08:00:00", 40);
    RiddenLeg beyond = turin.leg(0, "1068E", "6", "96", "2026-09-15T08:00:00", 40);
    RiddenLeg bus = turin.leg(1, "10U", "6", "7", "2026-09-15T08:50:00", 10);
    RiddenLeg manyBuses = turin.leg(2, "10U", "6", "7", "2026-09-15T19:00:00", 10);

    assertThat(turin.engine().price(List.of(inner, bus), ORDINARY).cents()).isEqualTo(380);
    assertThat(turin.engine().price(List.of(outward, bus), ORDINARY).cents()).isEqualTo(450);
    FareResult unknown = turin.engine().price(List.of(beyond, bus), ORDINARY);
    assertThat(unknown.known()).isFalse();
    assertThat(unknown.atLeastCents()).isEqualTo(190);
    // BIM B, then one more City 100 in the evening is dearer than nothing else on offer
    assertThat(turin.engine().price(List.of(outward, bus, manyBuses), ORDINARY).cents())
        .isEqualTo(450 + 190);
  }

  @Test
  void aDayInTurin() throws IOException {
    Priced turin = Priced.of(shortened("torino/gtfs.zip"), "gtt");
    List<RiddenLeg> day =
        List.of(
            turin.leg(0, "10U", "6", "7", "2026-09-15T08:00:00", 20),
            turin.leg(1, "METROU", "6", "7", "2026-09-15T11:00:00", 20),
            turin.leg(2, "10U", "6", "7", "2026-09-15T15:00:00", 20),
            turin.leg(3, "10U", "6", "7", "2026-09-15T19:00:00", 20));

    FareResult fare = turin.engine().price(day, ORDINARY);

    assertThat(fare.cents()).isEqualTo(400);
    assertThat(fare.items()).extracting(FareItem::product).containsExactly("daily");
  }

  @Test
  @Tag("CO-07")
  void oneMetroRideForATicketOfTurin() throws IOException {
    Priced turin = Priced.of(shortened("torino/gtfs.zip"), "gtfs");
    RiddenLeg out = turin.leg(0, "METROU", "6", "7", "2026-09-15T08:00:00", 10);
    RiddenLeg bus = turin.leg(1, "10U", "6", "7", "2026-09-15T08:15:00", 10);
    RiddenLeg back = turin.leg(2, "METROU", "6", "7", "2026-09-15T08:30:00", 10);
    RiddenLeg late = turin.leg(0, "10U", "6", "7", "2026-09-15T23:00:00", 10);
    RiddenLeg night = turin.leg(1, "10U", "6", "7", "2026-09-16T00:45:00", 10);
    RiddenLeg next = turin.leg(2, "10U", "6", "7", "2026-09-16T05:30:00", 10);
    FareEngine plain = turin.engine();
    FareEngine terms = turin.calendar().on(late.departureEpochSeconds());
    long ten = turin.leg(0, "10U", "6", "7", "2026-09-15T10:00:00", 1).departureEpochSeconds();
    FareOptions daily = ORDINARY.withHolds(List.of(new HeldProduct("gtfs", "daily", ten)));

    assertThat(plain.price(List.of(out, bus, back), ORDINARY).cents()).isEqualTo(190);
    FareResult fare = terms.price(List.of(out, bus, back), ORDINARY);
    assertThat(fare.cents()).isEqualTo(380);
    assertThat(fare.items().getFirst().rule())
        .endsWith(" + fare-term@2023-10-01#gtt-city100-metro");
    assertThat(terms.price(List.of(out, bus), ORDINARY).cents()).isEqualTo(190);
    // the day of a Daily goes on after midnight, and ends before the first runs of the morning
    assertThat(plain.price(List.of(late, night, next), daily).cents()).isZero();
    assertThat(terms.price(List.of(late, night, next), daily).cents()).isEqualTo(190);
    FareOptions multi =
        ORDINARY.withHolds(List.of(new HeldProduct("gtfs", "multicity", HeldProduct.UNUSED)));
    assertThat(terms.price(List.of(out, bus, back), multi).cents()).isZero();
    FareOptions month = ORDINARY.withHolds(List.of(new HeldProduct("gtfs", "u_mensile", ten)));
    RiddenLeg inner = turin.leg(3, "1068E", "6", "7", "2026-09-15T09:00:00", 30);
    assertThat(terms.price(List.of(out, bus, back), month).cents()).isZero();
    assertThat(terms.price(List.of(out, bus, back, inner), month).cents()).isEqualTo(380);
    assertThat(turin.calendar().check(java.time.LocalDate.parse("2026-09-15")).listAll()).isEmpty();
  }

  @Test
  void cTran() {
    Priced ctran = Priced.of(data("formats/fares-v2/ctran-fares-v2.zip"), "ctran");
    // Wednesday 3 December 2025, 8 a.m.: regular hours
    RiddenLeg local = ctran.leg(0, "002", "9022", "702", "2025-12-03T08:00:00", 20);
    RiddenLeg express = ctran.leg(1, "105", "702", "9022", "2025-12-03T08:30:00", 20);
    RiddenLeg lateLocal = ctran.leg(2, "002", "9022", "702", "2025-12-03T10:31:00", 20);

    assertThat(ctran.engine().price(List.of(local), ORDINARY).cents()).isEqualTo(125);
    assertThat(ctran.engine().price(List.of(local), ORDINARY.withRider("HONORED_CITIZEN")).cents())
        .isEqualTo(60);
    assertThat(ctran.engine().price(List.of(local), ORDINARY.withRider("YOUTH")).cents()).isZero();
    // 1.25 and the upgrade of 1.75 make the express fare of 3.00; honoured citizens pay 0.60 and
    // the
    // least of their upgrades, 0.90, which the feed cannot restrict to midday
    assertThat(ctran.engine().price(List.of(local, express), ORDINARY).cents()).isEqualTo(300);
    assertThat(
            ctran
                .engine()
                .price(List.of(local, express), ORDINARY.withRider("HONORED_CITIZEN"))
                .cents())
        .isEqualTo(150);
    // two and a half hours are over: a new local ticket
    assertThat(ctran.engine().price(List.of(local, lateLocal), ORDINARY).cents()).isEqualTo(250);
  }

  @Test
  void cTranIsFreeOnNewYearsEve() {
    Priced ctran = Priced.of(data("formats/fares-v2/ctran-fares-v2.zip"), "ctran");

    RiddenLeg ride = ctran.leg(0, "002", "9022", "702", "2025-12-31T20:00:00", 20);
    FareResult fare = ctran.engine().price(List.of(ride), ORDINARY);

    assertThat(fare.cents()).isZero();
    assertThat(fare.items()).extracting(FareItem::product).containsExactly("FREE_FARE");
  }

  @Test
  void maryland() {
    Priced maryland = Priced.of(data("formats/fares-v2/mdot-metro-fares-v2.zip"), "mdot");

    RiddenLeg ride = maryland.leg(0, "11682", "7500", "10906", "2022-06-01T08:00:00", 4);
    FareResult ordinary = maryland.engine().price(List.of(ride), ORDINARY);

    // the feed leaves out the single ticket: the one-day pass is the cheapest that has a rule
    assertThat(ordinary.cents()).isEqualTo(460);
    assertThat(maryland.engine().price(List.of(ride), ORDINARY.withRider("sen")).cents())
        .isEqualTo(230);
  }

  private static Path data(String name) {
    String root = System.getenv("TORET_DATA");
    assumeThat(root).as("TORET_DATA names the development data").isNotNull();
    return Path.of(root, name);
  }

  /// The feed with its timetable cut to one trip, so that reading it takes no time.
  private Path shortened(String name) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(data(name))) {
      try (Stream<Path> files = Files.list(zip.getPath("/"))) {
        for (Path file : files.toList()) {
          String target = String.valueOf(file.getFileName());
          if (!target.equals("trips.txt") && !target.equals("stop_times.txt")) {
            Files.copy(file, folder.resolve(target));
          }
        }
      }
      List<String> calendar = Files.readAllLines(folder.resolve("calendar.txt"));
      String service = calendar.get(1).split(",")[0];
      Files.write(
          folder.resolve("trips.txt"),
          List.of("route_id,service_id,trip_id", "10U," + service + ",t"));
      Files.write(
          folder.resolve("stop_times.txt"),
          List.of(
              "trip_id,arrival_time,departure_time,stop_id,stop_sequence",
              "t,08:00:00,08:00:00,6,1",
              "t,08:10:00,08:10:00,7,2"));
    }
    return folder;
  }
}
