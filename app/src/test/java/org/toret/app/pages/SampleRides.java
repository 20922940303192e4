package org.toret.app.pages;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.GeoPoint;
import org.toret.base.geo.Polyline;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.CostItem;
import org.toret.mobility.plan.Costs;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.Spot;
import org.toret.mobility.plan.TravelMode;

/// Legs and costs in few words, for the sample answer.
public final class SampleRides {

  static final ZoneId ZONE = ZoneId.of("Europe/Rome");
  static final LocalDate DAY = LocalDate.of(2026, 9, 15);
  static final Leg.Line M1 =
      new Leg.Line("demo:M1", "M1", "Fermi – Bengasi", "#d4002a", "#ffffff", "GTT");
  static final Leg.Line TRAM_9 =
      new Leg.Line("demo:9", "9", "Stampalia – Torino Esposizioni", "#f2c400", null, "GTT");
  static final Leg.Line BUS_1 =
      new Leg.Line("demo:1", "1", "Falchera – Corso Turati", null, null, "GTT");
  static final Leg.Line SFM_1 =
      new Leg.Line("demo:SFM1", "SFM1", "Rivarolo – Chieri", "#0070b8", "#ffffff", "SFM");

  static final String PASSED = "passes ";

  private List<Leg.Alert> alerts = List.of();
  private final List<Leg> legs = new ArrayList<>();
  private OffsetDateTime time;
  private Spot place;

  private SampleRides(Spot start, OffsetDateTime time) {
    this.place = start;
    this.time = time;
  }

  public static SampleRides from(Spot start, String clock) {
    return new SampleRides(start, at(clock));
  }

  static OffsetDateTime at(String clock) {
    return OffsetDateTime.parse(DAY + "T" + clock + ":00+02:00");
  }

  public static Spot spot(String name, double lat, double lon) {
    return new Spot(name, lat, lon, null, null);
  }

  public static Spot stop(
      String id, String name, double lat, double lon, @Nullable String platform) {
    return new Spot(name, lat, lon, "demo:" + id, platform);
  }

  public SampleRides own(TravelMode mode, Spot to, int minutes, int metres, String... streets) {
    List<Leg.Step> steps = new ArrayList<>();
    for (String street : streets) {
      String turn = steps.isEmpty() ? "depart" : steps.size() % 2 == 0 ? "left" : "right";
      steps.add(new Leg.Step(turn, street, metres / streets.length, place.lat(), place.lon()));
    }
    add(mode, to, minutes, metres, null, steps);
    return this;
  }

  /// Something is told of the leg that follows.
  public SampleRides disrupted(String effect, String title, String text) {
    alerts = List.of(new Leg.Alert(effect, title, text));
    return this;
  }

  public SampleRides wait(int minutes) {
    time = time.plusMinutes(minutes);
    return this;
  }

  /// @param between names of the stops on the way, those passed without stopping after [#PASSED]
  public SampleRides ride(
      TravelMode mode, Leg.Line line, String headsign, Spot to, int minutes, String... between) {
    List<Leg.Call> calls = new ArrayList<>();
    calls.add(call(place, place.name(), time));
    for (int i = 0; i < between.length; i++) {
      calls.add(
          call(place, between[i], time.plusMinutes((i + 1L) * minutes / (between.length + 1))));
    }
    calls.add(call(to, to.name(), time.plusMinutes(minutes)));
    Leg.Transit transit =
        new Leg.Transit(
            "demo:" + line.name() + "-1",
            DAY,
            1,
            calls.size(),
            line,
            headsign,
            time,
            time.plusMinutes(minutes),
            "scheduled",
            null,
            null,
            false,
            0,
            null,
            calls,
            null);
    add(mode, to, minutes, minutes * 420, transit, List.of());
    return this;
  }

  public Alternative as(
      String id, String group, Costs.Fare fare, Costs.Energy energy, Costs.Emissions out) {
    OffsetDateTime departure = legs.getFirst().departure();
    OffsetDateTime arrival = legs.getLast().arrival();
    int rides = (int) legs.stream().filter(leg -> leg.transit() != null).count();
    int walked = 0;
    int moved = 0;
    for (Leg leg : legs) {
      int seconds = (int) java.time.Duration.between(leg.departure(), leg.arrival()).toSeconds();
      moved += seconds;
      walked += leg.mode() == TravelMode.WALK ? seconds : 0;
    }
    int seconds = (int) java.time.Duration.between(departure, arrival).toSeconds();
    Costs costs = new Costs(new Costs.Time(seconds, walked, seconds - moved), fare, energy, out);
    return new Alternative(
        id,
        group,
        departure,
        arrival,
        Math.max(0, rides - 1),
        legs.stream().map(Leg::mode).toList(),
        costs,
        legs);
  }

  public static Costs.Fare ticket(int cents, int... coveredLegs) {
    var item =
        new CostItem.Price(
            "ticket",
            "Biglietto City 100",
            cents,
            java.util.Arrays.stream(coveredLegs).boxed().toList(),
            "carta contactless",
            at("09:55"),
            "gtt-fares@2024-07-01#city-100",
            "tariffe pubblicate dal gestore");
    return new Costs.Fare(true, cents, cents, "EUR", null, List.of(), List.of(item));
  }

  public static Costs.Fare free() {
    return new Costs.Fare(true, 0, 0, "EUR", null, List.of(), List.of());
  }

  public static Costs.Fare unknown(int atLeastCents, String reason) {
    return new Costs.Fare(false, null, atLeastCents, "EUR", reason, List.of(3), List.of());
  }

  public static Costs.Energy energy(int wattHours, int kcal, int leg) {
    List<CostItem.Energy> items =
        wattHours == 0
            ? List.of()
            : List.of(
                new CostItem.Energy(
                    List.of(leg),
                    wattHours,
                    "transport-energy@2024#metro",
                    "ISPRA, Annuario 2024"));
    return new Costs.Energy(true, wattHours, wattHours, kcal, null, List.of(), items);
  }

  public static Costs.Emissions emissions(
      int grams, int tankToWheel, int nox, int particles, int leg) {
    List<CostItem.Emission> items =
        grams == 0
            ? List.of()
            : List.of(
                new CostItem.Emission(
                    List.of(leg),
                    grams,
                    tankToWheel,
                    nox,
                    particles,
                    "transport-emissions@2024#metro",
                    "ISPRA, Annuario 2024"));
    return new Costs.Emissions(
        true, grams, grams, tankToWheel, nox, particles, null, List.of(), items);
  }

  private static Leg.Call call(Spot at, String name, OffsetDateTime time) {
    String called = name.replace(PASSED, "");
    boolean skipped = name.startsWith(PASSED);
    return new Leg.Call(
        "demo:" + called, called, at.lat(), at.lon(), time, time, time, time, skipped);
  }

  private void add(
      TravelMode mode,
      Spot to,
      int minutes,
      int metres,
      Leg.@Nullable Transit transit,
      List<Leg.Step> steps) {
    OffsetDateTime arrival = time.plusMinutes(minutes);
    Costs.Time took = new Costs.Time(minutes * 60, 0, 0);
    Costs costs = new Costs(took, free(), energy(0, 0, 0), emissions(0, 0, 0, 0, 0));
    GeoPoint middle =
        new GeoPoint(place.lat() * 0.5 + to.lat() * 0.5, place.lon() * 0.3 + to.lon() * 0.7);
    String line =
        Polyline.encode(
            List.of(
                new GeoPoint(place.lat(), place.lon()), middle, new GeoPoint(to.lat(), to.lon())));
    legs.add(
        new Leg(
            mode, place, to, time, arrival, transit, steps, null, null, null, null, null, null,
            null, metres, line, costs, alerts));
    alerts = List.of();
    place = to;
    time = arrival;
  }
}
