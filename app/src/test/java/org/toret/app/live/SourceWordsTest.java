package org.toret.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.transit.realtime.GtfsRealtime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TinyCity;
import org.toret.app.answer.LiveViews.SourceView;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.LiveSource;
import org.toret.app.texts.Texts;

/// What is said of sources that cannot be asked or used, in words of one's own, and how soon they
/// are asked again.
@Tag("RT-18")
final class SourceWordsTest {

  @TempDir Path temporary;
  private final MovingClock clock = new MovingClock(Instant.parse("2026-09-15T06:00:00Z"));
  private final CityHolder holder = new CityHolder();
  private final LiveDesk desk = new LiveDesk(holder, clock);
  private final HttpClient client = HttpClient.newHttpClient();
  private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(1);

  @BeforeEach
  void start() {
    TinyCity.write(temporary.resolve("data"), 20);
    TinyCity.open(temporary, holder, clock);
  }

  @AfterEach
  void stop() {
    executor.shutdownNow();
    client.close();
  }

  private Poll poll(String source, URI address) {
    desk.expect(source, address.toString());
    Fetch fetch = new Fetch(client, new Fetch.Terms(Duration.ofSeconds(20), 1 << 20));
    return new Poll(source, address, 20, desk, LiveLog.local(desk), fetch, executor);
  }

  private LiveSource source(String id) {
    return desk.sources().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private String reason(String id, Locale locale) {
    return String.valueOf(
        SourceView.of(source(id), ZoneId.of("Europe/Rome"), Texts.load(), locale).reason());
  }

  private byte[] empty(long secondsAgo) {
    return GtfsRealtime.FeedMessage.newBuilder()
        .setHeader(
            GtfsRealtime.FeedHeader.newBuilder()
                .setGtfsRealtimeVersion("2.0")
                .setTimestamp(clock.instant().getEpochSecond() - secondsAgo))
        .build()
        .toByteArray();
  }

  @Test
  void aHostThatNobodyKnows() throws InterruptedException {
    // reserved for names that do not exist
    poll("far", URI.create("http://nobody.invalid/feed.pb")).ask();
    assertThat(source("far").reason()).isEqualTo("live_unknown_host");
    assertThat(reason("far", Locale.ITALIAN))
        .isEqualTo("nessuno conosce l’indirizzo nobody.invalid");
  }

  @Test
  void aFileThatIsNotThere() throws InterruptedException {
    Path file = temporary.resolve("gone.pb");
    poll("file", file.toUri()).ask();
    assertThat(reason("file", Locale.ITALIAN)).isEqualTo("il file " + file + " non c’è");
    assertThat(reason("file", Locale.ENGLISH)).isEqualTo("there is no file " + file);
  }

  @Test
  void whatCannotBeReadIsAskedForLessOften() throws IOException, InterruptedException {
    Path file = temporary.resolve("feed.pb");
    Files.writeString(file, "<rss/>");
    Poll poll = poll("file", file.toUri());
    poll.ask();
    assertThat(reason("file", Locale.ITALIAN))
        .isEqualTo("Il messaggio non è GTFS-Realtime: sembra XML");
    assertThat(poll.pauseSeconds()).isEqualTo(40);
    poll.ask();
    assertThat(poll.pauseSeconds()).as("the same again").isEqualTo(80);
    Files.write(file, empty(0));
    poll.ask();
    assertThat(poll.pauseSeconds()).isEqualTo(20);
    assertThat(source("file").failures()).isZero();
  }

  @Test
  void momentsAreToldInCityTime() {
    desk.take("ahead", "push", empty(-600));
    assertThat(reason("ahead", Locale.ITALIAN))
        .isEqualTo("il messaggio è datato nel futuro (15 set 2026, 08:10:00)");
  }

  @Test
  void wordsOfLibrariesAreNotPassedOn() {
    for (byte[] bytes :
        new byte[][] {
          {}, {0x0c}, "{]".getBytes(StandardCharsets.UTF_8), {0x0a, 0x7f}, new byte[] {1, 2, 3}
        }) {
      desk.take("bad", "push", bytes);
      assertThat(reason("bad", Locale.ITALIAN))
          .startsWith("Il messaggio ")
          .doesNotContainPattern("(?i)protocol|input|token|tag|null");
    }
    desk.take("siri", "push", "<Siri><".getBytes(StandardCharsets.UTF_8));
    assertThat(reason("siri", Locale.ITALIAN)).doesNotContainPattern("(?i)parse|row|document");
  }

  /// That there is nothing to tell holds no longer than what is told.
  @Test
  void aMessageThatTellsNothingGrowsOldToo() {
    desk.take("quiet", "push", empty(10));
    assertThat(source("quiet").state()).isEqualTo(LiveSource.State.FRESH);
    clock.pass(Duration.ofSeconds(300));
    desk.look();
    assertThat(source("quiet").state()).isEqualTo(LiveSource.State.STALE);
    desk.take("ancient", "push", empty(700_000_000));
    assertThat(source("ancient").state()).isEqualTo(LiveSource.State.STALE);
    String siri =
        """
        <Siri xmlns="http://www.siri.org.uk/siri" version="2.0"><ServiceDelivery>
        <ResponseTimestamp>2004-12-17T09:30:46-05:00</ResponseTimestamp>
        <EstimatedTimetableDelivery>
        <ResponseTimestamp>2004-12-17T09:30:46-05:00</ResponseTimestamp>
        <EstimatedJourneyVersionFrame><RecordedAtTime>2004-12-17T09:30:46-05:00</RecordedAtTime>
        </EstimatedJourneyVersionFrame></EstimatedTimetableDelivery></ServiceDelivery></Siri>
        """;
    desk.take("sample", "push", siri.getBytes(StandardCharsets.UTF_8));
    assertThat(source("sample").state()).isEqualTo(LiveSource.State.STALE);
  }

  /// What follows from a message is told as long as the message is used, whoever speaks next.
  @Test
  void whatWasNoticedIsNotForgottenWhenAnotherSpeaks() {
    GtfsRealtime.FeedMessage.Builder message =
        GtfsRealtime.FeedMessage.newBuilder()
            .setHeader(
                GtfsRealtime.FeedHeader.newBuilder()
                    .setGtfsRealtimeVersion("3.0")
                    .setTimestamp(clock.instant().getEpochSecond()));
    for (String trip : new String[] {"there4", "nobody"}) {
      message
          .addEntityBuilder()
          .setId(trip)
          .setTripUpdate(
              GtfsRealtime.TripUpdate.newBuilder()
                  .setDelay(60)
                  .setTrip(GtfsRealtime.TripDescriptor.newBuilder().setTripId(trip)));
    }
    desk.take("one", "push", message.build().toByteArray());
    desk.take("two", "push", empty(0));
    assertThat(holder.get().live().notices())
        .extracting(tally -> tally.code())
        .contains("gtfsrt_version_unknown", "live_unknown_trip");
  }
}
