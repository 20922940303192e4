package org.toret.app.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.toret.app.answer.LiveViews;
import org.toret.app.answer.LiveViews.AlertsView;
import org.toret.app.answer.LiveViews.SourceView;
import org.toret.app.answer.LiveViews.VehiclesView;
import org.toret.app.answer.NoticeView;
import org.toret.app.ask.Parameters;
import org.toret.app.ask.Problem;
import org.toret.app.ask.ProblemException;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.LiveSource;
import org.toret.app.keep.OpenCity;
import org.toret.app.live.LiveDesk;
import org.toret.app.live.LiveLog;
import org.toret.base.geo.BoundingBox;
import org.toret.base.notice.Messages;
import org.toret.feeds.gtfsrt.RealtimeReader;
import org.toret.mobility.live.RideNames;

/// What is told of now: disruptions, where vehicles are, and messages that are sent to us.
@RestController
public final class LiveController {

  private final CityHolder holder;
  private final LiveDesk desk;
  private final LiveLog log;
  private final Clock clock;
  private final Messages messages;
  private final OperatorToken token;

  public LiveController(
      CityHolder holder,
      LiveDesk desk,
      LiveLog log,
      Clock clock,
      Messages messages,
      OperatorToken token) {
    this.holder = holder;
    this.desk = desk;
    this.log = log;
    this.clock = clock;
    this.messages = messages;
    this.token = token;
  }

  @GetMapping("/api/v1/alerts")
  ResponseEntity<AlertsView> alerts(HttpServletRequest request) {
    OpenCity city = holder.get();
    Locale locale = Asker.locale(request);
    Parameters parameters = Asker.parameters(request);
    Optional<RideNames> route = parameters.find("route").map(id -> line(city, id));
    String stop = parameters.find("stop").orElse("");
    long now = clock.instant().getEpochSecond();
    return Answers.fresh(
        locale,
        AlertsView.of(
            city.live().alerts(),
            route,
            stop,
            now,
            city.zone(),
            locale,
            NoticeView.of(parameters.unread(), messages, locale)));
  }

  private static RideNames line(OpenCity city, String id) {
    OptionalInt row = city.directory().findRoute(id);
    return row.isPresent()
        ? RideNames.ofLine(city.timetable(), row.getAsInt())
        : RideNames.ofUnknownLine(id);
  }

  @GetMapping("/api/v1/vehicles")
  ResponseEntity<VehiclesView> vehicles(HttpServletRequest request) {
    OpenCity city = holder.get();
    Locale locale = Asker.locale(request);
    Parameters parameters = Asker.parameters(request);
    BoundingBox box = Asker.box(parameters);
    return Answers.fresh(
        locale,
        VehiclesView.of(
            city, box, locale.getLanguage(), NoticeView.of(parameters.unread(), messages, locale)));
  }

  /// Takes the body as the newest message of a source, of whatever kind its bytes are. What cannot
  /// be used is refused with the reason.
  @PostMapping("/api/v1/live/{source}")
  ResponseEntity<SourceView> take(@PathVariable String source, HttpServletRequest request)
      throws IOException {
    token.require(request.getHeader("Authorization"));
    if (!FeedController.FEED_ID.matcher(source).matches()) {
      throw new ProblemException(Problem.parameter("invalid_feed_id", "source", source));
    }
    int most = RealtimeReader.Limits.STANDARD.bytes();
    byte[] bytes;
    try (InputStream in = request.getInputStream()) {
      bytes = in.readNBytes(most + 1);
    }
    if (bytes.length > most) {
      throw new ProblemException(Problem.of("feed_too_large", 413, most >> 20));
    }
    desk.expect(source, "push");
    LiveSource before = find(source);
    if (!log.append(source, "push", bytes)) {
      throw new ProblemException(Problem.of("live_log_away", 503));
    }
    Locale locale = Asker.locale(request);
    LiveSource taken = find(source);
    ZoneId zone = holder.get().zone();
    if (taken.failures() > before.failures()) {
      String why = LiveViews.reason(taken, zone, messages, locale);
      throw new ProblemException(Problem.of("live_not_taken", 422, why));
    }
    return Answers.fresh(locale, SourceView.of(taken, zone, messages, locale));
  }

  private LiveSource find(String source) {
    return desk.sources().stream().filter(one -> one.id().equals(source)).findFirst().orElseThrow();
  }
}
