package org.toret.app.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.toret.app.city.TrafficReader;
import org.toret.app.data.DataFolder;
import org.toret.app.data.Source;
import org.toret.app.data.SourceKind;
import org.toret.base.notice.Notices;
import org.toret.feeds.gbfs.GbfsFolder;
import org.toret.feeds.gtfsrt.FeedMessage;
import org.toret.feeds.gtfsrt.RealtimeReader;
import org.toret.feeds.siri.SiriMessage;
import org.toret.feeds.siri.SiriReader;
import org.toret.network.traffic.RoadMessage;

/// Messages that lie in the data folder, replayed when the server lives at a chosen time: of those
/// that tell the same kinds of things the one nearest to that time. Lists of places do not age: all
/// of them are shown.
public final class RecordedMessages {

  private final Instant at;
  private final Map<List<Object>, Found> nearest = new HashMap<>();
  private final List<Source> always = new ArrayList<>();

  private RecordedMessages(Instant at) {
    this.at = at;
  }

  private record Found(Source source, long apart) {}

  /// Shows the desk what fits a moment.
  public static void replay(DataFolder folder, Instant at, LiveDesk desk) {
    RecordedMessages messages = new RecordedMessages(at);
    for (Source source : folder.list(SourceKind.GTFS_RT)) {
      RealtimeReader.read(source.id(), source.path(), RealtimeReader.Limits.STANDARD, new Notices())
          .ifPresent(message ->
              messages.found(
                  source, message.header().timestampEpochSeconds().orElse(0), kinds(message)));
    }
    for (Source source : folder.list(SourceKind.SIRI)) {
      siri(source)
          .ifPresent(message ->
              messages.found(source, message.atEpochSeconds(), List.of(message.kinds())));
    }
    for (Source source : folder.list(SourceKind.TRAFFIC)) {
      messages.traffic(source);
    }
    List<Source> all = new ArrayList<>(messages.always);
    messages.nearest.values().forEach(found -> all.add(found.source()));
    all.sort(Comparator.comparing(Source::id));
    for (Source source : all) {
      try {
        byte[] bytes =
            source.kind() == SourceKind.TRAFFIC
                ? TrafficReader.bytes(source.path())
                : Files.readAllBytes(source.path());
        desk.take(source.id(), source.name(), bytes);
      } catch (IOException e) {
        desk.fail(source.id(), "live_file_unread", source.path().toString());
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

  private void traffic(Source source) {
    try {
      TrafficReader.read(source.id(), TrafficReader.bytes(source.path()), new Notices())
          .ifPresent(message -> {
            if (message.readings().isEmpty() && message.events().isEmpty()) {
              always.add(source);
            } else {
              found(source, message.at(), kinds(message));
            }
          });
    } catch (IOException e) {
      // told when it is read again, to be shown
      always.add(source);
    }
  }

  private void found(Source source, long made, List<Object> kinds) {
    Found found = new Found(source, Math.abs(made - at.getEpochSecond()));
    nearest.merge(kinds, found, (a, b) -> b.apart() < a.apart() ? b : a);
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
      desk.fail(source.id(), "live_file_unread", source.path().toString());
    }
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

  private static List<Object> kinds(FeedMessage message) {
    return List.of(
        message.tripUpdates().isEmpty(),
        message.vehiclePositions().isEmpty(),
        message.alerts().isEmpty());
  }

  private static List<Object> kinds(RoadMessage message) {
    boolean named = message.readings().stream().allMatch(reading -> reading.place() != null);
    return List.of("roads", named, message.readings().isEmpty(), message.events().isEmpty());
  }
}
