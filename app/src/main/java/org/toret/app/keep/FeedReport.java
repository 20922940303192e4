package org.toret.app.keep;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.toret.app.city.About;
import org.toret.app.data.SourceKind;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.network.sharing.Sharing;
import org.toret.network.timetable.Feeds;
import org.toret.network.zone.AccessCondition;
import org.toret.network.zone.AccessRegime;

/// A source of the city: what it is, how old, what is used of it and what is wrong with it.
///
/// @param kind `gtfs`, `gbfs`, `osm` or `elevation`
/// @param validFrom first of the days that it says it is for, null where it names none
/// @param validTo the last of them
/// @param file where it lies in the data folder
/// @param used whether anything of it is in the compiled city
/// @param invented whether it is a demonstration or says itself that it is reconstructed
/// @param counts what is used, by name
public record FeedReport(
    String id,
    String kind,
    String file,
    long bytes,
    String sha256,
    String publisher,
    String url,
    String licence,
    String version,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    Instant loaded,
    boolean used,
    boolean invented,
    Map<String, Long> counts,
    List<Notices.Tally> notices) {

  /// Every source of a city, with the notices about it. What concerns no single source is told with
  /// the city, see [#general].
  public static List<FeedReport> of(OpenCity city) {
    List<FeedReport> reports = new ArrayList<>();
    for (About.SourceFacts source : city.about().sources()) {
      reports.add(of(city, source));
    }
    return reports;
  }

  /// Notices that concern the whole city or no source in use.
  public static List<Notices.Tally> general(OpenCity city) {
    return city.about().notices().stream()
        .filter(tally -> city.about().sources().stream().noneMatch(s -> concerns(tally, s)))
        .toList();
  }

  private static FeedReport of(OpenCity city, About.SourceFacts source) {
    List<Notices.Tally> notices =
        city.about().notices().stream().filter(tally -> concerns(tally, source)).toList();
    Instant loaded = Instant.parse(city.about().compiledAt());
    if (source.kind().equals(SourceKind.GBFS.id())) {
      return ofSharing(city, source, loaded, notices);
    }
    int feed = isTimetable(source) ? index(city.timetable().feeds(), source.id()) : -1;
    if (feed < 0) {
      boolean streets = source.kind().equals(SourceKind.OSM.id());
      boolean used = !isTimetable(source) && !city.city().streets().isEmpty();
      List<AccessRegime> zones = zones(city, source);
      return new FeedReport(
          source.id(),
          source.kind(),
          source.name(),
          source.bytes(),
          source.sha256(),
          streets && !city.about().demo() ? "OpenStreetMap" : "",
          "",
          streets && !city.about().demo() ? "ODbL 1.0" : "",
          "",
          day(zones.stream().map(AccessRegime::firstDay).min(Comparator.naturalOrder())),
          day(zones.stream().map(AccessRegime::lastDay).max(Comparator.naturalOrder())),
          loaded,
          used,
          city.about().demo(),
          streets ? FeedCounts.ofStreets(city.city()) : Map.of(),
          notices);
    }
    Feeds feeds = city.timetable().feeds();
    return new FeedReport(
        source.id(),
        source.kind(),
        source.name(),
        source.bytes(),
        source.sha256(),
        feeds.names().get(feed),
        feeds.urls().get(feed),
        feeds.licences().get(feed),
        feeds.versions().get(feed),
        LocalDate.ofEpochDay(feeds.firstDays()[feed]),
        LocalDate.ofEpochDay(feeds.lastDays()[feed]),
        loaded,
        true,
        city.about().demo() || isReconstructed(feeds, feed),
        FeedCounts.of(city.published().city().timetable(), feed).toMap(),
        notices);
  }

  /// The zones that a source states for some days.
  private static List<AccessRegime> zones(OpenCity city, About.SourceFacts source) {
    return city.city().zones().regimes().stream()
        .filter(zone -> zone.feed().equals(source.id()) && zone.isDated())
        .toList();
  }

  /// A day on which something begins or ends; null for none.
  private static @Nullable LocalDate day(Optional<LocalDate> day) {
    return day.filter(one -> one.isAfter(AccessCondition.ALWAYS_FROM))
        .filter(one -> one.isBefore(AccessCondition.ALWAYS_UNTIL))
        .orElse(null);
  }

  private static FeedReport ofSharing(
      OpenCity city, About.SourceFacts source, Instant loaded, List<Notices.Tally> notices) {
    Sharing sharing = city.city().sharing();
    int system = sharing.systems().find(source.id());
    boolean used = system >= 0;
    String name = used ? sharing.systems().names().get(system) : "";
    return new FeedReport(
        source.id(),
        source.kind(),
        source.name(),
        source.bytes(),
        source.sha256(),
        name,
        used ? sharing.systems().urls().get(system) : "",
        used ? sharing.systems().licences().get(system) : "",
        used ? sharing.systems().versions().get(system) : "",
        null,
        null,
        loaded,
        used,
        city.about().demo() || isReconstructed(name),
        used ? FeedCounts.ofSharing(sharing, system) : Map.of(),
        notices);
  }

  /// Index of a feed by its id, -1 where nothing of it is used.
  static int index(Feeds feeds, String id) {
    for (int feed = 0; feed < feeds.count(); feed++) {
      if (feeds.ids().get(feed).equals(id)) {
        return feed;
      }
    }
    return -1;
  }

  /// A feed may say of itself that its times are not those of the operator.
  private static boolean isReconstructed(Feeds feeds, int feed) {
    return isReconstructed(feeds.names().get(feed) + " " + feeds.versions().get(feed));
  }

  private static boolean isReconstructed(String title) {
    String text = title.toLowerCase(Locale.ROOT);
    return text.contains("ricostru") || text.contains("reconstruct") || text.contains("demo");
  }

  private static boolean isTimetable(About.SourceFacts source) {
    return source.kind().equals(SourceKind.GTFS.id());
  }

  private static boolean concerns(Notices.Tally tally, About.SourceFacts source) {
    if (tally.examples().isEmpty()) {
      return false;
    }
    Notice first = tally.examples().getFirst();
    boolean ofFeed = first.place().feed().equals(source.id());
    boolean ofFile = first.place().feed().isEmpty() && first.place().file().equals(source.name());
    return ofFeed || ofFile;
  }
}
