package org.toret.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a reader without script gets: the pages as the server writes them.
final class PagesTest {

  private static final String ASKED =
      "/?from=45.0627,7.6785&fromName=Corso+Vittorio&to=demo:lingotto&toName=Lingotto"
          + "&at=2026-09-15T08:15";

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
  void theFourCostsOfEveryAlternativeStandInThePage() {
    String page = get(ASKED, "it");
    assertThat(page)
        .contains("6 alternative", "19 min", "1,90 €", "412 Wh", "96 g", "2,9 kWh", "846 g");
    assertThat(page).contains("martedì 15 settembre 2026, partenza dalle 08:15");
  }

  @Test
  void anUnknownFareSaysSoAndWhyAndWhatItIsAtLeast() {
    String car = alternative(get(ASKED, "it"), "a-car");
    assertThat(car).contains("n.d.", "almeno 0,54 €", "il prezzo della sosta non è pubblicato");
    assertThat(car).doesNotContain(">0 €<");
    assertThat(alternative(get(ASKED, "en"), "a-car")).contains("n/a", "at least €0.54");
  }

  @Test
  void everyNumberOpensToItsRuleAndSource() {
    assertThat(alternative(get(ASKED, "it"), "a-metro"))
        .contains("Biglietto City 100", "gtt-fares@2024-07-01#city-100", "ISPRA, Annuario 2024");
  }

  @Test
  void theTimeOpensToItsStretchesWhichAddUp() {
    String metro = alternative(get(ASKED, "it"), "a-metro");
    assertThat(metro).contains("3 min 00 s", "9 min 00 s", "5 min 00 s", "Attesa", "2 min 00 s");
  }

  @Test
  void legsTellStopsStepsAndPlatforms() {
    String page = get(ASKED, "it");
    assertThat(alternative(page, "a-metro"))
        .contains("direzione Bengasi", "5 fermate intermedie", "Spezia", "Passo per passo");
    assertThat(alternative(page, "a-rail")).contains("banchina 12");
  }

  @Test
  void plainTextIsLookedUp() {
    String page = get("/?from=porta+nuova&to=via+nizza&when=depart&at=2026-09-15T08:15", "en");
    assertThat(page).contains("6 alternatives", "value=\"Porta Nuova\"", "value=\"demo:pn-fs\"");
  }

  @Test
  void aPlaceNobodyKnowsIsSaid() {
    String page = get("/?from=Atlantide&to=Lingotto&when=now", "it");
    assertThat(page)
        .contains("Nessun luogo si chiama «Atlantide»")
        .doesNotContain("class=\"plan\"");
  }

  @Test
  void swapLeadsToTheQuestionTheOtherWayRound() {
    var answer = answer("/?from=Lingotto&to=Porta+Nuova&when=now&swap=true", "it");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .contains("from=Porta+Nuova", "to=Lingotto")
        .doesNotContain("swap");
  }

  @Test
  void theFormKeepsWhatWasAsked() {
    String page =
        get(ASKED + "&arriveBy=true&modes=walk,metro&wheelchair=true&vehicle=diesel:5", "it");
    assertThat(page)
        .containsPattern("value=\"arrive\" checked")
        .containsPattern("value=\"metro\" checked")
        .doesNotContainPattern("value=\"car\" checked")
        .containsPattern("name=\"wheelchair\" value=\"true\" checked")
        .containsPattern("value=\"diesel:5\" selected");
  }

  @Test
  void onlyTheModesAskedForAreUsed() {
    assertThat(get(ASKED + "&modes=walk,metro", "it"))
        .contains("2 alternative", "a-metro")
        .doesNotContain("a-car");
  }

  @Test
  void theServerSortsAndFilters() {
    assertThat(ids(get(ASKED, "it"))).startsWith("a-bike", "a-metro");
    assertThat(ids(get(ASKED + "&sort=departure", "it"))).endsWith("a-tram-bus", "a-rail", "a-car");
    assertThat(ids(get(ASKED + "&sort=fare", "it"))).endsWith("a-rail", "a-car");
    assertThat(get(ASKED + "&group=bike", "it"))
        .containsPattern("<li hidden>\\s*<details[^>]*a-car");
  }

  @Test
  void theFragmentIsTheSameAnswerAlone() {
    String fragment = get("/fragments/plan" + ASKED.substring(1), "it");
    assertThat(fragment).doesNotContain("<html").contains("6 alternative");
    assertThat(ids(fragment)).isEqualTo(ids(get(ASKED, "it")));
  }

  @Test
  void onesOwnCarStandsApartUnlessItWasAskedFor() {
    String page = get(ASKED, "it");
    assertThat(ids(page)).endsWith("a-walk", "a-car");
    int apart = page.indexOf("Con la propria auto");
    assertThat(apart)
        .isBetween(page.indexOf("data-id=\"a-walk\""), page.indexOf("data-id=\"a-car\""));
    assertThat(ids(get(ASKED + "&sort=time", "it"))).startsWith("a-bike").endsWith("a-car");
    String asked = get(ASKED + "&vehicle=diesel:5", "it");
    assertThat(ids(asked)).startsWith("a-car");
    assertThat(asked).doesNotContain("Con la propria auto");
    assertThat(ids(get(ASKED + "&modes=car,walk", "it"))).containsExactly("a-car", "a-walk");
  }

  @Test
  @Tag("UI-08")
  void thePictureHoldsEveryAlternativeAndWhatIsNotKnownIsMarked() {
    String page = get(ASKED + "&plane=energy,fare", "en");
    assertThat(page)
        .containsPattern("class=\"point walk\" href=\"#way-\\d\" data-way=\"a-walk\"")
        .containsPattern("data-way=\"a-rail\"[^>]*data-doubts=\"fare\"")
        .containsPattern("data-way=\"a-metro\"[^>]*data-doubts=\"\"")
        .containsPattern(
            "<select class=\"across\"[^>]*>\\s*(<option[^>]*>[^<]*</option>\\s*){2}"
                + "<option value=\"energy\" selected");
    assertThat(page.split("class=\"point ", -1)).hasSize(7);
  }

  @Test
  @Tag("UI-09")
  void whatMattersToTheReaderOrdersTheListAndIsKept() {
    String energy = get(ASKED + "&weightEnergy=4", "it");
    assertThat(ids(energy)).startsWith("a-bike", "a-walk", "a-metro", "a-rail", "a-tram-bus");
    assertThat(energy)
        .containsPattern("name=\"weightEnergy\" min=\"0\" max=\"4\" step=\"1\" value=\"4\"")
        .contains("weightEnergy=4&amp;page=");
    assertThat(ids(get(ASKED + "&weightEnergy=4&sort=time", "it"))).startsWith("a-bike", "a-metro");
    assertThat(ids(get(ASKED + "&weightFare=4", "it"))).containsSubsequence("a-metro", "a-rail");
  }

  @Test
  @Tag("UI-08")
  void theDifferenceToTheFastestIsSaidInWords() {
    assertThat(alternative(get(ASKED, "it"), "a-metro"))
        .contains("Rispetto alla più veloce: 4 min, 1,90 €, 412 Wh e 96 g CO₂e in più");
    assertThat(alternative(get(ASKED, "en"), "a-rail"))
        .contains("Against the fastest:", "at least €1.90", "more");
  }

  @Test
  void aPointPickedOnTheMapIsCalledAfterTheStreetNearIt() {
    String page = get("/?from=45.06112,7.67701&to=demo:lingotto&at=2026-09-15T08:15", "it");
    assertThat(page).contains("value=\"presso Via Sacchi\"", "value=\"45.06112,7.67701\"");
    assertThat(get("/fragments/name?point=45.06112,7.67701", "en")).isEqualTo("near Via Sacchi");
    assertThat(get("/fragments/name?point=45.01,7.6", "en")).isEqualTo("45.01,7.6");
  }

  @Test
  void placesToPassStayInTheFormAndInTheLinks() {
    String page = get(ASKED + "&via=45.06112,7.67701", "it");
    assertThat(page)
        .containsPattern("name=\"via\" value=\"45.06112,7.67701\"[^>]* checked")
        .contains("per presso Via Sacchi", "via=45.06112,7.67701");
    assertThat(get(ASKED, "it")).doesNotContain("name=\"via\" value");
  }

  @Test
  @Tag("UI-09")
  void whoTravelsWithWhatIsChosenInTheForm() {
    String page = get(ASKED + "&holds=demo:month&persons=2&rider=under26&bikeOnBoard=true", "it");
    assertThat(page)
        .containsPattern("name=\"holds\" value=\"demo:month\" checked")
        .containsPattern("name=\"holds\" value=\"demo:city100\">")
        .containsPattern("value=\"2\" selected")
        .containsPattern("value=\"under26\" selected")
        .containsPattern("name=\"bikeOnBoard\" value=\"true\" checked")
        .contains("holds=demo:month&amp;persons=2")
        .doesNotContain("name=\"media\"");
    assertThat(get(ASKED + "&holds=demo:month@2026-09-01T00:00:00%2B02:00", "it"))
        .containsPattern("value=\"demo:month@2026-09-01T00:00:00\\+02:00\" checked");
  }

  @Test
  void theLanguageIsTheReadersOrTheOneChosen() {
    assertThat(get("/", "it-IT,it;q=0.9")).contains("lang=\"it\"", "Dove si va?");
    assertThat(get("/", "fr,en;q=0.5")).contains("lang=\"en\"", "Where to?");
    var chosen = answer("/?set-lang=en&to=Lingotto", "it");
    assertThat(chosen.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("lang=en");
    assertThat(chosen.headers().firstValue("Location")).contains("/?to=Lingotto");
  }

  @Test
  void theLookChosenIsKept() {
    assertThat(answer("/", "it", "Cookie", "theme=dark").body()).contains("data-theme=\"dark\"");
    assertThat(answer("/", "it", "Cookie", "theme=<script>").body()).doesNotContain("data-theme");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/stop/demo:porta-nuova", "/line/demo:M1", "/network", "/stop/x"})
  void inventedDataAreMarkedOnEveryPageAndNothingIsLoadedFromElsewhere(String path) {
    var answer = answer(path, "it");
    assertThat(answer.body()).contains("<strong>DEMO</strong>", "© OpenStreetMap contributors");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'self';");
    assertThat(answer.body()).doesNotContainPattern("(src|href)=\"(https?:)?//");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/nothing/at/all", "/stop/xx:yy", "/line/xx:yy"})
  void whereThereIsNothingAPageSaysSo(String path) {
    var italian = answer(path, "it", "Accept", "text/html,*/*;q=0.8");
    assertThat(italian.statusCode()).isEqualTo(404);
    assertThat(italian.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(italian.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(italian.body()).contains("lang=\"it\"", "Qui non c’è niente", "href=\"/\"");
    assertThat(answer(path, "en", "Accept", "text/html").body())
        .contains("lang=\"en\"", "There is nothing here");
  }

  @Test
  void aFailureIsAPageTooForWhoReads() {
    String asked = "/?from=45.0703,7.6869&to=demo:broken&at=2026-09-15T08:15";
    var page = answer(asked, "it", "Accept", "text/html");
    assertThat(page.statusCode()).isEqualTo(500);
    assertThat(page.body()).contains("lang=\"it\"", "Qualcosa è andato storto", "href=\"/\"");
    var program = answer(asked, "en", "Accept", "application/json");
    assertThat(program.statusCode()).isEqualTo(500);
    assertThat(program.body()).doesNotContain("Something went wrong");
  }

  @Test
  void theSwitchOfLanguageWorksWhereThereIsNothing() {
    var answer = answer("/nothing?set-lang=en", "it", "Accept", "text/html");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/nothing");
  }

  @Test
  void aStopShowsWhatLeavesFromIt() {
    assertThat(get("/stop/demo:porta-nuova", "it"))
        .contains("Porta Nuova FS", "Bengasi", "tra 2 min", "08:16", "/line/demo:M1");
    assertThat(get("/stop/demo:porta-nuova", "en")).contains("in 2 min", "08:16");
    assertThat(answer("/stop/demo:nowhere", "it").statusCode()).isEqualTo(404);
  }

  @Test
  @Tag("UI-11")
  void aBoardTellsWhatIsLiveAndWhatDoesNotCome() {
    String page = get("/stop/demo:porta-nuova", "en");
    assertThat(row(page, "Torino Esposizioni"))
        .contains("Live: ", "08:17</s>", "08:20", "+3 min", "Few seats free");
    assertThat(row(page, "Falchera")).contains("Estimated from where the vehicle is", "on time");
    assertThat(row(page, "Corso Turati")).contains("Detoured trip", "−2 min");
    assertThat(row(page, "Deposito")).contains("<s>Deposito</s>", "Cancelled", "<s>08:21</s>");
    assertThat(row(page, "Ospedale"))
        .contains("<s>Ospedale</s>", "Does not stop here", "<s>08:22</s>")
        .doesNotContain("Live", "in 8 min");
    assertThat(row(page, "Bengasi")).doesNotContain("Live", "on time");
    assertThat(row(get("/stop/demo:porta-nuova", "it"), "Ospedale")).contains("Non ferma qui");
  }

  @Test
  @Tag("UI-12")
  void stopsAndLinesTellTheirDisruptionsByWhatTheyDo() {
    String stop = get("/stop/demo:porta-nuova", "en");
    assertThat(stop)
        .containsPattern(
            "disruption warn\">(?s:.*?)Lift or step-free access out of order</b> Ascensore")
        .containsPattern("disruption unsaid\">(?s:.*?)<p>Capolinea spostato")
        .containsPattern("disruption bad\">(?s:.*?)No service</b> Linea 9 ferma")
        .containsPattern("disruption info\">(?s:.*?)Corse in più")
        .contains("Si ripara entro sera.", "1 more")
        .contains("Wheelchair accessible, but a lift is out of order now");
    assertThat(get("/line/demo:M1", "it")).contains("Forti ritardi</b> Guasto a Massaua");
  }

  @Test
  @Tag("UI-12")
  void aLegTellsItsDisruptionsAndWhereItDoesNotStop() {
    String bus = alternative(get(ASKED, "it"), "a-tram-bus");
    assertThat(bus)
        .containsPattern("disruption warn\">(?s:.*?)Deviazione</b> Cantiere in Via Nizza")
        .contains("Fino a sera.", "2 fermate intermedie", "<s>Carducci</s> <b>non ferma qui</b>")
        .doesNotContain("<s>Dante</s>");
  }

  @Test
  void aLineShowsBothDirections() {
    assertThat(get("/line/demo:M1", "it"))
        .contains("Fermate verso Bengasi", "Fermate verso Fermi", "200 corse", "prima 05:30");
    assertThat(answer("/line/demo:none", "it").statusCode()).isEqualTo(404);
  }

  @Test
  void theMapOfAStopOrALineIsDrawnFromThePage() {
    assertThat(get("/stop/demo:porta-nuova", "it"))
        .contains("\"route\":\"demo:M1\"", "\"lat\":45.0622");
    assertThat(get("/line/demo:M1", "it"))
        .containsPattern("\"polyline\":\"[^\"]{20,}\"")
        .contains("{\"id\":\"demo:Fermi\",\"name\":\"Fermi\",\"lat\":45.07,\"lon\":7.6}");
  }

  @Test
  void theNetworkTellsOfEveryFeed() {
    assertThat(get("/network", "it"))
        .contains("dal 1 gen 2020", "14.210", "stop_times.txt, riga 1.234", "1.204", "ODbL-1.0");
  }

  private static String get(String path, String language) {
    HttpResponse<String> answer = answer(path, language);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body().replace('\u00a0', ' ');
  }

  private static HttpResponse<String> answer(String path, String language, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(server.url() + path)).header("Accept-Language", language);
    for (int i = 0; i + 1 < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String alternative(String page, String id) {
    int start = page.indexOf("data-id=\"" + id + "\"");
    assertThat(start).as(id).isPositive();
    int next = page.indexOf("data-id=\"", start + 10);
    return page.substring(start, next < 0 ? page.length() : next);
  }

  private static String row(String page, String headsign) {
    return Pattern.compile("<li[^>]*>(?s:.*?)</li>")
        .matcher(page.substring(page.indexOf("<ol class=\"departures")))
        .results()
        .map(found -> found.group())
        .filter(found -> found.replace("<s>", "").contains("headsign\">" + headsign))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> ids(String page) {
    Matcher matcher =
        Pattern.compile("<details class=\"alternative[^>]*data-id=\"([^\"]*)\"").matcher(page);
    return matcher.results().map(found -> found.group(1)).toList();
  }
}
