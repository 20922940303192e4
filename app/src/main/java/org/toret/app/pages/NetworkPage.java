package org.toret.app.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.toret.app.pages.board.FeedView;
import org.toret.app.pages.board.FeedWriter;
import org.toret.app.pages.frame.Frame;

/// `/network`: every feed, how far it holds, what is used of it and what is wrong with it. And the
/// page for when there is no network at all.
@RestController
final class NetworkPage {

  private final PagePress press;
  private final PageSource source;
  private final Clock clock;

  NetworkPage(PagePress press, PageSource source, Clock clock) {
    this.press = press;
    this.source = source;
    this.clock = clock;
  }

  /// What the browser shows when it is offline.
  @GetMapping("/offline")
  ResponseEntity<String> offline(HttpServletRequest request) {
    Frame frame = press.frame(request);
    return press.page(
        frame,
        "error.jte",
        Map.of("title", frame.t("offline.title"), "text", frame.t("offline.text")));
  }

  @GetMapping("/network")
  ResponseEntity<String> page(HttpServletRequest request) {
    Frame frame = press.frame(request);
    ZoneId zone = source.city().zone();
    var writer = new FeedWriter(frame.words(), clock.instant().atZone(zone).toLocalDate(), zone);
    List<FeedView> feeds = source.feeds().stream().map(writer::write).toList();
    return press.page(
        frame,
        "network.jte",
        Map.of(
            "feeds",
            feeds,
            "live",
            source.live(frame.words()),
            "liveNotices",
            source.liveNotices().stream().map(writer::row).toList()));
  }
}
