package org.toret.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.transit.realtime.GtfsRealtime;
import com.google.transit.realtime.GtfsRealtime.FeedHeader.Incrementality;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TinyCity;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.LiveSource;
import org.toret.app.keep.OpenCity;

/// A desk that takes many messages at once, long after they were said, knows what a desk knows that
/// took each when it was said.
@Tag("RT-50")
final class LateDeskTest {

  private static final Instant BEGIN = Instant.parse("2026-09-15T06:00:00Z");

  @TempDir Path temporary;
  private final MovingClock clock = new MovingClock(BEGIN);

  private CityHolder city() {
    CityHolder holder = new CityHolder();
    TinyCity.open(temporary, holder, clock);
    return holder;
  }

  private static byte[] message(Incrementality kind, Instant made, String trip, int number) {
    GtfsRealtime.FeedMessage.Builder message = GtfsRealtime.FeedMessage.newBuilder();
    message
        .getHeaderBuilder()
        .setGtfsRealtimeVersion("2.0")
        .setIncrementality(kind)
        .setTimestamp(made.getEpochSecond());
    GtfsRealtime.TripUpdate.Builder update =
        message.addEntityBuilder().setId("e" + number).getTripUpdateBuilder();
    update.getTripBuilder().setTripId(trip).setStartDate("20260915");
    update.addStopTimeUpdateBuilder().setStopSequence(0).getDepartureBuilder().setDelay(60);
    return message.build().toByteArray();
  }

  @Test
  void knowsTheSame() {
    TinyCity.write(temporary.resolve("data"), 20);
    CityHolder early = city();
    CityHolder late = city();
    LiveDesk first = new LiveDesk(early, clock);
    List<LiveMessage> said = new ArrayList<>();
    for (int minute = 0; minute < 9; minute++) {
      Instant now = clock.instant();
      Instant ahead = now.plusSeconds(240);
      say(said, "whole", message(Incrementality.FULL_DATASET, now, "there" + minute, minute));
      say(said, "parts", message(Incrementality.DIFFERENTIAL, now, "there" + minute, minute));
      say(said, "ahead", message(Incrementality.FULL_DATASET, ahead, "there4", 1));
      if (minute < 2) {
        say(said, "silent", message(Incrementality.FULL_DATASET, now, "there9", 1));
      }
      if (minute == 4) {
        say(said, "parts", "<html>".getBytes(StandardCharsets.UTF_8));
      }
      said.stream()
          .filter(message -> message.said().equals(now))
          .forEach(message -> first.take(message.source(), message.origin(), message.bytes()));
      clock.pass(Duration.ofMinutes(1));
      first.look();
    }
    LiveDesk second = new LiveDesk(late, clock);
    second.takeAll(said);
    assertThat(second.sources()).isEqualTo(first.sources());
    assertThat(states(first))
        .containsExactly(
            LiveSource.State.FRESH,
            LiveSource.State.FRESH,
            LiveSource.State.FAILING,
            LiveSource.State.STALE);
    assertThat(changed(early.get())).isGreaterThan(8);
    assertThat(changed(late.get())).isEqualTo(changed(early.get()));
    assertThat(late.get().live().timetableAt()).isEqualTo(early.get().live().timetableAt());
  }

  private void say(List<LiveMessage> said, String source, byte[] bytes) {
    said.add(new LiveMessage(source, "push", bytes, clock.instant()));
  }

  private static List<LiveSource.State> states(LiveDesk desk) {
    return desk.sources().stream().map(LiveSource::state).toList();
  }

  /// How many rows of runs differ from what is published.
  private static int changed(OpenCity city) {
    return city.engine().live().timetable().trips().count()
        - city.published().city().timetable().trips().count();
  }
}
