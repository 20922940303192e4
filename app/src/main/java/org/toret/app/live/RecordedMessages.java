package org.toret.app.live;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.toret.app.data.DataFolder;
import org.toret.app.data.Source;
import org.toret.app.data.SourceKind;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfsrt.FeedMessage;
import org.toret.feeds.gtfsrt.RealtimeReader;
import org.toret.feeds.siri.SiriMessage;
import org.toret.feeds.siri.SiriReader;

/// Messages that lie in the data folder, replayed when the server lives at a chosen time: of those
/// that tell the same kinds of things the one nearest to that time.
public final class RecordedMessages {

  private RecordedMessages() {}

  private record Found(Source source, long apart) {}

  /// Shows the desk what fits a moment.
  public static void replay(DataFolder folder, Instant at, LiveDesk desk) {
    Map<Object, Found> nearest = new HashMap<>();
    for (Source source : folder.list(SourceKind.GTFS_RT)) {
      RealtimeReader.read(source.id(), source.path(), RealtimeReader.Limits.STANDARD, new Notices())
          .ifPresent(message -> {
            long made = message.header().timestampEpochSeconds().orElse(0);
            keep(nearest, kinds(message), source, made, at);
          });
    }
    for (Source source : folder.list(SourceKind.SIRI)) {
      siri(source)
          .ifPresent(
              message -> keep(nearest, message.kinds(), source, message.atEpochSeconds(), at));
    }
    List<Found> all = new ArrayList<>(nearest.values());
    all.sort(java.util.Comparator.comparing(found -> found.source().id()));
    for (Found found : all) {
      try {
        byte[] bytes = Files.readAllBytes(found.source().path());
        desk.take(found.source().id(), found.source().name(), bytes);
      } catch (IOException e) {
        desk.fail(found.source().id(), "live_unreachable", String.valueOf(e.getMessage()));
      }
    }
    desk.look();
  }

  private static void keep(
      Map<Object, Found> nearest, Object kinds, Source source, long made, Instant at) {
    Found found = new Found(source, Math.abs(made - at.getEpochSecond()));
    nearest.merge(kinds, found, (a, b) -> b.apart() < a.apart() ? b : a);
  }

  /// City time does not matter here: which message is nearest is told by its own time.
  private static Optional<SiriMessage> siri(Source source) {
    try {
      return SiriReader.read(
          source.id(),
          Files.readAllBytes(source.path()),
          ZoneOffset.UTC,
          0,
          SiriReader.Limits.STANDARD,
          new Notices());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static List<Boolean> kinds(FeedMessage message) {
    return List.of(
        message.tripUpdates().isEmpty(),
        message.vehiclePositions().isEmpty(),
        message.alerts().isEmpty());
  }
}
