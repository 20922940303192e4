package org.toret.feeds.gtfsrt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.protobuf.ByteString;
import com.google.transit.realtime.GtfsRealtime;
import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.notice.Messages;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfsrt.RealtimeReader.Limits;

/// Whatever the bytes are, nothing is thrown, every fault has its notice and the good part is used.
@Tag("RT-02")
final class BrokenMessagesTest {

  private final Notices notices = new Notices();

  @Test
  void aPageInsteadOfAMessageIsNoMessage() {
    assertThat(read("<html>503</html>".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(read(new byte[0])).isEmpty();
    assertThat(read("{\"a\":1}".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(read(new byte[] {0x0c})).isEmpty();
    assertThat(notices.count("gtfsrt_text")).isEqualTo(2);
    assertThat(notices.count("gtfsrt_empty")).isOne();
    assertThat(notices.count("gtfsrt_unreadable")).isOne();
  }

  @Test
  void aFileThatIsNotThereIsNoted() {
    assertThat(RealtimeReader.read("f", Path.of("nowhere.pb"), Limits.STANDARD, notices)).isEmpty();
    assertThat(notices.count("gtfsrt_unread")).isOne();
  }

  @Test
  void aStreamThatBreaksIsNoted() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }
        };
    assertThat(RealtimeReader.read("f", broken, Limits.STANDARD, notices)).isEmpty();
    assertThat(notices.count("gtfsrt_unread")).isOne();
  }

  @Test
  void aMessageCutShortGivesWhatStandsBefore() {
    byte[] bytes = message(3);
    FeedMessage read = read(Arrays.copyOf(bytes, bytes.length - 5)).orElseThrow();
    assertThat(read.isWhole()).isFalse();
    assertThat(read.tripUpdates()).hasSize(2);
    assertThat(notices.count("gtfsrt_truncated")).isOne();
  }

  @Test
  void aBrokenEntityCostsItselfAlone() {
    FeedEntity.Builder broken =
        FeedEntity.newBuilder()
            .setId("broken")
            .setUnknownFields(
                TestMessage.fields().bytes(3, ByteString.copyFromUtf8("<<<<")).build());
    FeedMessage read =
        read(TestMessage.of(TestMessage.header(0, 4, ""), update("a"), broken, update("b")))
            .orElseThrow();
    assertThat(read.tripUpdates()).extracting(TripUpdate::entityId).containsExactly("a", "b");
    assertThat(read.isWhole()).isTrue();
    assertThat(notices.count("gtfsrt_entity_unreadable")).isOne();
  }

  @Test
  void sizesAreBounded() {
    byte[] bytes = message(3);
    Limits small = new Limits(bytes.length - 1, 100);
    assertThat(RealtimeReader.read("f", bytes, small, notices)).isEmpty();
    assertThat(RealtimeReader.read("f", new ByteArrayInputStream(bytes), small, notices)).isEmpty();
    assertThat(notices.count("gtfsrt_too_large")).isEqualTo(2);
    FeedMessage read =
        RealtimeReader.read("f", bytes, new Limits(bytes.length, 2), notices).orElseThrow();
    assertThat(read.tripUpdates()).hasSize(2);
    assertThat(read.isWhole()).isFalse();
    assertThat(notices.count("gtfsrt_too_many")).isOne();
  }

  @Test
  void whatIsMissingOrWrongIsNoted() {
    var nameless = GtfsRealtime.TripUpdate.newBuilder();
    nameless.getTripBuilder().setStartTime("soon").setStartDate("20261340");
    var stopless = GtfsRealtime.TripUpdate.newBuilder();
    stopless.getTripBuilder().setTripId("t");
    stopless.addStopTimeUpdateBuilder().getArrivalBuilder().setDelay(5);
    byte[] bytes =
        TestMessage.of(
            TestMessage.header(0, 4, ""),
            FeedEntity.newBuilder().setId("1").setTripUpdate(nameless),
            FeedEntity.newBuilder().setId("2").setTripUpdate(stopless),
            FeedEntity.newBuilder().setId("2").setAlert(GtfsRealtime.Alert.newBuilder()),
            FeedEntity.newBuilder());
    FeedMessage read = read(bytes).orElseThrow();
    assertThat(read.tripUpdates()).hasSize(1);
    assertThat(read.tripUpdates().getFirst().calls()).isEmpty();
    assertThat(read.alerts()).hasSize(1);
    for (String code :
        new String[] {
          "gtfsrt_no_trip",
          "gtfsrt_invalid_time",
          "gtfsrt_invalid_date",
          "gtfsrt_no_stop",
          "gtfsrt_duplicate_id",
          "gtfsrt_alert_no_text",
          "gtfsrt_alert_concerns_nobody",
          "gtfsrt_missing_id",
          "gtfsrt_entity_empty"
        }) {
      assertThat(notices.count(code)).as(code).isOne();
    }
  }

  @Test
  void noRandomByteBreaksTheReader() {
    Random random = new Random(7);
    byte[] good = message(20);
    for (int round = 0; round < 3000; round++) {
      byte[] bytes = good.clone();
      for (int i = random.nextInt(20); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      byte[] cut = random.nextBoolean() ? bytes : Arrays.copyOf(bytes, random.nextInt(good.length));
      assertThatCode(() -> read(cut)).as("round " + round).doesNotThrowAnyException();
    }
    assertThat(notices.count("gtfsrt_entity_unreadable")).isPositive();
    assertThat(notices.count("gtfsrt_truncated")).isPositive();
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    Messages texts = new Messages().load(RealtimeReader.class, "gtfsrt", "it", "en");
    assertThat(texts.codes("it")).isEqualTo(texts.codes("en")).hasSizeGreaterThan(15);
    Pattern place = Pattern.compile("<\\d>");
    for (String code : texts.codes("en")) {
      TreeSet<String> places = null;
      for (Locale locale : new Locale[] {Locale.ITALIAN, Locale.ENGLISH}) {
        String text = texts.text(locale, code, java.util.List.of("<0>", "<1>", "<2>"));
        TreeSet<String> found =
            new TreeSet<>(place.matcher(text).results().map(MatchResult::group).toList());
        assertThat(places == null || places.equals(found)).as(code).isTrue();
        places = found;
      }
    }
  }

  private static FeedEntity.Builder update(String id) {
    var update = GtfsRealtime.TripUpdate.newBuilder();
    update.getTripBuilder().setTripId(id).setStartDate("20260915");
    update.addStopTimeUpdateBuilder().setStopSequence(2).getArrivalBuilder().setDelay(60);
    update.addStopTimeUpdateBuilder().setStopId("s").getDepartureBuilder().setTime(1_789_452_900);
    return FeedEntity.newBuilder().setId(id).setTripUpdate(update);
  }

  private static byte[] message(int entities) {
    FeedEntity.Builder[] updates = new FeedEntity.Builder[entities];
    for (int i = 0; i < entities; i++) {
      updates[i] = update("t" + i);
    }
    return TestMessage.of(TestMessage.header(0, 4, ""), updates);
  }

  private Optional<FeedMessage> read(byte[] bytes) {
    return RealtimeReader.read("f", bytes, Limits.STANDARD, notices);
  }
}
