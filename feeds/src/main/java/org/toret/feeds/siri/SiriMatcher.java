package org.toret.feeds.siri;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.feeds.gtfsrt.Alert;
import org.toret.feeds.gtfsrt.Alert.InformedEntity;
import org.toret.feeds.gtfsrt.FeedMessage;
import org.toret.feeds.gtfsrt.TripDescriptor;
import org.toret.feeds.gtfsrt.TripDescriptor.Relationship;
import org.toret.feeds.gtfsrt.TripUpdate;
import org.toret.feeds.gtfsrt.VehiclePosition;
import org.toret.network.timetable.Timetable;

/// Finds what a SIRI message means in the timetable of one feed, and says it in that feed's ids in
/// the records of GTFS-Realtime. What is not found is counted as notices, and the rest is used.
///
/// - Times expected or recorded hold; a call with an aimed time alone says nothing, so the delay
///   before it goes on.
/// - A journey that tells all its calls, with extra ones among them or calls that the trip does not
///   have in this order, replaces the published run; an extra call of a journey that does not tell
///   all is not used.
/// - What VM says of a run counts where ET does not speak of it.
///
/// Made once for a timetable; a message costs some microseconds for each journey.
public final class SiriMatcher {

  private static final int HITS_LOOKED_AT = 400;

  private final Timetable timetable;
  private final String prefix;
  private final SiriIds ids;
  private final JourneyFinder finder;

  /// @param timetable as published
  /// @param feed row of the feed in it
  public SiriMatcher(Timetable timetable, int feed) {
    this.timetable = timetable;
    this.prefix = timetable.feeds().ids().get(feed) + ":";
    this.ids = new SiriIds(timetable, timetable.feeds().ids().get(feed));
    this.finder = new JourneyFinder(timetable, ids, ZoneId.of(timetable.feeds().zones().get(feed)));
  }

  /// How many of the things named first are known to the feed.
  public int hits(SiriMessage message) {
    int hits = 0;
    for (SiriJourney journey : message.journeys().stream().limit(HITS_LOOKED_AT).toList()) {
      hits += isKnown(journey) ? 1 : 0;
    }
    for (SiriVehicle vehicle : message.vehicles().stream().limit(HITS_LOOKED_AT).toList()) {
      hits += isKnown(vehicle.journey()) ? 1 : 0;
    }
    for (List<Alert> alerts : List.of(message.situations(), message.facilities())) {
      for (Alert alert : alerts.stream().limit(HITS_LOOKED_AT).toList()) {
        hits += alert.informed().stream().anyMatch(this::isKnown) ? 1 : 0;
      }
    }
    return hits;
  }

  private boolean isKnown(SiriJourney journey) {
    return ids.trip(journey.ref().journey()) >= 0 || ids.route(journey.ref().line()) >= 0;
  }

  private boolean isKnown(InformedEntity one) {
    boolean named = !one.routeId().isEmpty() || !one.stopId().isEmpty() || one.trip().isPresent();
    return named && entity(one).isPresent();
  }

  /// What a message says, in ids of the feed.
  ///
  /// @param source its name, for the notices
  public FeedMessage match(String source, SiriMessage message, Notices notices) {
    Matching matching = new Matching(source, notices);
    List<TripUpdate> updates = new ArrayList<>();
    Set<String> spokenOf = new HashSet<>();
    for (SiriJourney journey : message.journeys()) {
      matching
          .update(journey)
          .ifPresent(update -> {
            updates.add(update);
            spokenOf.add(key(update.trip()));
          });
    }
    List<VehiclePosition> positions = new ArrayList<>();
    for (SiriVehicle vehicle : message.vehicles()) {
      positions.add(matching.position(vehicle));
      boolean tells =
          vehicle.journey().delaySeconds().isPresent()
              || vehicle.journey().calls().stream().anyMatch(SiriJourney.Call::isTimed);
      if (tells) {
        matching
            .update(vehicle.journey())
            .filter(update -> spokenOf.add(key(update.trip())))
            .ifPresent(updates::add);
      }
    }
    List<Alert> alerts = new ArrayList<>();
    message.situations().forEach(alert -> matching.alert(alert).ifPresent(alerts::add));
    message.facilities().forEach(alert -> matching.alert(alert).ifPresent(alerts::add));
    return new FeedMessage(
        new FeedMessage.Header(
            "2.0",
            FeedMessage.Incrementality.FULL_DATASET,
            OptionalLong.of(message.atEpochSeconds()),
            ""),
        true,
        updates,
        positions,
        alerts,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static String key(TripDescriptor trip) {
    return trip.tripId() + "|" + trip.startDate();
  }

  private String id(String whole) {
    return whole.substring(prefix.length());
  }

  private String stopId(int stop) {
    return id(timetable.stops().ids().get(stop));
  }

  /// Whom an alert concerns, in ids of the feed; empty where a part of it is not known. Operators
  /// that are not known keep their names.
  private Optional<InformedEntity> entity(InformedEntity told) {
    int route = told.routeId().isEmpty() ? -1 : ids.route(told.routeId());
    int stop = told.stopId().isEmpty() ? -1 : ids.stop(told.stopId());
    Optional<TripDescriptor> trip = told.trip();
    int run = trip.map(one -> ids.trip(one.tripId())).orElse(-1);
    boolean missing =
        !told.routeId().isEmpty() && route < 0
            || !told.stopId().isEmpty() && stop < 0
            || trip.isPresent() && run < 0;
    if (missing) {
      return Optional.empty();
    }
    return Optional.of(
        new InformedEntity(
            agency(told.agencyId()),
            route < 0 ? "" : id(timetable.routes().ids().get(route)),
            told.routeType(),
            told.directionId(),
            trip.map(one -> descriptor(run, one.startDate(), Relationship.SCHEDULED)),
            stop < 0 ? "" : stopId(stop)));
  }

  /// The agency of the feed that an operator is; what nobody knows keeps its name.
  private String agency(String operator) {
    List<String> forms = SiriIds.forms(operator);
    for (int agency = 0; agency < timetable.agencies().count(); agency++) {
      String id = timetable.agencies().ids().get(agency);
      if (id.startsWith(prefix) && forms.contains(id(id))) {
        return id(id);
      }
    }
    return operator;
  }

  private TripDescriptor descriptor(int trip, Optional<LocalDate> date, Relationship relationship) {
    return new TripDescriptor(
        id(timetable.trips().ids().get(trip)),
        "",
        -1,
        OptionalInt.empty(),
        date,
        relationship,
        Optional.empty());
  }

  /// The reading of one message.
  ///
  /// @param source name of its source
  private final class Matching {

    private final String source;
    private final Notices notices;

    Matching(String source, Notices notices) {
      this.source = source;
      this.notices = notices;
    }

    private void note(String code, Object... args) {
      notices.add(Notice.of(code, Severity.WARNING, Place.ofFeed(source), args));
    }

    Optional<TripUpdate> update(SiriJourney journey) {
      if (journey.isExtra()) {
        return extra(journey);
      }
      Optional<JourneyFinder.Found> found = finder.find(journey);
      if (found.isEmpty()) {
        note("siri_unknown_journey", journey.ref().key(), journey.ref().line());
        return Optional.empty();
      }
      int trip = found.get().trip();
      Optional<LocalDate> date = Optional.of(found.get().date());
      if (journey.isCancelled()) {
        return Optional.of(told(journey, descriptor(trip, date, Relationship.CANCELED), List.of()));
      }
      CallFinder calls = new CallFinder(timetable, ids, trip, finder.origin(found.get().date()));
      List<CallFinder.Found> all = calls.find(journey.calls());
      if (isReplacement(journey, all)) {
        return Optional.of(
            told(
                journey,
                descriptor(trip, date, Relationship.REPLACEMENT),
                new CallTeller(timetable, prefix, ids).inFull(all, calls)));
      }
      int lost = (int) all.stream().filter(one -> one.index() < 0).count();
      if (lost > 0) {
        note("siri_unknown_call", journey.ref().key(), lost);
      }
      return Optional.of(
          told(
              journey,
              descriptor(trip, date, Relationship.SCHEDULED),
              new CallTeller(timetable, prefix, ids).changes(all, calls)));
    }

    private static boolean isReplacement(SiriJourney journey, List<CallFinder.Found> all) {
      return journey.isComplete()
          && all.stream()
              .anyMatch(one -> one.index() < 0 && one.stop() >= 0 && !one.call().isCancelled());
    }

    private Optional<TripUpdate> extra(SiriJourney journey) {
      int route = ids.route(journey.ref().line());
      if (route < 0) {
        note("siri_unknown_line", journey.ref().key(), journey.ref().line());
        return Optional.empty();
      }
      String ref = journey.ref().journey();
      Optional<LocalDate> date = journey.ref().date();
      OptionalLong starts =
          journey.calls().stream().flatMapToLong(call -> call.aimed().stream()).findFirst();
      if (date.isEmpty() && starts.isPresent()) {
        date =
            Optional.of(
                Instant.ofEpochSecond(starts.getAsLong()).atZone(finder.zone()).toLocalDate());
      }
      TripDescriptor trip =
          new TripDescriptor(
              ref.isEmpty() ? journey.ref().key() : SiriIds.forms(ref).getLast(),
              id(timetable.routes().ids().get(route)),
              JourneyFinder.direction(journey.ref().direction()),
              OptionalInt.empty(),
              date,
              journey.isCancelled() ? Relationship.DELETED : Relationship.NEW,
              Optional.empty());
      return journey.isCancelled()
          ? Optional.empty()
          : Optional.of(
              told(journey, trip, new CallTeller(timetable, prefix, ids).inFull(journey.calls())));
    }

    private static TripUpdate told(
        SiriJourney journey, TripDescriptor trip, List<TripUpdate.StopTimeUpdate> calls) {
      return new TripUpdate(
          journey.entityId(),
          trip,
          journey.vehicle(),
          calls,
          OptionalLong.of(journey.saidAtEpochSeconds()),
          journey.delaySeconds(),
          Optional.of(
              new TripUpdate.TripProperties(
                  "",
                  Optional.empty(),
                  OptionalInt.empty(),
                  "",
                  journey.headsign(),
                  journey.shortName())));
    }

    VehiclePosition position(SiriVehicle vehicle) {
      VehiclePosition told = vehicle.position();
      SiriJourney.Ref ref = vehicle.journey().ref();
      int route = ids.route(ref.line());
      Optional<JourneyFinder.Found> found =
          ref.isEmpty() ? Optional.empty() : finder.find(vehicle.journey());
      int stop = told.stopId().isEmpty() ? -1 : ids.stop(told.stopId());
      if (found.isEmpty() && route < 0) {
        note("siri_unknown_journey", ref.key(), ref.line());
      }
      TripDescriptor trip =
          new TripDescriptor(
              found.map(one -> id(timetable.trips().ids().get(one.trip()))).orElse(""),
              route < 0 ? "" : id(timetable.routes().ids().get(route)),
              -1,
              OptionalInt.empty(),
              found.map(JourneyFinder.Found::date),
              Relationship.SCHEDULED,
              Optional.empty());
      return new VehiclePosition(
          told.entityId(),
          Optional.of(trip),
          told.vehicle(),
          told.position(),
          told.stopSequence(),
          stop < 0 ? "" : stopId(stop),
          told.status(),
          told.timestampEpochSeconds(),
          told.congestion(),
          told.occupancy(),
          told.occupancyPercent(),
          told.carriages());
    }

    Optional<Alert> alert(Alert told) {
      List<InformedEntity> informed = new ArrayList<>();
      for (InformedEntity one : told.informed()) {
        Optional<InformedEntity> known = entity(one);
        known.ifPresent(informed::add);
        if (known.isEmpty()) {
          note(
              "siri_unknown_reference",
              told.entityId(),
              one.routeId() + " " + one.stopId() + " " + one.agencyId());
        }
      }
      if (informed.isEmpty()) {
        note("siri_concerns_nobody", told.entityId());
        return Optional.empty();
      }
      return Optional.of(
          new Alert(
              told.entityId(),
              told.activePeriods(),
              informed,
              told.cause(),
              told.effect(),
              told.severity(),
              told.url(),
              told.header(),
              told.description(),
              told.ttsHeader(),
              told.ttsDescription(),
              told.causeDetail(),
              told.effectDetail(),
              told.images(),
              told.imageAlternative()));
    }
  }
}
