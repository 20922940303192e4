package org.toret.app.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.toret.app.TinyCity;
import org.toret.app.city.CityPreparation;
import org.toret.app.city.CityProgress;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.CityKeeper;
import org.toret.app.keep.LiveSource;
import org.toret.app.keep.OpenCity;
import org.toret.app.live.LiveDesk;
import org.toret.app.texts.Texts;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Messages;
import org.toret.base.outcome.Outcome;
import org.toret.mobility.plan.Limits;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.Waypoint;
import org.toret.mobility.plan.When;
import org.toret.router.fare.DriveCosts;

/// The city of three stops with a street, a car park and a bicycle station, and a desk to which
/// messages are sent as to a server's.
///
/// Two sources speak: one is well, the other sends what a test gives it. After every message both
/// are looked at as a user would: a message that is refused says why, in both languages, and has
/// changed nothing; and the source that is well has noticed nothing.
final class LiveTown {

  static final String PARKS =
      """
      {"last_updated":"2026-09-15T06:00:00Z","lots":[{"id":"p1","name":"Alfa","total":80,"free":12,
      "state":"open","forecast":false,"coords":{"lat":45.001,"lng":7.601}}]}
      """;

  static final String STATIONS =
      """
      {"last_updated":"2026-09-15T06:00:00Z","ttl":60,"version":"3.0","data":{"stations":[
      {"station_id":"s1","name":[{"text":"Alfa","language":"it"}],"lat":45.0011,"lon":7.6011,
      "capacity":10}]}}
      """;

  static final String STATUS =
      """
      {"last_updated":"2026-09-15T06:00:00Z","ttl":60,"version":"3.0","data":{"stations":[
      {"station_id":"s1","num_vehicles_available":3,"num_docks_available":7,"is_installed":true,
      "is_renting":true,"is_returning":true,"last_reported":"2026-09-15T05:59:00Z",
      "vehicle_types_available":[{"vehicle_type_id":"bike","count":3}]}]}}
      """;

  private static final Clock EIGHT =
      Clock.fixed(Instant.ofEpochSecond(LiveSeeds.AT), ZoneOffset.UTC);

  /// So many messages are sent to one desk, since it keeps what was said.
  private static final int MESSAGES_PER_DESK = 40;

  /// Named after the sharing system, since its messages do not always name it.
  private static final String WELL = "bikes/well";

  private static final String ILL = "bikes/ill";

  private final OpenCity city;
  private final Messages texts = Texts.load();
  private CityHolder holder = new CityHolder();
  private LiveDesk desk = new LiveDesk(holder, EIGHT);
  private int sent = MESSAGES_PER_DESK;

  private LiveTown(OpenCity city) {
    this.city = city;
  }

  /// Compiles it.
  static LiveTown of(Path folder) throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    TinyCity.write(data, 20);
    Files.write(data.resolve("streets.osm.pbf"), Seeds.streets(450_000_000, 76_000_000));
    Files.writeString(data.resolve("parks.json"), PARKS);
    Path bikes = Files.createDirectories(data.resolve("bikes"));
    Files.writeString(bikes.resolve("station_information.json"), STATIONS);
    Files.writeString(bikes.resolve("station_status.json"), STATUS);
    Files.writeString(
        bikes.resolve("system_information.json"),
        """
        {"last_updated":"2026-09-15T06:00:00Z","ttl":60,"version":"3.0","data":{
        "system_id":"bikes","languages":["it"],"name":[{"text":"Bici","language":"it"}],
        "timezone":"Europe/Rome"}}
        """);
    Files.writeString(
        bikes.resolve("vehicle_types.json"),
        """
        {"last_updated":"2026-09-15T06:00:00Z","ttl":60,"version":"3.0","data":{"vehicle_types":[
        {"vehicle_type_id":"bike","form_factor":"bicycle","propulsion_type":"human"}]}}
        """);
    var preparation = new CityPreparation(Optional.of(data), folder.resolve("state"), EIGHT);
    CityKeeper keeper = new CityKeeper(preparation, new CityHolder(), DriveCosts.tables());
    return switch (keeper.refresh(new CityKeeper.Ears(CityProgress.NONE, refused -> {}))) {
      case Outcome.Done<OpenCity>(OpenCity open) -> new LiveTown(open);
      case Outcome.Refused<OpenCity>(String code, List<String> args) ->
          throw new IllegalStateException(code + " " + args);
    };
  }

  /// Sends a message and looks at what has become of everything.
  ///
  /// @param good what the source that is well says
  void send(byte[] message, List<byte[]> good) {
    if (sent++ >= MESSAGES_PER_DESK) {
      sent = 0;
      holder = new CityHolder();
      holder.swap(city);
      desk = new LiveDesk(holder, EIGHT);
      good.forEach(one -> desk.take(WELL, "test", one));
    }
    String before = summary();
    Optional<LiveSource> ill = find(ILL);
    desk.take(ILL, "test", message);
    desk.look();
    LiveSource after = find(ILL).orElseThrow();
    String now = summary();
    boolean refused = after.failures() > ill.map(LiveSource::failures).orElse(0);
    check(!after.reason().equals("live_fault"), "the intake stumbles: " + after.detail());
    LiveSource well = find(WELL).orElseThrow();
    check(well.failures() == 0, "the source that is well is told off: " + well);
    if (refused) {
      check(now.equals(before), "a message refused has changed something");
      check(
          texts.codes("it").contains(after.reason()) && texts.codes("en").contains(after.reason()),
          "no text for " + after.reason());
    }
    ask();
    Texts.LANGUAGES.forEach(language -> {
      texts.text(language, after.reason(), List.of(after.detail()));
      holder
          .get()
          .live()
          .notices()
          .forEach(tally ->
              tally
                  .examples()
                  .forEach(example -> readable(language, example.code(), example.args())));
    });
  }

  /// What is known of a source that says this alone.
  LiveSource told(byte[] message) {
    sent = MESSAGES_PER_DESK;
    send(message, List.of(Seeds.text(PARKS)));
    return find(ILL).orElseThrow();
  }

  /// What a server answers about what is so now.
  String look() {
    return summary();
  }

  private void readable(Locale language, String code, List<String> args) {
    check(!texts.text(language, code, args).isBlank(), "no text for " + code);
  }

  private Optional<LiveSource> find(String id) {
    return desk.sources().stream().filter(source -> source.id().equals(id)).findFirst();
  }

  /// What travellers are told.
  private String summary() {
    return LiveLook.at(holder.get(), EIGHT.instant());
  }

  /// A traveller asks for the way by anything.
  private void ask() {
    Outcome<PlanAnswer> answer =
        holder
            .get()
            .plan(
                new PlanRequest(
                    new Waypoint.Point(new GeoPoint(45.0005, 7.6005), ""),
                    new Waypoint.Stop("tiny:C"),
                    List.of(),
                    new When(EIGHT.instant(), false, Duration.ofHours(1)),
                    city.offeredModes(),
                    Traveller.ordinary(),
                    Limits.sensible(),
                    true,
                    0,
                    PlanRequest.STAY_MINUTES,
                    "it"),
                holder.get().known(EIGHT.instant()));
    check(answer instanceof Outcome.Done<PlanAnswer>, "no answer: " + answer);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
