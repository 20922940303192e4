package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import org.toret.demo.DemoCity;
import tools.jackson.databind.JsonNode;

/// The demo city with a feed that has nothing but a bus on demand between any two places of its
/// middle, 9:00 to 12:00 in September 2026, to be booked half an hour before; it is 8:00.
@Tag("OD-05")
final class OnDemandApiTest {

  private static final String QUESTION =
      "from=45.0600,7.6600&to=45.0705,7.6850&modes=taxi&at=2026-09-15T09:30";

  private static final Map<String, String> FEED =
      Map.of(
          "agency.txt",
          "agency_id,agency_name,agency_url,agency_timezone\nX,Pronto,https://x.example,Europe/Rome\n",
          "stops.txt",
          "stop_id,stop_name,stop_lat,stop_lon\n",
          "routes.txt",
          "route_id,agency_id,route_short_name,route_long_name,route_type\nR,X,,Collina,3\n",
          "calendar.txt",
          "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
              + "S,1,1,1,1,1,0,0,20260901,20260930\n",
          "trips.txt",
          "route_id,service_id,trip_id\nR,S,t\n",
          "stop_times.txt",
          "trip_id,location_id,stop_sequence,start_pickup_drop_off_window,"
              + "end_pickup_drop_off_window,pickup_type,drop_off_type,pickup_booking_rule_id\n"
              + "t,z,1,09:00:00,12:00:00,2,1,b\nt,z,2,09:00:00,12:00:00,1,2,\n",
          "booking_rules.txt",
          "booking_rule_id,booking_type,prior_notice_duration_min,phone_number,booking_url\n"
              + "b,1,30,011 123,https://x.example/book\n",
          "locations.geojson",
          """
          {"type": "FeatureCollection", "features": [{"type": "Feature", "id": "z",
           "properties": {}, "geometry": {"type": "Polygon", "coordinates":
           [[[7.64,45.05],[7.70,45.05],[7.70,45.08],[7.64,45.08],[7.64,45.05]]]}}]}
          """);

  @TempDir static Path temporary;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    Path data = Files.createDirectories(temporary.resolve("data"));
    DemoCity.write(data);
    Path feed = Files.createDirectories(data.resolve("pronto"));
    for (Map.Entry<String, String> file : FEED.entrySet()) {
      Files.writeString(feed.resolve(file.getKey()), file.getValue());
    }
    Path state = temporary.resolve("state");
    server = TestServer.start(Optional.of(data), state, "2026-09-15T08:00+02:00");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void taxiAndRideOnDemandAreOffered() {
    JsonNode answer = server.json("api/v1/plan?" + QUESTION);
    assertThat(answer.path("alternatives").size()).isEqualTo(2);
    JsonNode ride = called(answer, true);
    assertThat(ride.path("group").asString()).isEqualTo("taxi");
    assertThat(ride.path("departure").asString()).isEqualTo("2026-09-15T09:30:00+02:00");
    JsonNode booking = ride.at("/legs/0/booking");
    assertThat(booking.path("type").asString()).isEqualTo("same_day");
    assertThat(booking.path("latest").asString()).isEqualTo("2026-09-15T09:00:00+02:00");
    assertThat(booking.path("opens").isNull()).isTrue();
    assertThat(booking.path("phone").asString()).isEqualTo("011 123");
    assertThat(booking.path("bookingUrl").asString()).isEqualTo("https://x.example/book");
    assertThat(booking.at("/route/longName").asString()).isEqualTo("Collina");
    assertThat(ride.at("/costs/fare/known").asBoolean()).isFalse();
    assertThat(ride.at("/costs/fare/cents").isNull()).isTrue();
    JsonNode taxi = called(answer, false);
    assertThat(taxi.at("/costs/fare/atLeastCents").asInt()).isGreaterThan(350);
    assertThat(taxi.at("/costs/fare/items/0/kind").asString()).isEqualTo("taxi");
    assertThat(taxi.at("/costs/energy/known").asBoolean()).isTrue();
  }

  @Test
  void identityLeadsBackToTheRide() {
    JsonNode ride = called(server.json("api/v1/plan?" + QUESTION), true);
    JsonNode again = server.json("api/v1/plan/" + ride.path("id").asString());
    assertThat(again.at("/alternative/legs/0/booking")).isEqualTo(ride.at("/legs/0/booking"));
    assertThat(again.at("/alternative/departure")).isEqualTo(ride.path("departure"));
  }

  @Test
  void pageTellsHowItIsBooked() {
    String page = server.get("?" + QUESTION, "it").body();
    assertThat(page)
        .contains("Servizio a chiamata", "da prenotare entro: 15 set 2026, 09:00", "011 123")
        .contains("Taxi, a tassametro");
  }

  /// `modes=bus` alone, and a card that is not opened tells what must be done before one sets out.
  @Test
  @Tag("OD-11")
  void aBusOnDemandIsFoundByWhoTakesBusesAndItsCardTellsHowToBook() {
    String buses = QUESTION.replace("modes=taxi", "modes=walk,bus");
    assertThat(called(server.json("api/v1/plan?" + buses), true).path("group").asString())
        .isEqualTo("taxi");
    String page = server.get("?" + buses, "it").body().replace('\u00a0', ' ');
    String card = page.substring(page.indexOf("data-group=\"taxi\""));
    assertThat(card.substring(0, card.indexOf("</summary>")))
        .contains("Servizio a chiamata")
        .contains("da prenotare entro: 15 set 2026, 09:00 (30 min prima), tel. 011 123");
    assertThat(page).doesNotContain("Taxi, a tassametro");
  }

  @Test
  void feedIsOneOfTheFeeds() {
    assertThat(server.json("api/v1/feeds").path("feeds").valueStream())
        .extracting(feed -> feed.path("id").asString())
        .contains("pronto");
  }

  private static JsonNode called(JsonNode answer, boolean onDemand) {
    return answer
        .path("alternatives")
        .valueStream()
        .filter(found -> found.at("/legs/0/booking").isNull() != onDemand)
        .findFirst()
        .orElseThrow();
  }
}
