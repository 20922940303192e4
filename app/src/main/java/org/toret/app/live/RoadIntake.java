package org.toret.app.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.toret.app.city.TrafficReader;
import org.toret.app.keep.LiveSource;
import org.toret.app.keep.LiveView;
import org.toret.app.keep.OpenCity;
import org.toret.base.notice.Notices;
import org.toret.mobility.plan.KnownNow;
import org.toret.network.traffic.RoadEvent;
import org.toret.network.traffic.RoadMessage;
import org.toret.network.traffic.RoadPlace;
import org.toret.network.traffic.RoadReading;
import org.toret.router.traffic.RoadMatcher;
import org.toret.router.traffic.RoadTraffic;

/// Messages about the roads: speeds at detectors, closures, limits, accidents.
///
/// Readings hold for [#AGE_SECONDS] after they were taken, events by their own periods, and places
/// (where detectors are) for good. A message stands for all that its source says; places that it
/// names may have been told by any source. A detector told by several sources counts once
/// ([SameDetectors]).
final class RoadIntake implements Intake {

  /// How long readings hold: centres renew them every one to five minutes.
  static final long AGE_SECONDS = 15 * 60;

  private final Map<String, Said> said = new LinkedHashMap<>();
  private final Map<String, RoadPlace> places = new HashMap<>();
  private @Nullable OpenCity city;
  private @Nullable RoadMatcher matcher;
  private @Nullable RoadTraffic laid;
  private long laidAt = KnownNow.NEVER;
  private boolean changed;

  /// What one source said last, and what was wrong with it.
  private record Said(RoadMessage message, Notices notices) {}

  @Override
  public boolean knows(byte[] message) {
    return TrafficReader.knows(message);
  }

  @Override
  public LiveSource take(LiveSource source, byte[] bytes, OpenCity open, Instant now) {
    Notices notices = new Notices();
    Optional<RoadMessage> read = TrafficReader.read(source.id(), bytes, notices);
    if (read.isEmpty()) {
      return source.failed(notices);
    }
    RoadMessage message = read.get();
    Instant made = Instant.ofEpochSecond(message.at());
    Said before = said.get(source.id());
    Optional<LiveSource> refused =
        Intake.refused(source, message.at(), before == null ? NOTHING : before.message().at(), now);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (!message.places().isEmpty()) {
      places.putAll(message.places());
      changed = true;
    }
    boolean placesAlone =
        message.readings().isEmpty() && message.events().isEmpty() && !message.places().isEmpty();
    Map<String, Integer> told = told(message, matcher(open));
    boolean elsewhere =
        !placesAlone
            && told.values().stream().allMatch(count -> count == 0)
            && message.readings().size() + message.events().size() > 0;
    if (elsewhere && isPlaced(message)) {
      return source.failed("live_no_road", "");
    }
    if (!placesAlone && (before == null || !before.message().equals(message))) {
      said.put(source.id(), new Said(message, notices));
      changed = true;
    }
    LiveSource spoke = source.spoke("", made, now, told);
    return isOld(message, now) ? spoke.stale() : spoke;
  }

  private static boolean isOld(RoadMessage message, Instant now) {
    return !message.readings().isEmpty() && now.getEpochSecond() - message.at() > AGE_SECONDS;
  }

  /// Whether the place of anything that is told is known.
  private boolean isPlaced(RoadMessage message) {
    return message.readings().stream().anyMatch(one -> placed(one).place() != null)
        || message.events().stream().anyMatch(one -> placed(one).place() != null);
  }

  /// How much of a message is on the streets of the city.
  private Map<String, Integer> told(RoadMessage message, RoadMatcher streets) {
    Map<String, Integer> told = new LinkedHashMap<>();
    told.put(
        "roads",
        (int)
            message.readings().stream()
                .filter(one -> isHere(placed(one).place(), streets))
                .count());
    told.put(
        "roadEvents",
        (int)
            message.events().stream().filter(one -> isHere(placed(one).place(), streets)).count());
    told.put("roadPlaces", message.places().size());
    return told;
  }

  private static boolean isHere(@Nullable RoadPlace place, RoadMatcher streets) {
    return place != null && streets.match(place).isFound();
  }

  @Override
  public boolean look(Map<String, LiveSource> sources, Instant now) {
    boolean any = false;
    for (Map.Entry<String, Said> entry : said.entrySet()) {
      RoadMessage message = entry.getValue().message();
      LiveSource source = sources.get(entry.getKey());
      if (source != null && isOld(message, now) && source.isFresh()) {
        sources.put(entry.getKey(), source.stale());
        changed = true;
        any = true;
      }
    }
    return any;
  }

  @Override
  public LiveView lay(
      LiveView view, Map<String, LiveSource> sources, OpenCity open, Notices notices) {
    if (said.isEmpty()) {
      return view;
    }
    RoadMatcher streets = matcher(open);
    if (changed || laid == null) {
      changed = false;
      lay(streets, sources, open);
    }
    said.values().forEach(last -> notices.addAll(last.notices()));
    RoadTraffic traffic = laid;
    return traffic == null || laidAt == KnownNow.NEVER ? view : view.with(traffic, laidAt);
  }

  private void lay(RoadMatcher streets, Map<String, LiveSource> sources, OpenCity open) {
    List<List<RoadReading>> readings = new ArrayList<>();
    List<RoadEvent> events = new ArrayList<>();
    laidAt = KnownNow.NEVER;
    said.forEach((id, last) -> {
      RoadMessage message = last.message();
      boolean fresh = Intake.isFresh(id, sources);
      if (fresh) {
        readings.add(message.readings().stream().map(this::placed).toList());
      }
      // events hold by their own periods
      message.events().forEach(one -> events.add(placed(one)));
      boolean used = fresh || !message.events().isEmpty();
      laidAt = used ? Math.max(laidAt, message.at()) : laidAt;
    });
    SameDetectors detectors = new SameDetectors(open.city().streets().edges(), streets);
    laid = RoadTraffic.of(streets, detectors.of(readings), events, open.zone());
  }

  private RoadReading placed(RoadReading reading) {
    RoadPlace known = places.get(reading.id());
    return reading.place() != null || known == null ? reading : reading.at(known);
  }

  private RoadEvent placed(RoadEvent event) {
    RoadPlace known = places.get(event.placeId());
    return event.place() != null || known == null ? event : event.at(known);
  }

  /// What finds places on the streets of the image that answers.
  private RoadMatcher matcher(OpenCity open) {
    RoadMatcher known = matcher;
    OpenCity of = city;
    if (known == null || of == null || !of.isSameImage(open)) {
      known = new RoadMatcher(open.city().streets());
      matcher = known;
      city = open;
      laid = null;
      changed = true;
    }
    return known;
  }
}
