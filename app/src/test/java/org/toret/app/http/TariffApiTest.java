package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import org.toret.app.TinyCity;
import tools.jackson.databind.JsonNode;

/// Prices by distance, a cap and a carnet that a city brings in its rule tables, in the [TinyCity]:
/// 2.2 km from A to B, 4.4 from A to C.
final class TariffApiTest {

  private static final String HEAD =
      "# table: %s\n# version: 2026-01-01\n# source s: a test | none | 2026\n%s\n";

  @TempDir static Path temporary;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    Path data = temporary.resolve("data");
    TinyCity.write(data, 30);
    table(
        data,
        "fare-table",
        "row,feed,overKm,toKm,cents,currency,name\n"
            + "km3,tiny,0,3,150,EUR,Fino a 3 km\nkm5,tiny,3,5,200,EUR,Fino a 5 km");
    table(
        data,
        "fare-cap",
        "row,feed,products,period,cents,name\nday,tiny,,day,250,Massimo al giorno");
    table(data, "fare-carnet", "row,feed,product,of,rides\nten,tiny,ten,km5,10");
    table(
        data,
        "fare-pass",
        "row,feed,product,name,on,network,area,stops,period\nm,tiny,month,Mensile,,,,,month");
    Files.writeString(
        data.resolve("city.yaml"),
        "rules: [fare-table.csv, fare-cap.csv, fare-carnet.csv, fare-pass.csv]\n");
    server =
        TestServer.start(Optional.of(data), temporary.resolve("state"), "2026-09-15T08:00+02:00");
  }

  private static void table(Path data, String id, String rows) throws IOException {
    Files.writeString(data.resolve(id + ".csv"), HEAD.formatted(id, rows));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  @Tag("CO-08")
  void aRideCostsByItsKilometres() {
    assertThat(fare("from=tiny:A&to=tiny:B").path("cents").asInt()).isEqualTo(150);
    JsonNode fare = fare("from=tiny:A&to=tiny:C");
    assertThat(fare.path("cents").asInt()).isEqualTo(200);
    assertThat(fare.at("/items/0/name").asString()).isEqualTo("Fino a 5 km");
    assertThat(fare.at("/items/0/rule").asString()).isEqualTo("fare-table@2026-01-01#km5");
  }

  /// The feed states none, the table does.
  @Test
  @Tag("CO-08")
  void itsPricesAreNotSaidToBeUnknown() {
    String feeds = server.json("api/v1/feeds?lang=en").toString();

    assertThat(feeds).contains("tiny").doesNotContain("no_fares", "states no fares");
  }

  @Test
  @Tag("CO-09")
  void whatWasSpentTodayCountsTowardsTheCap() {
    JsonNode fare = fare("from=tiny:A&to=tiny:C&spent=tiny:day@100");

    assertThat(fare.path("cents").asInt()).isEqualTo(150);
    assertThat(fare.at("/items/0/cents").asInt()).isEqualTo(200);
    assertThat(fare.at("/items/1/cents").asInt()).isEqualTo(-50);
    assertThat(fare.at("/items/1/name").asString()).isEqualTo("Massimo al giorno");
    assertThat(server.get("api/v1/plan?from=tiny:A&to=tiny:C&spent=much", "it").statusCode())
        .isEqualTo(400);
  }

  @Test
  @Tag("CO-10")
  void whoHoldsACarnetPaysNothingMore() {
    assertThat(fare("from=tiny:A&to=tiny:C&holds=tiny:ten").path("cents").asInt()).isZero();
  }

  /// Since when it is valid may be told in city time, with an offset, or by the day.
  @Test
  @Tag("CO-10")
  void whatIsHeldMayBeValidSinceATime() {
    JsonNode known = fare("from=tiny:A&to=tiny:C&holds=tiny:ten@2026-09-15T07:30:00%2B02:00");
    for (String since : List.of("2026-09-15T07:30", "2026-09-15T05:30:00Z", "07:30")) {
      assertThat(fare("from=tiny:A&to=tiny:C&holds=tiny:ten@" + since)).as(since).isEqualTo(known);
    }
    assertThat(fare("from=tiny:A&to=tiny:C&holds=tiny:ten@2026-09-15").isObject()).isTrue();
    for (String wrong : List.of("tiny:ten@then", "ten@2026-09-15", "ten")) {
      var refused = server.get("api/v1/plan?from=tiny:A&to=tiny:C&holds=" + wrong, "it");
      assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
      assertThat(refused.body()).contains("invalid-holds", wrong);
    }
  }

  /// A pass of last month, and a ticket from which nothing leads on.
  @Test
  @Tag("CO-28")
  void whatIsHeldAndOverIsNamed() {
    String question = "from=tiny:A&to=tiny:C&at=2026-09-15T08:00&holds=tiny:";
    for (String over : List.of("month@2026-08-01", "km5@2026-09-15T07:59")) {
      assertThat(fare(question + over).path("cents").asInt()).as(over).isEqualTo(200);
      assertThat(notices(question + over))
          .as(over)
          .contains("” is no longer valid")
          .doesNotContain("“tiny:");
    }
    for (String good : List.of("month@2026-09-01", "month", "km5", "ten@2026-09-15T07:59")) {
      assertThat(fare(question + good).path("cents").asInt()).as(good).isZero();
      assertThat(notices(question + good)).as(good).doesNotContain("held_expired");
    }
  }

  /// A pass of the month to come.
  @Test
  @Tag("CO-28")
  void whatIsHeldAndBeginsLaterIsNamed() {
    String question = "from=tiny:A&to=tiny:C&at=2026-09-15T08:00&holds=tiny:month@";
    assertThat(fare(question + "2026-10-03").path("cents").asInt()).isEqualTo(200);
    assertThat(notices(question + "2026-10-03")).contains("held_to_come", "3 October 2026");
    assertThat(notices(question + "2026-09-30")).doesNotContain("held_to_come");
  }

  /// Who wants to be there by a time has left before.
  @Test
  @Tag("CO-28")
  void aPassHoldsAsLongAsAnybodyDepartsOnIt() {
    String question = "from=tiny:A&to=tiny:C&arriveBy=true&holds=tiny:month@2026-09-01&at=";

    assertThat(notices(question + "2026-10-01T12:00")).contains("held_expired");
    assertThat(notices(question + "2026-09-30T12:00")).doesNotContain("held_expired");
  }

  private static String notices(String question) {
    return server.json("api/v1/plan?modes=transit&lang=en&" + question).path("notices").toString();
  }

  /// What is held stays held when the alternative is asked for again.
  @Test
  @Tag("CO-10")
  void anAlternativeRemembersWhatItsTravellerHolds() {
    for (String held : List.of("&holds=tiny:ten", "&spent=tiny:day@100", "")) {
      String question = "api/v1/plan?modes=transit&from=tiny:A&to=tiny:C" + held;
      JsonNode first = server.json(question).at("/alternatives/0");
      JsonNode again = server.json("api/v1/plan/" + first.path("id").asString());
      assertThat(again.at("/alternative/costs/fare")).as(held).isEqualTo(first.at("/costs/fare"));
    }
  }

  private static JsonNode fare(String question) {
    JsonNode answer = server.json("api/v1/plan?modes=transit&" + question);
    JsonNode fare = answer.at("/alternatives/0/costs/fare");
    assertThat(fare.path("known").asBoolean()).as(question).isTrue();
    return fare;
  }
}
