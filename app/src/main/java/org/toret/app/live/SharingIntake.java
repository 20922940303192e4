package org.toret.app.live;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.toret.app.keep.LiveSource;
import org.toret.app.keep.LiveView;
import org.toret.app.keep.OpenCity;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.feeds.gbfs.GbfsMessage;
import org.toret.feeds.gbfs.GbfsStatus;
import org.toret.network.sharing.Availability;
import org.toret.network.sharing.AvailabilityBuilder;
import org.toret.network.sharing.Sharing;
import org.toret.router.hire.HireEngine;

/// Messages about shared vehicles: single GBFS files, from one source or from one for each file.
///
/// A file belongs to the system that the source is named after (`tobike`, `tobike/station_status`),
/// else to the one whose ids it names most; zones to that of the files beside them. Which stations,
/// types and prices there are is a matter of the compiled city; how many vehicles and docks, where
/// vehicles stand and which zones hold is taken from here.
final class SharingIntake implements Intake {

  /// How long what was said of vehicles and docks holds.
  static final long AGE_SECONDS = 30 * 60;

  private static final String ZONES = "geofencing_zones";

  private final Map<Key, Said> said = new LinkedHashMap<>();
  private @Nullable Laid laid;

  /// Which file of which source.
  private record Key(String source, String file) {}

  /// What a file said last. Systems are told by their feed, since indexes are those of one image.
  private record Said(GbfsMessage message, long at, String feed) {}

  /// What followed from all that was said.
  private record Laid(
      OpenCity city,
      Map<Key, Said> from,
      @Nullable Availability sharing,
      @Nullable HireEngine hire,
      Notices notices) {}

  @Override
  public boolean knows(byte[] message) {
    return GbfsMessage.isGbfs(message);
  }

  @Override
  public LiveSource take(LiveSource source, byte[] bytes, OpenCity city, Instant now) {
    Optional<GbfsMessage> read = GbfsMessage.read(bytes);
    if (read.isEmpty() || read.get().file().isEmpty()) {
      return source.failed("live_gbfs_unread", "");
    }
    GbfsMessage message = read.get();
    if (!message.isReadable()) {
      return source.failed("live_gbfs_version", message.version());
    }
    long told = message.lastUpdatedEpochSeconds();
    long at = told == Long.MIN_VALUE ? now.getEpochSecond() : told;
    Key key = new Key(source.id(), message.file());
    Said before = said.get(key);
    Optional<LiveSource> refused =
        Intake.refused(source, at, before == null ? NOTHING : before.at(), now);
    if (refused.isPresent()) {
      return refused.get();
    }
    Sharing sharing = city.city().sharing();
    int system = system(source.id(), message, sharing);
    boolean directory = message.file().equals("gbfs");
    if (system < 0 && !directory) {
      return source.failed("live_no_feed", "");
    }
    String feed = system < 0 ? "" : sharing.systems().ids().get(system);
    if (!directory) {
      said.put(key, new Said(message, at, feed));
    }
    Map<String, Integer> counts = new LinkedHashMap<>(source.told());
    counts.put(counted(message.file()), message.size());
    return source.spoke(feed, Instant.ofEpochSecond(at), now, counts);
  }

  private static String counted(String file) {
    return switch (file) {
      case "station_status", "station_information" -> "stations";
      case "vehicle_status", "free_bike_status" -> "sharedVehicles";
      case ZONES -> "zones";
      default -> "files";
    };
  }

  private int system(String source, GbfsMessage message, Sharing sharing) {
    String whole = whole(source);
    int named = sharing.systems().find(whole);
    int system = named >= 0 ? named : message.system(sharing);
    return system < 0 && message.file().equals(ZONES) ? beside(whole, sharing) : system;
  }

  /// A directory stands for its files.
  private static String whole(String source) {
    int slash = source.indexOf('/');
    return slash < 0 ? source : source.substring(0, slash);
  }

  /// Zones may name nothing of a system: they are of that of the files beside them, else of the
  /// only one.
  private int beside(String whole, Sharing sharing) {
    int only = sharing.systems().count() == 1 ? 0 : -1;
    return said.entrySet().stream()
        .filter(entry -> whole(entry.getKey().source()).equals(whole))
        .mapToInt(entry -> sharing.systems().find(entry.getValue().feed()))
        .filter(system -> system >= 0)
        .findFirst()
        .orElse(only);
  }

  /// Zones and stations hold until they are told otherwise.
  private static boolean ages(String file) {
    return file.equals("station_status")
        || file.equals("vehicle_status")
        || file.equals("free_bike_status");
  }

  @Override
  public boolean look(Map<String, LiveSource> sources, Instant now) {
    boolean changed = false;
    for (Map.Entry<Key, Said> entry : said.entrySet()) {
      String id = entry.getKey().source();
      LiveSource source = sources.get(id);
      boolean old = ages(entry.getKey().file()) && now.getEpochSecond() - newest(id) > AGE_SECONDS;
      if (source != null && old && source.isFresh()) {
        sources.put(id, source.stale("live_unknown_again"));
        changed = true;
      }
    }
    return changed;
  }

  private long newest(String source) {
    return said.entrySet().stream()
        .filter(entry -> entry.getKey().source().equals(source))
        .mapToLong(entry -> entry.getValue().at())
        .max()
        .orElse(Long.MIN_VALUE);
  }

  @Override
  public LiveView lay(
      LiveView view, Map<String, LiveSource> sources, OpenCity city, Notices notices) {
    if (said.isEmpty()) {
      return view;
    }
    Laid before = laid;
    boolean same = before != null && before.city().isSameFiles(city) && before.from().equals(said);
    Laid now = same && before != null ? before : laid(city, before);
    laid = now;
    notices.addAll(now.notices());
    return view.with(view.stock().withSharing(now.sharing(), now.hire()));
  }

  private Laid laid(OpenCity city, @Nullable Laid before) {
    Notices notices = new Notices();
    Sharing sharing = city.city().sharing();
    AvailabilityBuilder builder = new AvailabilityBuilder(sharing);
    for (int system = 0; system < sharing.systems().count(); system++) {
      int of = system;
      Map<String, byte[]> messages = changing(sharing.systems().ids().get(system));
      if (messages.isEmpty()) {
        builder.keep(city.recorded(), system);
      } else {
        GbfsStatus.read(messages, sharing, system, builder, notices);
        undated(sharing.systems().ids().get(system)).ifPresent(at -> builder.at(of, at));
      }
    }
    HireEngine hire = hire(city, before, notices);
    said.values().forEach(one -> compare(one, sharing, notices));
    return new Laid(city, Map.copyOf(said), builder.build(), hire, notices);
  }

  /// When the oldest message of a system came in that does not say when it was made.
  private OptionalLong undated(String feed) {
    return said.entrySet().stream()
        .filter(entry -> ages(entry.getKey().file()))
        .map(Map.Entry::getValue)
        .filter(one ->
            one.feed().equals(feed) && one.message().lastUpdatedEpochSeconds() == Long.MIN_VALUE)
        .mapToLong(Said::at)
        .min();
  }

  /// The newest of each file of a system. One that lags far behind the others is not used: who goes
  /// on with the rest must not look old for it.
  private Map<String, byte[]> changing(String feed) {
    Map<String, Said> newest = new HashMap<>();
    said.forEach((key, one) -> {
      if (one.feed().equals(feed) && ages(key.file())) {
        newest.merge(key.file(), one, (a, b) -> b.at() >= a.at() ? b : a);
      }
    });
    long last = newest.values().stream().mapToLong(Said::at).max().orElse(0);
    Map<String, byte[]> messages = new HashMap<>();
    newest.forEach((file, one) -> {
      if (last - one.at() <= AGE_SECONDS) {
        messages.put(file, one.message().bytes());
      }
    });
    return messages;
  }

  /// The engine under the zones that were told; making it takes a moment, so it is kept as long as
  /// they are the same.
  private @Nullable HireEngine hire(OpenCity city, @Nullable Laid before, Notices notices) {
    Map<String, Said> told = zones(said);
    boolean same =
        before != null && before.city().isSameImage(city) && zones(before.from()).equals(told);
    if (same && before != null) {
      return before.hire();
    }
    Sharing sharing = city.city().sharing();
    for (Map.Entry<String, Said> entry : told.entrySet()) {
      int system = sharing.systems().find(entry.getKey());
      if (system >= 0) {
        sharing =
            sharing.withZones(system, entry.getValue().message().zones(sharing, system, notices));
      }
    }
    boolean published = sharing.zones().isSame(city.city().sharing().zones());
    return published ? null : city.published().hire().with(sharing);
  }

  private static Map<String, Said> zones(Map<Key, Said> all) {
    Map<String, Said> zones = new HashMap<>();
    all.forEach((key, one) -> {
      if (key.file().equals(ZONES)) {
        zones.merge(one.feed(), one, (a, b) -> b.at() >= a.at() ? b : a);
      }
    });
    return zones;
  }

  private static void compare(Said one, Sharing sharing, Notices notices) {
    int system = sharing.systems().find(one.feed());
    if (system < 0) {
      return;
    }
    Place place = Place.ofFile(one.feed(), one.message().file());
    if (one.message().file().equals("station_information")) {
      int other = one.message().otherStations(sharing, system);
      if (other > 0) {
        notices.add(Notice.of("live_stations_differ", Severity.WARNING, place, other));
      }
    }
    String compiled = sharing.systems().versions().get(system);
    if (!compiled.equals(one.message().version())) {
      notices.add(
          Notice.of(
              "live_gbfs_other_version", Severity.INFO, place, one.message().version(), compiled));
    }
  }
}
