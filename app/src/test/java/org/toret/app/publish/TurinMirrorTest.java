package org.toret.app.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Severity;
import org.toret.base.progress.Progress;
import org.toret.feeds.gtfs.GtfsImport;
import org.toret.feeds.gtfs.GtfsOptions;
import org.toret.feeds.gtfsrt.FeedMessage;
import org.toret.feeds.gtfsrt.LiveChanges;
import org.toret.feeds.gtfsrt.RealtimeReader;
import org.toret.feeds.gtfsrt.RealtimeWriter;
import org.toret.feeds.siri.SiriMatcher;
import org.toret.feeds.siri.SiriMessage;
import org.toret.feeds.siri.SiriReader;
import org.toret.feeds.siri.SiriWriter;
import org.toret.network.overlay.LiveOverlay;
import org.toret.network.overlay.LiveTimetable;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.build.TimetableBuilder;

/// The messages of Turin laid over its timetable, told by SIRI and by GTFS-Realtime, and laid over
/// it again: every run of the day is the same, call by call.
@Tag("RT-33")
@EnabledIfEnvironmentVariable(
    named = "TORET_DATA",
    matches = ".+",
    disabledReason = "TORET_DATA names no folder of published data")
final class TurinMirrorTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 9, 15);
  private static final ZoneId ROME = ZoneId.of("Europe/Rome");

  private final Path data = Path.of(String.valueOf(System.getenv("TORET_DATA"))).resolve("torino");
  private final Notices notices = new Notices();
  private final Timetable published = published();

  private Timetable published() {
    TimetableBuilder builder = new TimetableBuilder();
    GtfsImport.read(
        "gtt",
        data.resolve("gtfs.zip"),
        new GtfsOptions(TODAY, ""),
        builder,
        new Notices(),
        Progress.silent());
    return builder.build();
  }

  @Test
  void everyRunIsTheSame() {
    FeedMessage real =
        RealtimeReader.read(
                "gtt",
                data.resolve("realtime/trip-updates.pb"),
                RealtimeReader.Limits.STANDARD,
                notices)
            .orElseThrow();
    long at = real.header().timestampEpochSeconds().orElseThrow();
    LiveTimetable live =
        new LiveOverlay(published).update(LiveChanges.of("gtt", "gtt", real, 0), notices);
    Map<String, List<String>> runs = runs(live);
    assertThat(runs).as("12 are canceled, 648 go otherwise, 2 are extra").hasSize(662);
    FeedMessage told =
        new FeedMessage(
            new FeedMessage.Header(
                "2.0", FeedMessage.Incrementality.FULL_DATASET, OptionalLong.of(at), ""),
            true,
            new LiveRuns(live, 0).list(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    assertThat(told.tripUpdates())
        .as("those on time too; of 6 of the 1202 nothing is known at any call")
        .hasSize(1202 - 6);
    Notices mirrored = new Notices();
    LiveTimetable siri = again(bySiri(told, mirrored), mirrored);
    assertThat(runs(siri)).isEqualTo(runs);
    assertThat(siri.onTime(TODAY)).hasSizeGreaterThan(500).isEqualTo(live.onTime(TODAY));
    LiveTimetable realtime = again(byRealtime(told, mirrored), mirrored);
    assertThat(runs(realtime)).isEqualTo(runs);
    assertThat(realtime.onTime(TODAY)).isEqualTo(live.onTime(TODAY));
    assertThat(mirrored.count(Severity.ERROR) + mirrored.count(Severity.WARNING)).isZero();
  }

  private FeedMessage bySiri(FeedMessage told, Notices mirrored) {
    String xml = new SiriWriter(published, 0, "test").estimatedTimetable(told);
    SiriMessage read =
        SiriReader.read(
                "siri",
                xml.getBytes(StandardCharsets.UTF_8),
                ROME,
                0,
                SiriReader.Limits.STANDARD,
                mirrored)
            .orElseThrow();
    return new SiriMatcher(published, 0).match("siri", read, mirrored);
  }

  private static FeedMessage byRealtime(FeedMessage told, Notices mirrored) {
    return RealtimeReader.read(
            "rt", RealtimeWriter.write(told), RealtimeReader.Limits.STANDARD, mirrored)
        .orElseThrow();
  }

  private LiveTimetable again(FeedMessage message, Notices mirrored) {
    return new LiveOverlay(published).update(LiveChanges.of("m", "gtt", message, 0), mirrored);
  }

  /// Every run that does not go as published: stops, times and boarding rules of its calls.
  private Map<String, List<String>> runs(LiveTimetable live) {
    Map<String, List<String>> runs = new TreeMap<>();
    assertThat(new TreeSet<>(live.dates())).containsExactly(TODAY);
    for (int trip = 0; trip < published.trips().count(); trip++) {
      String id = published.trips().ids().get(trip);
      live.findChange(trip, TODAY)
          .ifPresent(change ->
              runs.put(
                  id + " " + change.kind(),
                  change.trip() < 0 ? List.of() : calls(live.timetable(), change.trip())));
    }
    for (int trip = published.trips().count(); trip < live.timetable().trips().count(); trip++) {
      if (live.publishedTrip(trip) < 0) {
        runs.put(live.timetable().trips().ids().get(trip), calls(live.timetable(), trip));
      }
    }
    return runs;
  }

  private static List<String> calls(Timetable timetable, int trip) {
    Patterns patterns = timetable.patterns();
    int pattern = timetable.trips().patterns()[trip];
    int times = patterns.timeOffset(pattern, trip);
    int from = patterns.stopOffsets()[pattern];
    return java.util.stream.IntStream.range(0, patterns.length(pattern))
        .mapToObj(call ->
            "%s %d %d %d %d"
                .formatted(
                    timetable
                        .stops()
                        .ids()
                        .get(timetable.nodes().stops()[patterns.nodes()[from + call]]),
                    patterns.arrival(times + call),
                    patterns.departure(times + call),
                    patterns.pickups()[from + call],
                    patterns.dropOffs()[from + call]))
        .toList();
  }
}
