package org.toret.app.pages.board;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.toret.app.pages.frame.Formats;
import org.toret.app.pages.frame.Words;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;

/// Puts the state of a feed into words.
public final class FeedWriter {

  private final Words words;
  private final Formats formats;
  private final LocalDate today;
  private final ZoneId zone;

  public FeedWriter(Words words, LocalDate today, ZoneId zone) {
    this.words = words;
    this.formats = new Formats(words.locale());
    this.today = today;
    this.zone = zone;
  }

  public FeedView write(FeedCard feed) {
    LocalDate end = feed.validTo();
    return new FeedView(
        feed.id(),
        words.knows("kind." + feed.kind()) ? words.of("kind." + feed.kind()) : feed.kind(),
        feed.invented(),
        end != null && end.isBefore(today)
            ? words.of("network.feed.expired", formats.shortDay(end))
            : "",
        facts(feed),
        counts(feed),
        feed.notices().stream().map(this::row).toList());
  }

  private List<FeedView.Fact> facts(FeedCard feed) {
    List<FeedView.Fact> facts = new ArrayList<>();
    add(facts, "network.feed.version", feed.version());
    add(facts, "network.feed.valid", validity(feed));
    if (feed.loaded() != null) {
      LocalDate loaded = feed.loaded().atZone(zone).toLocalDate();
      String clock = formats.clock(feed.loaded().atZone(zone).toOffsetDateTime());
      add(facts, "network.feed.age", formats.shortDay(loaded) + ", " + clock);
    }
    add(facts, "network.feed.publisher", feed.publisher());
    add(facts, "network.feed.licence", feed.licence());
    return facts;
  }

  private void add(List<FeedView.Fact> facts, String code, String value) {
    if (!value.isEmpty()) {
      facts.add(new FeedView.Fact(words.of(code), value));
    }
  }

  private String validity(FeedCard feed) {
    List<String> parts = new ArrayList<>();
    if (feed.validFrom() != null) {
      parts.add(words.of("network.feed.from", formats.shortDay(feed.validFrom())));
    }
    if (feed.validTo() != null) {
      parts.add(words.of("network.feed.to", formats.shortDay(feed.validTo())));
    }
    return String.join(" ", parts);
  }

  private List<FeedView.Fact> counts(FeedCard feed) {
    return feed.counts().entrySet().stream()
        .map(count -> {
          String code = "network.count." + count.getKey();
          String name = words.knows(code) ? words.of(code) : count.getKey();
          return new FeedView.Fact(name, formats.number(count.getValue()));
        })
        .toList();
  }

  /// All notices of one kind.
  public FeedView.Row row(Notices.Tally tally) {
    String severity = tally.severity().name().toLowerCase(Locale.ROOT);
    Notice first = tally.examples().isEmpty() ? null : tally.examples().getFirst();
    return new FeedView.Row(
        severity,
        words.of("severity." + severity),
        first == null ? tally.code() : words.of(first),
        formats.number(tally.count()),
        first == null ? "" : place(first.place()));
  }

  private String place(Place place) {
    return place.line() > 0
        ? words.of("network.place", place.file(), formats.number(place.line()))
        : place.file();
  }
}
