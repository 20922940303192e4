package org.toret.app.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.toret.app.pages.board.BoardView;
import org.toret.app.pages.board.BoardWriter;
import org.toret.app.pages.frame.Frame;

/// `/stop/{id}`: the departure board of a stop or station. `/fragments/stop/{id}` is the list
/// alone, which script reads again and again.
@RestController
final class StopPage {

  private static final int DEPARTURES = 30;

  private final PagePress press;
  private final PageSource source;
  private final Clock clock;

  StopPage(PagePress press, PageSource source, Clock clock) {
    this.press = press;
    this.source = source;
    this.clock = clock;
  }

  @GetMapping("/stop/{id}")
  ResponseEntity<String> page(@PathVariable String id, HttpServletRequest request) {
    return board(id, request, "stop.jte");
  }

  @GetMapping("/fragments/stop/{id}")
  ResponseEntity<String> fragment(@PathVariable String id, HttpServletRequest request) {
    return board(id, request, "part/departures.jte");
  }

  private ResponseEntity<String> board(String id, HttpServletRequest request, String template) {
    Frame frame = press.frame(request);
    Instant now = clock.instant();
    var writer = new BoardWriter(frame.words(), now, source.city().zone());
    Optional<BoardView> board =
        source.board(id, now, DEPARTURES, frame.words().language()).map(writer::write);
    if (board.isEmpty()) {
      return press.page(
          HttpStatus.NOT_FOUND, frame, "error.jte", Map.of("text", frame.t("stop.unknown", id)));
    }
    return press.page(frame, template, Map.of("board", board.get()));
  }
}
