package org.toret.app.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.toret.app.pages.board.LineView;
import org.toret.app.pages.board.LineWriter;
import org.toret.app.pages.frame.Frame;

/// `/line/{id}`: the stops of a line in both directions, and its times on a day.
@RestController
final class LinePage {

  private final PagePress press;
  private final PageSource source;
  private final Clock clock;

  LinePage(PagePress press, PageSource source, Clock clock) {
    this.press = press;
    this.source = source;
    this.clock = clock;
  }

  @GetMapping("/line/{id}")
  ResponseEntity<String> page(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String date,
      HttpServletRequest request) {
    Frame frame = press.frame(request);
    Optional<LineView> line =
        source
            .line(id, day(date), frame.words().language())
            .map(new LineWriter(frame.words())::write);
    if (line.isEmpty()) {
      return press.page(
          HttpStatus.NOT_FOUND, frame, "error.jte", Map.of("text", frame.t("line.unknown", id)));
    }
    return press.page(frame, "line.jte", Map.of("line", line.get()));
  }

  private LocalDate day(String date) {
    try {
      return LocalDate.parse(date);
    } catch (DateTimeException notADate) {
      return clock.instant().atZone(source.city().zone()).toLocalDate();
    }
  }
}
