package org.toret.app.live;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.toret.app.keep.LiveSource;
import org.toret.app.keep.LiveView;
import org.toret.app.keep.OpenCity;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.xml.XmlElement;
import org.toret.feeds.datex.ParkingTables;
import org.toret.feeds.fivet.FiveT;
import org.toret.feeds.parking.ParkingJson;
import org.toret.network.parking.CarParks;
import org.toret.network.parking.CarParksBuilder;
import org.toret.network.parking.ParkingReport;
import org.toret.network.parking.ParkingState;

/// Messages about car parks: 5T's `PK_data`, the status publications of DATEX II, and JSON as
/// cities write it.
///
/// A message belongs to the feed that the source is named after, else to the one whose car parks it
/// names most. Where it tells no time it counts as made when it came in.
final class ParkingIntake implements Intake {

  /// How long what was said holds.
  static final long AGE_SECONDS = 30 * 60;

  /// The beginning is looked at to tell what bytes are.
  private static final int LOOKED_AT = 1 << 16;

  private final Map<String, Said> said = new LinkedHashMap<>();
  private @Nullable Laid laid;

  /// What one source said last.
  private record Said(List<ParkingReport> reports, long at, String feed) {}

  /// What followed from all that was said.
  private record Laid(OpenCity city, Map<String, Said> from, ParkingState state, Notices notices) {}

  @Override
  public boolean knows(byte[] message) {
    String head = head(message);
    return ParkingJson.isParking(head) || isXml(head);
  }

  private static boolean isXml(String head) {
    return head.stripLeading().startsWith("<")
        && (FiveT.isParking(head) || ParkingTables.isStatus(head));
  }

  private static String head(byte[] message) {
    int length = Math.min(LOOKED_AT, message.length);
    return new String(message, 0, length, StandardCharsets.UTF_8).replace("\uFEFF", "");
  }

  @Override
  public LiveSource take(LiveSource source, byte[] bytes, OpenCity city, Instant now) {
    List<ParkingReport> reports;
    try {
      reports = read(bytes);
    } catch (IOException e) {
      return source.failed("live_parking_unread", "");
    }
    if (reports.stream().noneMatch(ParkingReport::tells)) {
      return source.failed("live_parking_silent", "");
    }
    long second = now.getEpochSecond();
    List<ParkingReport> dated = reports.stream().map(report -> report.at(second)).toList();
    long at = dated.stream().mapToLong(ParkingReport::atEpochSecond).max().orElse(second);
    Said before = said.get(source.id());
    Optional<LiveSource> refused =
        Intake.refused(source, at, before == null ? NOTHING : before.at(), now);
    if (refused.isPresent()) {
      return refused.get();
    }
    String feed = feed(source.id(), dated, city.city().parking());
    if (feed.isEmpty()) {
      return source.failed("live_no_feed", "");
    }
    Optional<String> elsewhere = elsewhere(dated, feed, city.city().parking());
    if (elsewhere.isPresent()) {
      return source.failed("live_parking_elsewhere", elsewhere.get());
    }
    said.put(source.id(), new Said(dated, at, feed));
    int told = (int) dated.stream().filter(ParkingReport::tells).count();
    LiveSource spoke = source.spoke(feed, Instant.ofEpochSecond(at), now, Map.of("carParks", told));
    return second - at > AGE_SECONDS ? spoke.stale("live_unknown_again") : spoke;
  }

  /// Whether a message says when it was so. Cheap enough for files.
  static boolean isDated(byte[] bytes) throws IOException {
    return read(bytes).stream().anyMatch(one -> one.atEpochSecond() != ParkingState.NEVER);
  }

  private static List<ParkingReport> read(byte[] bytes) throws IOException {
    String head = head(bytes);
    if (!isXml(head)) {
      return ParkingJson.reports(bytes);
    }
    XmlElement root = XmlElement.read(new ByteArrayInputStream(bytes));
    return FiveT.isParking(head) ? FiveT.reports(root) : ParkingTables.reports(root);
  }

  /// The feed whose car parks are named most, the one of the source's own name before others.
  private static String feed(String source, List<ParkingReport> reports, CarParks parks) {
    Set<String> ids = new TreeSet<>();
    Set<String> feeds = new TreeSet<>();
    for (int park = 0; park < parks.count(); park++) {
      String id = parks.ids().get(park);
      ids.add(id);
      feeds.add(id.substring(0, id.indexOf(':')));
    }
    feeds.remove(CarParksBuilder.MAP);
    String best = "";
    long most = 0;
    for (String feed : feeds) {
      long hits = reports.stream().filter(one -> ids.contains(feed + ":" + one.id())).count();
      boolean more = hits > most || hits > 0 && feed.equals(source);
      best = more ? feed : best;
      most = more ? hits : most;
      if (more && feed.equals(source)) {
        return feed;
      }
    }
    return best;
  }

  /// How many kilometres lie at least between the car parks of a message and those of the same ids
  /// here, where that shows that it is about another city: none is where it is here.
  private static Optional<String> elsewhere(
      List<ParkingReport> reports, String feed, CarParks parks) {
    OptionalDouble nearest =
        reports.stream()
            .filter(one -> one.point() != null && parks.find(feed + ":" + one.id()) >= 0)
            .mapToDouble(one -> one.metresFrom(parks, parks.find(feed + ":" + one.id())))
            .min();
    return nearest.isPresent() && nearest.getAsDouble() > ParkingReport.APART_METRES
        ? Optional.of(Long.toString(Math.max(1, Math.round(nearest.getAsDouble() / 1000))))
        : Optional.empty();
  }

  @Override
  public boolean look(Map<String, LiveSource> sources, Instant now) {
    boolean changed = false;
    for (Map.Entry<String, Said> entry : said.entrySet()) {
      LiveSource source = sources.get(entry.getKey());
      if (source != null
          && now.getEpochSecond() - entry.getValue().at() > AGE_SECONDS
          && source.isFresh()) {
        sources.put(entry.getKey(), source.stale("live_unknown_again"));
        changed = true;
      }
    }
    return changed;
  }

  @Override
  public LiveView lay(
      LiveView view, Map<String, LiveSource> sources, OpenCity city, Notices notices) {
    if (said.isEmpty()) {
      return view;
    }
    Laid before = laid;
    boolean same = before != null && before.city().isSameFiles(city) && before.from().equals(said);
    Laid now = same && before != null ? before : laid(city);
    laid = now;
    notices.addAll(now.notices());
    return view.with(view.stock().withParking(now.state()));
  }

  private Laid laid(OpenCity city) {
    CarParks parks = city.city().parking();
    Notices notices = new Notices();
    ParkingState state = city.recordedParking();
    for (Map.Entry<String, Said> entry : said.entrySet()) {
      Said one = entry.getValue();
      List<ParkingState.News> news = new ArrayList<>();
      for (ParkingReport report : one.reports()) {
        check(report, entry.getKey(), one.feed(), parks, notices);
        report.news(one.feed(), parks).ifPresent(news::add);
      }
      ParkingState known = state;
      news.removeIf(told -> known.atEpochSeconds()[told.park()] > told.atEpochSecond());
      state = state.with(news);
    }
    return new Laid(city, new LinkedHashMap<>(said), state, notices);
  }

  private static void check(
      ParkingReport report, String source, String feed, CarParks parks, Notices notices) {
    int park = parks.find(feed + ":" + report.id());
    Place place = Place.ofFile(feed, source);
    if (park < 0) {
      notices.add(Notice.of("live_park_unknown", Severity.WARNING, place, report.id()));
      return;
    }
    double apart = report.metresFrom(parks, park);
    if (apart > ParkingReport.APART_METRES) {
      notices.add(
          Notice.of(
              "live_park_elsewhere", Severity.WARNING, place, report.id(), Math.round(apart)));
      return;
    }
    int capacity = Math.max(report.capacity(), parks.capacities()[park]);
    if (capacity >= 0 && report.free() > capacity) {
      String name = parks.names().get(park);
      notices.add(
          Notice.of(
              "live_park_more_than_capacity",
              Severity.INFO,
              place,
              name.isEmpty() ? report.id() : name,
              report.free(),
              capacity));
    }
  }
}
