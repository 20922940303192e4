package org.toret.app.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.transit.realtime.GtfsRealtime;
import com.google.transit.realtime.GtfsRealtime.TripDescriptor.ScheduleRelationship;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import tools.jackson.databind.JsonNode;

/// Somebody follows a trip on the planner page while live messages change it: the whole application
/// over the demo city, in a browser.
@Tag("browser")
@Tag("RE-06")
final class FollowPageTest {

  private static final Instant NOW = Instant.parse("2026-09-15T06:00:00Z");
  private static final int LATE_SECONDS = 180;
  private static final String QUESTION =
      "from=45.0705,7.6850&to=45.0420,7.6440&at=2026-09-15T08:00&modes=transit,walk";

  @Test
  void theButtonTellsDelaysThenWhatBrokeAndTheWaysOn(@TempDir Path state) {
    try (var server = TestServer.start(Optional.empty(), state, "2026-09-15T08:00+02:00");
        var browser = Browser.start();
        var visit = browser.visit(Browser.Reader.onPhone("it")).withoutMap()) {
      Page page = visit.page();
      page.navigate(server.url() + "?" + QUESTION);
      Locator card = page.locator("details.alternative[data-group=public]").first();
      card.locator("summary").first().click();
      Locator button = card.locator("button[data-do=follow]");
      assertThat(button).hasText("Segui");
      button.click();
      assertThat(button).hasAttribute("aria-pressed", "true");
      Locator following = card.locator(".following");
      assertThat(following).containsText("Parte alle");
      String before = following.innerText();
      String id = Objects.requireNonNull(card.getAttribute("data-id"), "the card has no identity");
      JsonNode ride = ride(server, id);
      tell(server, ride, 20, LATE_SECONDS);
      assertThat(following).not().hasText(before);
      assertThat(following).containsText("arriva alle");
      assertThat(following).not().hasClass(Pattern.compile("alarming"));
      tell(server, ride, 10, -1);
      assertThat(following).hasClass(Pattern.compile("alarming"));
      assertThat(following).containsText("soppressa");
      assertThat(following).containsText("arrivo alle");
      assertThat(following.locator("p").count()).isGreaterThan(1);
      assertThat(visit.barriers()).isEmpty();
      button.click();
      assertThat(button).hasAttribute("aria-pressed", "false");
      assertThat(following).isHidden();
      assertThat(visit.errors()).isEmpty();
      assertThat(visit.elsewhere(server.url())).isEmpty();
    }
  }

  /// The first ride of an alternative.
  private static JsonNode ride(TestServer server, String id) {
    for (JsonNode leg : server.json("api/v1/plan/" + id).at("/alternative/legs")) {
      if (leg.has("trip")) {
        return leg;
      }
    }
    throw new AssertionError("nothing is ridden");
  }

  /// @param delay seconds from its first stop on, negative where the run is cancelled
  private static void tell(TestServer server, JsonNode leg, long secondsAgo, int delay) {
    String id = leg.path("trip").asString();
    GtfsRealtime.FeedMessage.Builder message =
        GtfsRealtime.FeedMessage.newBuilder()
            .setHeader(
                GtfsRealtime.FeedHeader.newBuilder()
                    .setGtfsRealtimeVersion("2.0")
                    .setTimestamp(NOW.getEpochSecond() - secondsAgo));
    GtfsRealtime.TripDescriptor.Builder trip =
        GtfsRealtime.TripDescriptor.newBuilder()
            .setTripId(id.substring(id.indexOf(':') + 1))
            .setStartDate(leg.path("serviceDate").asString().replace("-", ""));
    GtfsRealtime.TripUpdate.Builder update =
        message.addEntityBuilder().setId("1").getTripUpdateBuilder();
    if (delay < 0) {
      update.setTrip(trip.setScheduleRelationship(ScheduleRelationship.CANCELED));
    } else {
      update
          .setTrip(trip)
          .addStopTimeUpdateBuilder()
          .setStopSequence(1)
          .setDeparture(GtfsRealtime.TripUpdate.StopTimeEvent.newBuilder().setDelay(delay));
    }
    assertThat(server.tell("test", message.build().toByteArray()).statusCode()).isEqualTo(200);
  }
}
