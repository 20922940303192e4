package org.toret.app.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.transit.realtime.GtfsRealtime;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.keep.LiveSource;

/// Live messages that did harm once.
@Tag("HO-20")
final class LiveHarmTest {

  @TempDir private static Path folder;
  private static LiveTown town;

  @BeforeAll
  static void build() throws IOException {
    town = LiveTown.of(folder);
  }

  @Test
  void aMessageOfTheEndOfTimeIsOneFromTheFuture() {
    GtfsRealtime.FeedMessage.Builder message = message();
    message.getHeaderBuilder().setTimestamp(Long.MAX_VALUE);
    LiveSource source = town.told(message.build().toByteArray());
    assertThat(source.reason()).isEqualTo("live_from_the_future");
    assertThat(source.detail()).isEqualTo("9999-12-31T23:59:59Z");
  }

  @Test
  void whatEndsAtTheGreatestNumberHasNoEnd() {
    GtfsRealtime.FeedMessage.Builder message = message();
    var alert = message.getEntityBuilder(0).getAlertBuilder();
    alert.clearActivePeriod().addActivePeriodBuilder().setStart(1).setEnd(Long.MAX_VALUE);
    assertThat(town.told(message.build().toByteArray()).told()).containsEntry("alerts", 1);
    assertThat(town.look()).contains("\"until\":null").contains("Deviazione");
  }

  private static GtfsRealtime.FeedMessage.Builder message() {
    GtfsRealtime.FeedMessage.Builder message = GtfsRealtime.FeedMessage.newBuilder();
    message.getHeaderBuilder().setGtfsRealtimeVersion("2.0").setTimestamp(LiveSeeds.AT);
    var alert = message.addEntityBuilder().setId("a").getAlertBuilder();
    alert.addInformedEntityBuilder().setRouteId("1");
    alert.getHeaderTextBuilder().addTranslationBuilder().setText("Deviazione").setLanguage("it");
    return message;
  }

  /// Without a time it was asked for a chance at no time at all, and every plan failed.
  @Test
  void stationsToldWithoutATimeAreSoWhenTheyAreTold() {
    String undated =
        LiveTown.STATUS.replaceFirst("\"last_updated\":\"[^\"]*\"", "\"last_updated\":0");
    for (String told : new String[] {"\"soon\"", "-5", "99999999999999999", "null"}) {
      byte[] message =
          undated
              .replace("\"last_updated\":0", "\"last_updated\":" + told)
              .replace("\"num_vehicles_available\":3", "\"num_vehicles_available\":5")
              .getBytes(StandardCharsets.UTF_8);
      assertThat(town.told(message).told()).as(told).containsEntry("stations", 1);
      assertThat(town.look()).contains("\"vehicles\":5");
    }
  }

  /// Joined one to another, they took time by the square of their number.
  @Test
  void aSituationWithVeryManyCommentsCostsInProportion() {
    String one = "<value lang=\"it\">Lavori in corso nella via</value>";
    byte[] message =
        new String(LiveSeeds.datex().getFirst(), StandardCharsets.UTF_8)
            .replaceFirst("<value lang=\"it\">Lavori</value>", one.repeat(20_000))
            .getBytes(StandardCharsets.UTF_8);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThat(town.told(message).told()).containsEntry("roadEvents", 1);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000L << 20);
  }
}
