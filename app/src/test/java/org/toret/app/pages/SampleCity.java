package org.toret.app.pages;

import static org.toret.app.pages.SampleRides.BUS_1;
import static org.toret.app.pages.SampleRides.M1;
import static org.toret.app.pages.SampleRides.SFM_1;
import static org.toret.app.pages.SampleRides.TRAM_9;
import static org.toret.app.pages.SampleRides.at;
import static org.toret.app.pages.SampleRides.emissions;
import static org.toret.app.pages.SampleRides.energy;
import static org.toret.app.pages.SampleRides.free;
import static org.toret.app.pages.SampleRides.from;
import static org.toret.app.pages.SampleRides.spot;
import static org.toret.app.pages.SampleRides.stop;
import static org.toret.app.pages.SampleRides.ticket;
import static org.toret.app.pages.SampleRides.unknown;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.toret.app.pages.board.FeedCard;
import org.toret.app.pages.board.LineCourse;
import org.toret.app.pages.board.LiveRow;
import org.toret.app.pages.board.StopBoard;
import org.toret.app.pages.frame.Words;
import org.toret.app.pages.need.FareChoices;
import org.toret.app.pages.need.FareChoices.Named;
import org.toret.app.search.FoundPlace;
import org.toret.app.search.PlaceKind;
import org.toret.base.geo.BoundingBox;
import org.toret.base.geo.GeoPoint;
import org.toret.base.geo.Polyline;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.outcome.Outcome;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.Criteria;
import org.toret.mobility.plan.PageToken;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.Spot;
import org.toret.mobility.plan.TravelMode;

/// A city of one question, Porta Nuova to Lingotto, whose every number is written here.
final class SampleCity implements PageSource {

  private static final Spot START = spot("Corso Vittorio Emanuele II 53", 45.0627, 7.6785);
  private static final Spot NUOVA = stop("porta-nuova", "Porta Nuova FS", 45.0622, 7.6782, null);
  private static final Spot NUOVA_RAIL = stop("pn-fs", "Torino Porta Nuova", 45.0615, 7.6775, "12");
  private static final Spot LINGOTTO = stop("lingotto", "Lingotto", 45.0281, 7.6645, null);
  private static final Spot LINGOTTO_FS =
      stop("lingotto-fs", "Torino Lingotto", 45.0266, 7.6559, "2");
  private static final Spot GOAL = spot("Via Nizza 294", 45.0315, 7.6653);

  private static final List<FoundPlace> PLACES =
      List.of(
          place(PlaceKind.STATION, "demo:pn-fs", "Porta Nuova", List.of("rail"), NUOVA_RAIL),
          place(PlaceKind.STOP, "demo:porta-nuova", "Porta Nuova FS", List.of("metro"), NUOVA),
          place(PlaceKind.STOP, "demo:lingotto", "Lingotto", List.of("metro"), LINGOTTO),
          place(PlaceKind.STREET, "", "Via Nizza", List.of(), GOAL),
          place(PlaceKind.PLACE, "", "Piazza San Carlo", List.of(), START));

  private static FoundPlace place(
      PlaceKind kind, String id, String name, List<String> modes, Spot at) {
    return new FoundPlace(kind, id, name, "Torino", at.lat(), at.lon(), modes, 0.5, List.of());
  }

  @Override
  public List<LiveRow> live(Words words) {
    return List.of();
  }

  @Override
  public CityFacts city() {
    return new CityFacts(
        "Torino",
        SampleRides.ZONE,
        new BoundingBox(45.0, 7.58, 45.14, 7.77),
        EnumSet.of(
            TravelMode.WALK,
            TravelMode.BIKE,
            TravelMode.CAR,
            TravelMode.BUS,
            TravelMode.TRAM,
            TravelMode.METRO,
            TravelMode.RAIL),
        new FareChoices(
            List.of(new Named("demo:city100", "City 100"), new Named("demo:month", "Mensile")),
            List.of(new Named("ordinario", "Ordinario"), new Named("under26", "Under 26")),
            List.of()),
        List.of(),
        List.of("Toret (orari dimostrativi)", "© OpenStreetMap contributors"),
        true);
  }

  @Override
  public Outcome<PlanAnswer> plan(PlanRequest request) {
    if (request.to().toString().contains("demo:broken")) {
      throw new IllegalStateException("a question that fails in a way nobody foresaw");
    }
    List<Alternative> all = new ArrayList<>(byTimetable());
    all.addAll(atAnyTime());
    all.removeIf(alternative -> !request.modes().containsAll(alternative.modes()));
    OffsetDateTime at = request.when().at().atZone(SampleRides.ZONE).toOffsetDateTime();
    List<Notice> notices = notices(request);
    all.removeIf(way -> way.group().equals("car") && notices.toString().contains("car_banned"));
    var pareto = PlanAnswer.Pareto.of(Criteria.ALL, 9, all.size(), List.of(), null);
    var state = new PlanAnswer.State("0a1b2c", null, List.of("gtt-fares@2024-07-01"));
    return Outcome.done(
        new PlanAnswer(
            START,
            GOAL,
            List.of(),
            at,
            new PageToken(at.plusHours(1).toInstant(), false).text(),
            new PageToken(at.minusHours(1).toInstant(), true).text(),
            all,
            pareto,
            state,
            notices));
  }

  /// Nobody may drive into the centre, and cars of Euro 1 nowhere.
  private static List<Notice> notices(PlanRequest request) {
    boolean old = request.traveller().vehicles().stream().anyMatch(car -> car.euroClass() == 1);
    if (!request.modes().contains(TravelMode.CAR)) {
      return List.of();
    }
    return old
        ? List.of(notice("car_banned", "diesel:1", "Torino", "car-ban@1#x", "Comune"))
        : List.of(notice("zone_avoided", "ZTL Centrale"), notice("accessibility_unknown"));
  }

  private static Notice notice(String code, Object... args) {
    return Notice.of(code, Severity.INFO, Place.ofFeed(""), args);
  }

  private static List<Alternative> byTimetable() {
    return List.of(
        from(START, "08:17")
            .own(
                TravelMode.WALK, NUOVA, 3, 180, "Corso Vittorio Emanuele II", "Piazza Carlo Felice")
            .wait(2)
            .ride(
                TravelMode.METRO,
                M1,
                "Bengasi",
                LINGOTTO,
                9,
                "Marconi",
                "Nizza",
                "Dante",
                "Carducci",
                "Spezia")
            .own(TravelMode.WALK, GOAL, 5, 390, "Via Nizza")
            .as("a-metro", "public", ticket(190, 1), energy(412, 24, 1), emissions(96, 0, 0, 0, 1)),
        from(START, "08:20")
            .own(TravelMode.WALK, NUOVA, 4, 260, "Via Sacchi")
            .wait(4)
            .ride(
                TravelMode.TRAM,
                TRAM_9,
                "Torino Esposizioni",
                stop("valentino", "Valentino", 45.05, 7.68, null),
                7,
                "Marconi")
            .wait(5)
            .disrupted("detour", "Cantiere in Via Nizza", "Fino a sera.")
            .ride(
                TravelMode.BUS,
                BUS_1,
                "Corso Turati",
                LINGOTTO,
                13,
                "Dante",
                SampleRides.PASSED + "Carducci",
                "Millefonti")
            .own(TravelMode.WALK, GOAL, 5, 390, "Via Nizza")
            .as(
                "a-tram-bus",
                "public",
                ticket(190, 1, 2),
                energy(655, 31, 2),
                emissions(218, 102, 61, 4, 2)),
        from(START, "08:24")
            .own(TravelMode.WALK, NUOVA_RAIL, 4, 300, "Via Sacchi")
            .wait(3)
            .ride(TravelMode.RAIL, SFM_1, "Chieri", LINGOTTO_FS, 7)
            .own(TravelMode.WALK, GOAL, 13, 980, "Via Panunzio", "Via Nizza")
            .as(
                "a-rail",
                "public",
                unknown(190, "il biglietto della ferrovia non è pubblicato"),
                energy(520, 52, 1),
                emissions(121, 0, 0, 0, 1)));
  }

  private static List<Alternative> atAnyTime() {
    return List.of(
        from(START, "08:15")
            .own(TravelMode.BIKE, GOAL, 15, 3900, "Via Nizza", "Pista ciclabile di via Nizza")
            .as("a-bike", "bike", free(), energy(0, 96, 0), emissions(0, 0, 0, 0, 0)),
        from(START, "08:15")
            .own(
                TravelMode.CAR,
                GOAL,
                13,
                4400,
                "Corso Vittorio Emanuele II",
                "Via Madama Cristina",
                "Via Nizza")
            .as(
                "a-car",
                "car",
                unknown(54, "il prezzo della sosta non è pubblicato"),
                energy(2890, 0, 0),
                emissions(846, 702, 1430, 52, 0)),
        from(START, "08:15")
            .own(TravelMode.WALK, GOAL, 53, 4150, "Via Nizza")
            .as("a-walk", "walk", free(), energy(0, 240, 0), emissions(0, 0, 0, 0, 0)));
  }

  @Override
  public List<FoundPlace> search(String typed, int atMost) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    return PLACES.stream()
        .filter(place -> place.name().toLowerCase(Locale.ROOT).contains(wanted))
        .limit(atMost)
        .toList();
  }

  @Override
  public Optional<String> nameNear(GeoPoint point, String language) {
    return point.lat() > 45.06 ? Optional.of("Via Sacchi") : Optional.empty();
  }

  @Override
  public Optional<StopBoard> board(String stop, Instant from, int atMost, String language) {
    if (!stop.equals("demo:porta-nuova")) {
      return Optional.empty();
    }
    var metro = new StopBoard.LineMark(TravelMode.METRO, M1);
    var tram = new StopBoard.LineMark(TravelMode.TRAM, TRAM_9);
    var bus = new StopBoard.LineMark(TravelMode.BUS, BUS_1);
    List<StopBoard.Departure> departures = new ArrayList<>(SampleBoard.today(metro, tram, bus));
    for (int i = 2; i < 8; i++) {
      OffsetDateTime time = at("08:16").plusMinutes(4L * i);
      departures.add(SampleBoard.departure(metro, i % 2 == 0 ? "Bengasi" : "Fermi", time));
    }
    return Optional.of(
        new StopBoard(
            stop,
            "Porta Nuova FS",
            45.0622,
            7.6782,
            "Torino",
            true,
            true,
            List.of(
                SampleBoard.alert("accessibility_issue", "Ascensore", "Si ripara entro sera."),
                SampleBoard.alert("unknown_effect", "Capolinea spostato", ""),
                SampleBoard.alert("no_service", "Linea 9 ferma", ""),
                SampleBoard.alert("additional_service", "Corse in più", "")),
            List.of(metro, tram, bus),
            departures.subList(0, Math.min(atMost, departures.size()))));
  }

  @Override
  public Optional<LineCourse> line(String route, LocalDate day, String language) {
    if (!route.equals("demo:M1")) {
      return Optional.empty();
    }
    List<String> names =
        List.of(
            "Fermi",
            "Paradiso",
            "Marche",
            "Massaua",
            "Porta Susa",
            "Porta Nuova FS",
            "Lingotto",
            "Bengasi");
    List<OffsetDateTime> times = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      times.add(at("05:30").plusMinutes(5L * i));
    }
    return Optional.of(
        new LineCourse(
            TravelMode.METRO,
            M1,
            day,
            List.of(SampleBoard.alert("significant_delays", "Guasto a Massaua", "")),
            List.of(
                direction("Bengasi", names, times), direction("Fermi", names.reversed(), times))));
  }

  private static LineCourse.Direction direction(
      String headsign, List<String> names, List<OffsetDateTime> times) {
    List<LineCourse.Call> calls = new ArrayList<>();
    for (String name : names) {
      calls.add(
          new LineCourse.Call(
              "demo:" + name,
              name,
              45.07 - 0.004 * calls.size(),
              7.6 + 0.009 * calls.size(),
              at("08:20").plusMinutes(2L * calls.size())));
    }
    List<GeoPoint> course =
        calls.stream().map(call -> new GeoPoint(call.lat(), call.lon())).toList();
    return new LineCourse.Direction(headsign, times.size(), calls, times, Polyline.encode(course));
  }

  @Override
  public List<FeedCard> feeds() {
    var fault =
        Notice.of(
            "sample_fault", Severity.ERROR, new Place("demo", "stop_times.txt", 1234, ""), "x");
    var doubt = Notice.of("sample_doubt", Severity.WARNING, Place.ofFile("demo", "trips.txt"));
    return List.of(
        new FeedCard(
            "demo",
            "gtfs",
            "demo.zip",
            "Toret",
            "CC0-1.0",
            "2026.1",
            LocalDate.of(2020, 1, 1),
            LocalDate.of(2039, 12, 31),
            at("06:00").toInstant(),
            Map.of("stops", 612L, "trips", 14_210L),
            true,
            List.of(
                new Notices.Tally("sample_fault", Severity.ERROR, 3, List.of(fault)),
                new Notices.Tally("sample_doubt", Severity.WARNING, 1204, List.of(doubt)))),
        new FeedCard(
            "streets",
            "osm",
            "streets.osm.pbf",
            "",
            "ODbL-1.0",
            "",
            null,
            null,
            null,
            Map.of("edges", 84_120L),
            false,
            List.of()));
  }
}
