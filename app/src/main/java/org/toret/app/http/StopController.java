package org.toret.app.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.toret.app.answer.BoardView;
import org.toret.app.answer.Found;
import org.toret.app.answer.NoticeView;
import org.toret.app.answer.StopView;
import org.toret.app.answer.TripView;
import org.toret.app.ask.Parameters;
import org.toret.app.ask.Problem;
import org.toret.app.ask.ProblemException;
import org.toret.app.ask.Refusals;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.OpenCity;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Messages;
import org.toret.mobility.board.Departure;
import org.toret.mobility.board.TripCalls;

/// `GET /api/v1/stops`, `departures` and `trips/{id}`.
@RestController
public final class StopController {

  private static final int NEAR = 50;
  private static final int NAMED = 10;
  private static final int MOST = 500;
  private static final int DEPARTURES = 20;

  private final CityHolder holder;
  private final Clock clock;
  private final Messages messages;

  public StopController(CityHolder holder, Clock clock, Messages messages) {
    this.holder = holder;
    this.clock = clock;
    this.messages = messages;
  }

  @GetMapping("/api/v1/stops")
  ResponseEntity<Found> stops(HttpServletRequest request) {
    OpenCity city = holder.get();
    Locale locale = Asker.locale(request);
    Parameters parameters = Asker.parameters(request);
    Optional<GeoPoint> near = parameters.point("near");
    Optional<String> text = parameters.find("q");
    StopFinder finder = new StopFinder(city, locale.getLanguage());
    List<StopView> found;
    if (text.isPresent()) {
      found = finder.named(text.get(), parameters.whole("limit", NAMED, 1, MOST), near);
    } else if (near.isPresent()) {
      double within = parameters.number("within", 500, 1, 5000);
      found = finder.near(near.get(), within, parameters.whole("limit", NEAR, 1, MOST));
    } else {
      throw new ProblemException(Problem.parameter("ask_one", "near"));
    }
    // messages may bring stops along
    String more = city.live().base() == null ? "" : "-" + city.live().timetableAt();
    String tag = city.imageHash().substring(0, 16) + "-" + locale.getLanguage() + more;
    return Answers.tagged(locale, tag, new Found(found, notices(parameters, locale)));
  }

  @GetMapping("/api/v1/departures")
  ResponseEntity<BoardView> departures(HttpServletRequest request) {
    OpenCity city = holder.get();
    Locale locale = Asker.locale(request);
    Parameters parameters = Asker.parameters(request);
    String stop = parameters.require("stop");
    Instant at = parameters.instant("at", clock.instant(), city.zone());
    Duration window =
        parameters.duration(
            "window", Duration.ofHours(2), Duration.ofMinutes(1), Duration.ofHours(24));
    int most = parameters.whole("limit", DEPARTURES, 1, MOST);
    List<Departure> departures =
        Refusals.orThrow(
            city.boards()
                .departures(
                    stop,
                    at,
                    at.plus(window),
                    most,
                    locale.getLanguage(),
                    city.live().occupancy(),
                    city.live().alerts()));
    OptionalInt index = city.directory().findStop(stop);
    StopFinder finder = new StopFinder(city, locale.getLanguage());
    return Answers.fresh(
        locale,
        new BoardView(
            finder.stop(index.orElseThrow()),
            at.atZone(city.zone()).toOffsetDateTime(),
            departures,
            notices(parameters, locale)));
  }

  @GetMapping("/api/v1/trips/{id}")
  ResponseEntity<TripView> trip(@PathVariable String id, HttpServletRequest request) {
    OpenCity city = holder.get();
    Locale locale = Asker.locale(request);
    Parameters parameters = Asker.parameters(request);
    LocalDate date = parameters.date("date", LocalDate.ofInstant(clock.instant(), city.zone()));
    TripCalls trip = Refusals.orThrow(city.boards().trip(id, date, locale.getLanguage()));
    return Answers.fresh(locale, TripView.of(trip, notices(parameters, locale)));
  }

  private List<NoticeView> notices(Parameters parameters, Locale locale) {
    return NoticeView.of(parameters.unread(), messages, locale);
  }
}
