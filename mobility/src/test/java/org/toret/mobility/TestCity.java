package org.toret.mobility;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.toret.base.geo.BoundingBox;
import org.toret.base.outcome.Outcome;
import org.toret.mobility.place.Directory;
import org.toret.mobility.plan.Limits;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.Waypoint;
import org.toret.mobility.plan.When;
import org.toret.network.City;
import org.toret.network.CityInfo;
import org.toret.network.fare.FareRules;
import org.toret.network.fare.FeedFares;
import org.toret.network.fare.build.FareRows;
import org.toret.network.fare.build.FeedFaresBuilder;
import org.toret.network.flex.OnDemand;
import org.toret.network.parking.CarParks;
import org.toret.network.sharing.Sharing;
import org.toret.network.street.StreetNetwork;
import org.toret.network.timetable.Timetable;
import org.toret.network.zone.AccessZones;
import org.toret.router.fare.DriveCosts;
import org.toret.router.journey.CityEngine;
import org.toret.testkit.city.TimetableText;

/// A city from a few lines of text, without streets and mostly without fares, ready for questions.
final class TestCity {

  final CityEngine engine;
  final Directory directory;
  final Planner planner;
  private final TimetableText text;

  private TestCity(
      TimetableText text,
      Consumer<FeedFaresBuilder> offer,
      StreetNetwork streets,
      OnDemand onDemand,
      Sharing sharing) {
    this.text = text;
    Timetable timetable = text.timetable();
    var view = text.view();
    CityInfo info =
        new CityInfo(
            "Test",
            text.zone(),
            "IT",
            List.of("it", "en"),
            new BoundingBox(-89, -179, 89, 179),
            true,
            List.of());
    City city =
        new City(
            info,
            timetable,
            streets,
            view.transfers(),
            view.stepFreeTransfers(),
            fares(timetable, offer),
            sharing,
            onDemand,
            AccessZones.none(),
            CarParks.none());
    engine = CityEngine.of(city, "test");
    directory = new Directory(timetable);
    planner = new Planner(engine, directory, DriveCosts.tables());
  }

  static TestCity of(String text) {
    return of(text, StreetNetwork.EMPTY, OnDemand.none());
  }

  /// A city with streets and rides on demand, which refer to the routes and services of the text.
  static TestCity of(String text, StreetNetwork streets, OnDemand onDemand) {
    return new TestCity(TimetableText.of(text), noFares -> {}, streets, onDemand, Sharing.none());
  }

  /// A city with streets and shared vehicles.
  static TestCity of(String text, StreetNetwork streets, Sharing sharing) {
    return new TestCity(TimetableText.of(text), noFares -> {}, streets, OnDemand.none(), sharing);
  }

  /// A city whose operators all sell the same.
  static TestCity withFares(String text, Consumer<FeedFaresBuilder> offer) {
    return new TestCity(
        TimetableText.of(text), offer, StreetNetwork.EMPTY, OnDemand.none(), Sharing.none());
  }

  /// A city in which every operator sells one ticket for any number of vehicles.
  static TestCity withTicket(String text, int cents, int validSeconds) {
    return new TestCity(
        TimetableText.of(text),
        fares -> fares.add(new FareRows.ZoneFare("ticket", cents, "EUR", 9, validSeconds, -1, 2)),
        StreetNetwork.EMPTY,
        OnDemand.none(),
        Sharing.none());
  }

  String stopId(String name) {
    return text.timetable().stops().ids().get(text.stop(name));
  }

  PlanAnswer plan(String from, String to, String time, TravelMode... modes) {
    Set<TravelMode> allowed =
        modes.length == 0 ? TravelMode.transit() : EnumSet.copyOf(List.of(modes));
    return answered(planner.plan(request(from, to, time, false, allowed)));
  }

  PlanRequest request(
      String from, String to, String time, boolean arriveBy, Set<TravelMode> modes) {
    return new PlanRequest(
        new Waypoint.Stop(stopId(from)),
        new Waypoint.Stop(stopId(to)),
        List.of(),
        new When(
            LocalDateTime.parse(text.date() + "T" + time).atZone(text.zone()).toInstant(),
            arriveBy,
            Duration.ofHours(1)),
        modes,
        Traveller.ordinary(),
        new Limits(5, 0, 25_000),
        true,
        0,
        PlanRequest.STAY_MINUTES,
        "en");
  }

  /// The same question of somebody else.
  static PlanRequest travelled(PlanRequest plain, Traveller traveller, int alternatives) {
    return new PlanRequest(
        plain.from(),
        plain.to(),
        plain.via(),
        plain.when(),
        plain.modes(),
        traveller,
        plain.limits(),
        plain.live(),
        alternatives,
        plain.stayMinutes(),
        plain.language(),
        plain.aboard(),
        plain.criteria());
  }

  /// Asks for a journey that passes stops in their order.
  PlanAnswer through(PlanRequest plain, String... via) {
    return answered(planner.plan(passing(plain, plain.limits(), via)));
  }

  PlanRequest passing(PlanRequest plain, Limits limits, String... via) {
    return new PlanRequest(
        plain.from(),
        plain.to(),
        Stream.of(via).<Waypoint>map(name -> new Waypoint.Stop(stopId(name))).toList(),
        plain.when(),
        plain.modes(),
        plain.traveller(),
        limits,
        plain.live(),
        plain.alternatives(),
        plain.stayMinutes(),
        plain.language());
  }

  static <T> T answered(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T answer) -> answer;
      case Outcome.Refused<T> refused -> throw new AssertionError(refused.toString());
    };
  }

  private static FareRules fares(Timetable timetable, Consumer<FeedFaresBuilder> offer) {
    int[] stations =
        IntStream.range(0, timetable.stops().count()).map(timetable.stops()::station).toArray();
    List<FeedFares> feeds =
        IntStream.range(0, timetable.feeds().count())
            .mapToObj(feed -> {
              FeedFaresBuilder builder =
                  new FeedFaresBuilder(timetable.feeds().ids().get(feed), "1", "Europe/Rome");
              offer.accept(builder);
              return builder.build(timetable.stops().parents(), timetable.routes().count());
            })
            .toList();
    return new FareRules(stations, timetable.routes().agencies(), feeds);
  }
}
