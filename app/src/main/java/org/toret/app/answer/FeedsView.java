package org.toret.app.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.toret.app.keep.FeedReport;
import org.toret.app.keep.OpenCity;
import org.toret.base.geo.BoundingBox;
import org.toret.base.notice.Messages;
import org.toret.base.notice.Notices;
import org.toret.network.CityInfo;

/// The answer to `GET /api/v1/feeds`: the city, its sources, and what is wrong with them.
///
/// @param image content hash of the compiled city
/// @param live sources of live messages, as they stand now
/// @param liveNotices what is wrong with what they tell now
/// @param notices what concerns the city or files that are not used
public record FeedsView(
    String city,
    String timezone,
    List<String> languages,
    String country,
    BoundingBox bounds,
    boolean demo,
    String image,
    Instant compiledAt,
    List<String> modes,
    List<String> attributions,
    List<Feed> feeds,
    List<LiveViews.SourceView> live,
    List<Count> liveNotices,
    List<Count> notices) {

  /// One source.
  public record Feed(
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
      boolean used,
      boolean reconstructed,
      Map<String, Long> counts,
      List<Count> notices) {}

  /// All notices of one kind.
  public record Count(String code, String severity, long count, List<NoticeView> examples) {}

  private static final int EXAMPLES = 10;

  public static FeedsView of(OpenCity city, Messages messages, Locale locale) {
    CityInfo info = city.city().info();
    return new FeedsView(
        info.name(),
        info.zone().getId(),
        info.languages(),
        info.country(),
        info.bounds(),
        info.demo(),
        city.imageHash(),
        Instant.parse(city.about().compiledAt()),
        city.offeredModes().stream().sorted().map(mode -> mode.id()).toList(),
        info.attributions(),
        FeedReport.of(city).stream().map(report -> feed(report, messages, locale)).toList(),
        city.live().sources().stream()
            .map(source -> LiveViews.SourceView.of(source, city.zone(), messages, locale))
            .toList(),
        counts(city.live().notices(), messages, locale),
        counts(FeedReport.general(city), messages, locale));
  }

  private static Feed feed(FeedReport report, Messages messages, Locale locale) {
    return new Feed(
        report.id(),
        report.kind(),
        report.file(),
        report.bytes(),
        report.sha256(),
        report.publisher(),
        report.url(),
        report.licence(),
        report.version(),
        report.validFrom(),
        report.validTo(),
        report.used(),
        report.invented(),
        report.counts(),
        counts(report.notices(), messages, locale));
  }

  /// Tallies in words.
  public static List<Count> counts(List<Notices.Tally> tallies, Messages messages, Locale locale) {
    return tallies.stream()
        .map(tally ->
            new Count(
                tally.code(),
                tally.severity().name().toLowerCase(Locale.ROOT),
                tally.count(),
                NoticeView.of(
                    tally.examples().stream().limit(EXAMPLES).toList(), messages, locale)))
        .toList();
  }
}
