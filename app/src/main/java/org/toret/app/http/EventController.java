package org.toret.app.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.toret.app.ask.Problem;
import org.toret.app.ask.ProblemException;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.OpenCity;
import org.toret.app.texts.Texts;
import org.toret.base.notice.Messages;
import org.toret.mobility.Planner;
import org.toret.mobility.reliability.DelayWatch;

/// What changes, told as it happens (server-sent events): the state of the city, and whether a trip
/// that somebody follows still holds.
@RestController
public final class EventController {

  /// Listeners at a time; who comes later is asked to come again.
  private static final int MOST_LISTENERS = 2_000;

  /// Browsers ask again by themselves.
  private static final long LONGEST_MILLIS = 30 * 60 * 1000L;

  private final CityHolder holder;
  private final Messages messages;
  private final Clock clock;
  private final DelayWatch watch;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final ExecutorService sender =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("tells-what-changes").factory());

  public EventController(CityHolder holder, Messages messages, Clock clock, DelayWatch watch) {
    this.holder = holder;
    this.messages = messages;
    this.clock = clock;
    this.watch = watch;
    holder.listen(city -> sender.execute(() -> tell(city)));
  }

  /// Told when the state of the city has changed.
  ///
  /// @param image content hash of the compiled city
  /// @param live epoch second of the newest word on runs, null without any
  record State(String image, @Nullable Long live) {

    static State of(OpenCity city) {
      long at = city.live().timetableAt();
      return new State(city.imageHash(), at == Long.MIN_VALUE ? null : Long.valueOf(at));
    }
  }

  /// One thing to be told: its name, and what is told.
  record Event(String name, Object body) {}

  private static final class Listener {

    private final SseEmitter emitter = new SseEmitter(LONGEST_MILLIS);
    private final Function<OpenCity, Event> words;
    private @Nullable Event last;

    Listener(Function<OpenCity, Event> words) {
      this.words = words;
    }

    /// Tells what is not as it was when something was told last.
    void tell(OpenCity city) throws IOException {
      Event event = words.apply(city);
      if (!event.equals(last)) {
        last = event;
        emitter.send(
            SseEmitter.event().name(event.name()).data(event.body(), MediaType.APPLICATION_JSON));
      }
    }
  }

  @GetMapping(path = "/api/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events() {
    return listen(new Listener(city -> new Event("state", State.of(city))));
  }

  /// Follows an alternative: `updated` with its times and costs when they change, `broken` with the
  /// reason and how to go on from where the traveller is when it cannot be travelled any more.
  @GetMapping(path = "/api/v1/plan/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter follow(@PathVariable String id, HttpServletRequest request) {
    Locale locale = language(request);
    if (Planner.traveller(id).isEmpty()) {
      throw new ProblemException(Problem.of("alternative_unreadable", 404, id));
    }
    return listen(new Listener(new Follower(id, locale, messages, clock, watch)::look));
  }

  /// Browsers send no language of a script's choice with these questions: `lang` says it.
  private static Locale language(HttpServletRequest request) {
    String asked = request.getParameter("lang");
    return asked != null && Texts.LANGUAGES.contains(Locale.of(asked))
        ? Locale.of(asked)
        : Asker.locale(request);
  }

  private SseEmitter listen(Listener listener) {
    if (listeners.size() >= MOST_LISTENERS) {
      throw new ProblemException(Problem.of("too_many_listeners", 503));
    }
    listeners.add(listener);
    listener.emitter.onCompletion(() -> listeners.remove(listener));
    listener.emitter.onTimeout(listener.emitter::complete);
    listener.emitter.onError(error -> listeners.remove(listener));
    sender.execute(() -> tell(listener, holder.get()));
    return listener.emitter;
  }

  private void tell(OpenCity city) {
    listeners.forEach(listener -> tell(listener, city));
  }

  private void tell(Listener listener, OpenCity city) {
    try {
      listener.tell(city);
    } catch (IOException | IllegalStateException gone) {
      listeners.remove(listener);
    }
  }
}
