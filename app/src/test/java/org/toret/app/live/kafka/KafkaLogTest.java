package org.toret.app.live.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.LiveSource;
import org.toret.app.live.LiveDesk;

/// A log without brokers, and how a log is named.
@Tag("RT-50")
final class KafkaLogTest {

  @Test
  void topicsAreNamedByTheirAddress() {
    assertThat(TopicAddress.parse("kafka://a.example:9092,b.example:9093/toret.live"))
        .contains(new TopicAddress("a.example:9092,b.example:9093", "toret.live"));
    assertThat(TopicAddress.parse("kafka://[::1]:9092/live"))
        .hasValueSatisfying(address -> assertThat(address).hasToString("kafka://[::1]:9092/live"));
    for (String wrong :
        new String[] {
          "", "a:9092/live", "kafka://a/live", "kafka://a:9092", "kafka://a:9092/l ve"
        }) {
      assertThat(TopicAddress.parse(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void nobodyWaitsLongForBrokersThatAreAway() throws IOException, InterruptedException {
    LiveDesk desk = new LiveDesk(new CityHolder(), Clock.systemUTC());
    TopicAddress nobody =
        TopicAddress.parse("kafka://localhost:" + Broker.freePort() + "/live").orElseThrow();
    KafkaLog.Terms terms = new KafkaLog.Terms(Duration.ofSeconds(1), Duration.ofMillis(200));
    Instant begun = Instant.now();
    try (KafkaLog log = new KafkaLog(nobody, desk, Clock.systemUTC(), terms)) {
      log.start();
      assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofMillis(500));
      boolean said = log.append("trams", "push", "a".getBytes(StandardCharsets.UTF_8));
      assertThat(said).isFalse();
      assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
      while (source(desk).state() == LiveSource.State.WAITING) {
        assertThat(Instant.now()).isBefore(begun.plusSeconds(20));
        Thread.sleep(50);
      }
      assertThat(source(desk).state()).isEqualTo(LiveSource.State.FAILING);
      assertThat(source(desk).reason()).isEqualTo("live_log_away");
      assertThat(source(desk).origin()).isEqualTo(nobody.toString());
    }
  }

  private static LiveSource source(LiveDesk desk) {
    return desk.sources().getFirst();
  }
}
