package org.toret.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.geo.Distance;

/// The journeys that everybody in Turin knows are possible in the demo city.
@Tag("DE-01")
final class JourneysTest {

  private static final List<String> METRO =
      List.of(
          "Fermi",
          "Paradiso",
          "Marche",
          "Massaua",
          "Pozzo Strada",
          "Monte Grappa",
          "Rivoli",
          "Racconigi",
          "Bernini",
          "Principi d'Acaja",
          "XVIII Dicembre",
          "Porta Susa FS",
          "Vinzaglio",
          "Re Umberto",
          "Porta Nuova FS",
          "Marconi",
          "Nizza",
          "Dante",
          "Carducci-Molinette",
          "Spezia",
          "Lingotto",
          "Italia 61-Regione Piemonte",
          "Bengasi");

  @Test
  void metroCallsAtItsTwentyThreeStationsInOrder() throws Exception {
    Feed feed = DemoFiles.feed("demo-gtt.zip");
    int trips = 0;
    for (Map.Entry<String, List<Feed.Call>> trip : feed.calls().entrySet()) {
      if (trip.getKey().startsWith("M1-")) {
        trips++;
        List<String> names = trip.getValue().stream().map(feed::stopName).toList();
        boolean out = trip.getKey().startsWith("M1-0");
        assertThat(names).isEqualTo(out ? METRO : METRO.reversed());
      }
    }
    assertThat(trips).isGreaterThan(300);
  }

  @Test
  void metroTakesAboutNineMinutesFromPortaNuovaToLingotto() throws Exception {
    Feed feed = DemoFiles.feed("demo-gtt.zip");
    List<Feed.Call> calls = trip(feed, "M1-0", "Porta Nuova FS", "Lingotto");
    int seconds =
        calls.get(METRO.indexOf("Lingotto")).arrives()
            - calls.get(METRO.indexOf("Porta Nuova FS")).leaves();
    assertThat(seconds).isBetween(7 * 60, 10 * 60);
  }

  @Test
  void tramFifteenLeadsFromPiazzaCastelloToTheRackTramwayAndThatToSuperga() throws Exception {
    Feed feed = DemoFiles.feed("demo-gtt.zip");
    List<Feed.Call> tram = trip(feed, "15-1", "Castello", "Sassi-Superga").reversed();
    List<Feed.Call> back = trip(feed, "15-0", "Sassi-Superga", "Castello");
    assertThat(tram).isNotEmpty();
    List<Feed.Call> rack = trip(feed, "79-0", "Stazione Sassi", "Stazione Superga");
    assertThat(feed.metres(back.getFirst().stop(), rack.getFirst().stop())).isLessThan(200);
    assertThat(rack.getLast().arrives() - rack.getFirst().leaves()).isBetween(12 * 60, 25 * 60);
  }

  @Test
  void busThirtySixLeadsFromRivoliToTheMetroAtFermi() throws Exception {
    Feed feed = DemoFiles.feed("demo-gtt.zip");
    List<Feed.Call> bus = trip(feed, "36-1", "Rivoli Martiri della Libertà", "Fermi");
    assertThat(bus).anySatisfy(x -> assertThat(feed.metres(x.stop(), "M-fermi")).isLessThan(150));
  }

  @Test
  void trainsLeadFromChieriAndTheAirportToPortaSusa() throws Exception {
    Feed feed = DemoFiles.feed("demo-sfm.zip");
    assertThat(trip(feed, "SFM1-1", "Chieri", "Torino Porta Susa")).isNotEmpty();
    assertThat(trip(feed, "SFM6-1", "Torino Aeroporto di Caselle", "Torino Porta Susa"))
        .isNotEmpty();
    assertThat(trip(feed, "SFM7-1", "Torino Aeroporto di Caselle", "Torino Porta Susa"))
        .isNotEmpty();
  }

  @Test
  void metroAndTrainMeetAtPortaSusaAndLingotto() throws Exception {
    Feed urban = DemoFiles.feed("demo-gtt.zip");
    Feed rail = DemoFiles.feed("demo-sfm.zip");
    assertThat(Distance.metres(urban.point("M-porta-susa"), rail.point("porta-susa")))
        .isLessThan(450);
    assertThat(Distance.metres(urban.point("M-porta-nuova"), rail.point("porta-nuova")))
        .isLessThan(450);
  }

  @Test
  void someTripsRunPastMidnight() throws Exception {
    Feed feed = DemoFiles.feed("demo-gtt.zip");
    assertThat(feed.calls().values())
        .anySatisfy(x -> assertThat(x.getFirst().leaves()).isGreaterThan(24 * 3600));
  }

  /// The first trip whose id begins so and that calls at both stops in this order.
  private static List<Feed.Call> trip(Feed feed, String prefix, String from, String to) {
    for (Map.Entry<String, List<Feed.Call>> trip : feed.calls().entrySet()) {
      List<String> names = trip.getValue().stream().map(feed::stopName).toList();
      boolean both = names.contains(from) && names.indexOf(from) < names.lastIndexOf(to);
      if (trip.getKey().startsWith(prefix) && both) {
        return trip.getValue();
      }
    }
    throw new AssertionError("No trip " + prefix + " from " + from + " to " + to);
  }
}
