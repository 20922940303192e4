package org.toret.app.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.toret.app.answer.FeedsView;
import org.toret.app.ask.Parameters;
import org.toret.app.ask.Problem;
import org.toret.app.ask.ProblemException;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.FeedIntake;
import org.toret.app.keep.OpenCity;
import org.toret.base.notice.Messages;
import org.toret.base.outcome.Outcome;

/// `/api/v1/feeds`: what the city is made of, and new versions of it.
@RestController
public final class FeedController {

  private static final long MAX_MEGABYTES = 512;

  /// How feeds and live sources may be called.
  static final Pattern FEED_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");

  private final CityHolder holder;
  private final FeedIntake intake;
  private final Messages messages;
  private final OperatorToken token;

  public FeedController(
      CityHolder holder, FeedIntake intake, Messages messages, OperatorToken token) {
    this.holder = holder;
    this.intake = intake;
    this.messages = messages;
    this.token = token;
  }

  @GetMapping("/api/v1/feeds")
  ResponseEntity<FeedsView> feeds(HttpServletRequest request) {
    Locale locale = Asker.locale(request);
    OpenCity city = holder.get();
    return Answers.fresh(locale, FeedsView.of(city, messages, locale));
  }

  /// Takes the body as a new version of a feed.
  @PostMapping("/api/v1/feeds")
  ResponseEntity<FeedsView> take(HttpServletRequest request) throws IOException {
    token.require(request.getHeader("Authorization"));
    Locale locale = Asker.locale(request);
    String id = feedId(Asker.parameters(request));
    Path file = Files.createTempFile("toret-feed-", ".zip");
    try {
      receive(request, file);
      return switch (intake.take(id, file)) {
        case Outcome.Done<OpenCity>(OpenCity city) ->
            Answers.fresh(locale, FeedsView.of(city, messages, locale));
        case Outcome.Refused<OpenCity>(String code, List<String> args) ->
            throw new ProblemException(
                Problem.of("feed_refused", 422, id, messages.text(locale, code, args)));
      };
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private String feedId(Parameters parameters) {
    Optional<String> id = parameters.find("id");
    if (id.isPresent()) {
      if (!FEED_ID.matcher(id.get()).matches()) {
        throw new ProblemException(Problem.parameter("invalid_feed_id", "id", id.get()));
      }
      return id.get();
    }
    var ids = holder.get().timetable().feeds().ids();
    if (ids.size() == 1) {
      return ids.get(0);
    }
    StringBuilder known = new StringBuilder();
    for (int feed = 0; feed < ids.size(); feed++) {
      known.append(feed == 0 ? "" : ", ").append(ids.get(feed));
    }
    throw new ProblemException(Problem.parameter("feed_id_needed", "id", known));
  }

  private static void receive(HttpServletRequest request, Path file) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long received = 0;
    try (InputStream in = request.getInputStream();
        OutputStream out = Files.newOutputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        received += read;
        if (received > MAX_MEGABYTES << 20) {
          throw new ProblemException(Problem.of("feed_too_large", 413, MAX_MEGABYTES));
        }
        out.write(buffer, 0, read);
      }
    }
  }
}
