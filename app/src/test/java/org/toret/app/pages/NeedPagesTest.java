package org.toret.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a page tells of who travels and with what: what was asked for beside the way, what could
/// not be understood, and what it means for an alternative.
final class NeedPagesTest {

  private static final String ASKED = "/?from=45.0627,7.6785&to=demo:lingotto&at=2026-09-15T08:15";

  private static SampleServer server;
  private static HttpClient client;

  @BeforeAll
  static void start() {
    server = SampleServer.start(0);
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  @Test
  @Tag("UI-22")
  void whatIsSaidOfTheCarStandsOnItsCard() {
    String page = get(ASKED, "it");
    String told = "l’auto non può entrare in ZTL Centrale";
    assertThat(card(page, "a-car")).contains(told);
    assertThat(card(page, "a-car").indexOf(told))
        .isLessThan(card(page, "a-car").indexOf("</summary>"));
    assertThat(page.split(told, -1)).hasSize(2);
    assertThat(page.indexOf("Di alcune fermate")).isGreaterThan(page.lastIndexOf("data-id="));
    assertThat(card(get(ASKED, "en"), "a-car")).contains("may not enter ZTL Centrale");
  }

  @Test
  @Tag("UI-22")
  void whyThereIsNoCarStandsBeforeTheList() {
    String page = get(ASKED + "&vehicle=diesel:1", "it");
    assertThat(page).doesNotContain("data-id=\"a-car\"");
    assertThat(page.indexOf("Un’auto di questa classe (diesel:1)"))
        .isBetween(page.indexOf("class=\"results-head\""), page.indexOf("data-id="));
  }

  @Test
  @Tag("UI-23")
  void whatWasAskedBesideStandsAboveTheAnswerAndCanBeTakenAway() {
    String page =
        get(
            ASKED
                + "&holds=demo:month,demo:city100&persons=3&rider=under26&vehicle=diesel:5"
                + "&avoidStairs=true&permits=disabled",
            "it");
    String chips =
        page.substring(page.indexOf("class=\"with\""), page.indexOf("<ol class=\"alter"));
    assertThat(chips)
        .contains("3 persone", "Senza scale", "Mensile", "City 100", "categoria Under 26")
        .contains("Diesel Euro 5", "permesso disabili", "aria-label=\"Togli: Mensile\"");
    assertThat(chips)
        .containsPattern(
            "href=\"[^\"]*holds=demo:city100&amp;persons=3[^\"]*\" aria-label=\"Togli: Mens")
        .containsPattern(
            "href=\"[^\"]*holds=demo:month&amp;persons=3[^\"]*\" aria-label=\"Togli: City")
        .doesNotContainPattern("href=\"[^\"]*persons[^\"]*\" aria-label=\"Togli: 3 persone");
    assertThat(get(ASKED, "it")).doesNotContain("class=\"with\"");
    assertThat(get(ASKED + "&modes=walk,metro", "en")).contains("On foot, Metro only");
    assertThat(get(ASKED + "&criteria=times", "en")).contains("weighed by time alone");
  }

  @Test
  @Tag("UI-24")
  void aPageSaysWhatItCannotUnderstand() {
    String page = get(ASKED + "&holds=month", "it");
    assertThat(page)
        .contains("class=\"notice problem\"", "feed:prodotto")
        .doesNotContain("class=\"plan\"");
    assertThat(page.indexOf("notice problem")).isLessThan(page.indexOf("class=\"map\""));
    assertThat(get("/fragments/plan" + ASKED.substring(1) + "&holds=month", "it"))
        .contains("class=\"notice\"", "feed:prodotto");
    assertThat(get(ASKED + "&holds=demo:month@2026-09-01", "it")).contains("6 alternative");
    assertThat(get(ASKED + "&persons=99", "en")).contains("from 1 to 9");
  }

  private static String get(String path, String language) {
    var request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Accept-Language", language)
            .build();
    try {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      return answer.body().replace('\u00a0', ' ');
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String card(String page, String id) {
    int start = page.indexOf("data-id=\"" + id + "\"");
    assertThat(start).as(id).isPositive();
    int next = page.indexOf("data-id=\"", start + 10);
    return page.substring(start, next < 0 ? page.length() : next);
  }
}
