package org.toret.app.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.toret.app.data.DataFolder;
import org.toret.app.data.Source;
import org.toret.app.data.SourceKind;
import org.toret.base.notice.Notices;
import org.toret.feeds.gbfs.GbfsFolder;
import org.toret.feeds.gtfsrt.FeedMessage;
import org.toret.feeds.gtfsrt.RealtimeReader;

/// Messages that lie in the data folder, replayed when the server lives at a chosen time: of those
/// that tell the same kinds of things the one nearest to that time.
public final class RecordedMessages {

  private RecordedMessages() {}

  private record Found(Source source, long apart) {}

  /// Shows the desk what fits a moment.
  public static void replay(DataFolder folder, Instant at, LiveDesk desk) {
    Map<List<Boolean>, Found> nearest = new HashMap<>();
    for (Source source : folder.list(SourceKind.GTFS_RT)) {
      RealtimeReader.read(source.id(), source.path(), RealtimeReader.Limits.STANDARD, new Notices())
          .ifPresent(message -> {
            long made = message.header().timestampEpochSeconds().orElse(0);
            Found found = new Found(source, Math.abs(made - at.getEpochSecond()));
            nearest.merge(kinds(message), found, (a, b) -> b.apart() < a.apart() ? b : a);
          });
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
    List<Source> stock =
        Stream.of(SourceKind.GBFS, SourceKind.FIVE_T, SourceKind.DATEX2, SourceKind.PARKING)
            .flatMap(kind -> folder.list(kind).stream())
            .toList();
    for (Source source : stock) {
      replayStock(source, desk);
    }
    desk.look();
  }

  /// What is told of shared vehicles and car parks. Files that tell no news of that kind are left
  /// alone.
  private static void replayStock(Source source, LiveDesk desk) {
    try {
      if (source.kind() != SourceKind.GBFS) {
        byte[] bytes = Files.readAllBytes(source.path());
        // a file without a time may be of any day
        if (source.kind() != SourceKind.PARKING || ParkingIntake.isDated(bytes)) {
          desk.offer(source.id(), source.name(), bytes);
        }
        return;
      }
      List<Path> files;
      try (Stream<Path> stream = Files.list(source.path())) {
        files = stream.filter(GbfsFolder::isChanging).sorted().toList();
      }
      for (Path file : desk.hasSystem(source.id()) ? files : List.<Path>of()) {
        desk.offer(source.id(), source.name(), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      desk.fail(source.id(), "live_unreachable", String.valueOf(e.getMessage()));
    }
  }

  private static List<Boolean> kinds(FeedMessage message) {
    return List.of(
        message.tripUpdates().isEmpty(),
        message.vehiclePositions().isEmpty(),
        message.alerts().isEmpty());
  }
}
