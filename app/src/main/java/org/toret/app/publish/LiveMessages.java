package org.toret.app.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.toret.app.keep.LiveSource;
import org.toret.app.keep.OpenCity;
import org.toret.feeds.gtfsrt.Alert;
import org.toret.feeds.gtfsrt.FeedMessage;
import org.toret.feeds.gtfsrt.Occupancy;
import org.toret.feeds.gtfsrt.TranslatedText;
import org.toret.feeds.gtfsrt.TripDescriptor;
import org.toret.feeds.gtfsrt.TripUpdate;
import org.toret.feeds.gtfsrt.VehicleDescriptor;
import org.toret.feeds.gtfsrt.VehiclePosition;
import org.toret.mobility.live.ServiceAlert;
import org.toret.mobility.live.VehicleNow;
import org.toret.network.timetable.Timetable;
import org.toret.router.raptor.TimetableView;

/// Tells what is known now of the runs, vehicles and disruptions of one feed, whatever sources it
/// came from, as one message. What goes as published is told where somebody said so.
///
/// A message is as old as the newest word of any source, so that it does not change while nothing
/// does. Cost: a look at every trip of the feed for each date that is spoken of.
public final class LiveMessages {

  private static final Pattern REPEATED = Pattern.compile("(.+)#(\\d+)(\\d\\d)(\\d\\d)");

  private final OpenCity city;
  private final int feed;
  private final String prefix;
  private final long at;

  /// @param feed row of the feed
  /// @param now when nothing tells of a time
  public LiveMessages(OpenCity city, int feed, Instant now) {
    this.city = city;
    this.feed = feed;
    this.prefix = city.timetable().feeds().ids().get(feed) + ":";
    this.at = at(city, now);
  }

  /// When the newest word of any source was said, epoch second.
  ///
  /// @param now when nothing tells of a time
  public static long at(OpenCity city, Instant now) {
    return city.live().sources().stream()
        .map(LiveSource::at)
        .filter(java.util.Objects::nonNull)
        .mapToLong(Instant::getEpochSecond)
        .max()
        .orElse(now.getEpochSecond());
  }

  /// How runs go of which anything is known.
  public FeedMessage tripUpdates() {
    return message(new LiveRuns(city.engine().live(), feed).list(), List.of(), List.of());
  }

  /// Where vehicles are that make a run or serve a line of the feed.
  public FeedMessage vehiclePositions() {
    List<VehiclePosition> vehicles = new ArrayList<>();
    for (VehicleNow vehicle : city.live().vehicles()) {
      if (vehicle.trip().startsWith(prefix) || vehicle.route().startsWith(prefix)) {
        vehicles.add(position(vehicle));
      }
    }
    return message(List.of(), vehicles, List.of());
  }

  /// The disruptions of the feed, those to come too.
  public FeedMessage alerts() {
    String id = prefix.substring(0, prefix.length() - 1);
    return message(
        List.of(),
        List.of(),
        city.live().alerts().list().stream()
            .filter(alert -> alert.feed().equals(id))
            .map(this::alert)
            .toList());
  }

  private FeedMessage message(
      List<TripUpdate> updates, List<VehiclePosition> vehicles, List<Alert> alerts) {
    return new FeedMessage(
        new FeedMessage.Header(
            "2.0", FeedMessage.Incrementality.FULL_DATASET, OptionalLong.of(at), ""),
        true,
        updates,
        vehicles,
        alerts,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private String own(String id) {
    return id.startsWith(prefix) ? id.substring(prefix.length()) : "";
  }

  private VehiclePosition position(VehicleNow vehicle) {
    String id = vehicle.id().substring(vehicle.id().indexOf(':') + 1);
    Double bearing = vehicle.bearingDegrees();
    String occupancy = vehicle.occupancy();
    return new VehiclePosition(
        vehicle.id(),
        Optional.of(run(own(vehicle.trip()), own(vehicle.route()), date(vehicle))),
        Optional.of(
            new VehicleDescriptor(
                id, vehicle.label(), "", VehicleDescriptor.WheelchairAccess.NO_VALUE)),
        Optional.of(
            new VehiclePosition.Position(
                vehicle.point(),
                bearing == null ? OptionalDouble.empty() : OptionalDouble.of(bearing),
                OptionalDouble.empty(),
                OptionalDouble.empty())),
        OptionalInt.empty(),
        "",
        VehiclePosition.StopStatus.IN_TRANSIT_TO,
        OptionalLong.of(vehicle.atEpochSecond()),
        VehiclePosition.CongestionLevel.UNKNOWN_CONGESTION_LEVEL,
        occupancy == null
            ? Optional.empty()
            : Optional.of(Occupancy.valueOf(occupancy.toUpperCase(Locale.ROOT))),
        OptionalInt.empty(),
        List.of());
  }

  /// A run; one of a trip that is repeated by that trip and its start.
  private static TripDescriptor run(String id, String route, Optional<LocalDate> date) {
    Matcher repeated = REPEATED.matcher(id);
    boolean one = repeated.matches();
    return new TripDescriptor(
        one ? repeated.group(1) : id,
        route,
        -1,
        one
            ? OptionalInt.of(
                Integer.parseInt(repeated.group(2)) * 3600
                    + Integer.parseInt(repeated.group(3)) * 60
                    + Integer.parseInt(repeated.group(4)))
            : OptionalInt.empty(),
        date,
        TripDescriptor.Relationship.SCHEDULED,
        Optional.empty());
  }

  /// The service date of a vehicle's run: today, or yesterday where it is still under way from
  /// then.
  private Optional<LocalDate> date(VehicleNow vehicle) {
    OptionalInt trip = city.directory().findTrip(vehicle.trip());
    if (trip.isEmpty()) {
      return Optional.empty();
    }
    Timetable published = city.published().city().timetable();
    boolean extra = trip.getAsInt() >= published.trips().count();
    Timetable timetable = extra ? city.timetable() : published;
    ZoneId zone = ZoneId.of(timetable.feeds().zones().get(feed));
    LocalDate today = Instant.ofEpochSecond(vehicle.atEpochSecond()).atZone(zone).toLocalDate();
    int service = timetable.trips().services()[trip.getAsInt()];
    int pattern = timetable.trips().patterns()[trip.getAsInt()];
    int times = timetable.patterns().timeOffset(pattern, trip.getAsInt());
    int last = timetable.patterns().arrival(times + timetable.patterns().length(pattern) - 1);
    LocalDate before = today.minusDays(1);
    long origin = TimetableView.origin(before, zone);
    boolean yesterday =
        timetable.calendar().runs(service, Math.toIntExact(before.toEpochDay()))
            && origin + last >= vehicle.atEpochSecond();
    return Optional.of(yesterday ? before : today);
  }

  private Alert alert(ServiceAlert alert) {
    return new Alert(
        alert.id(),
        alert.periods().stream()
            .map(period ->
                new Alert.ActivePeriod(
                    known(period.from(), Long.MIN_VALUE), known(period.until(), Long.MAX_VALUE)))
            .toList(),
        alert.concerned().stream().map(this::informed).toList(),
        Alert.Cause.valueOf(alert.cause().toUpperCase(Locale.ROOT)),
        Alert.Effect.valueOf(alert.effect().toUpperCase(Locale.ROOT)),
        Alert.Severity.UNKNOWN_SEVERITY,
        text(alert.urls()),
        text(alert.headers()),
        text(alert.texts()),
        TranslatedText.NONE,
        TranslatedText.NONE,
        TranslatedText.NONE,
        TranslatedText.NONE,
        List.of(),
        TranslatedText.NONE);
  }

  private static OptionalLong known(long epochSecond, long open) {
    return epochSecond == open ? OptionalLong.empty() : OptionalLong.of(epochSecond);
  }

  private Alert.InformedEntity informed(ServiceAlert.Concerned one) {
    Optional<TripDescriptor> trip =
        one.trip().isEmpty()
            ? Optional.empty()
            : Optional.of(run(own(one.trip()), "", Optional.empty()));
    return new Alert.InformedEntity(
        own(one.agency()),
        own(one.route()),
        one.routeType() < 0 ? OptionalInt.empty() : OptionalInt.of(one.routeType()),
        one.direction(),
        trip,
        own(one.stop()));
  }

  static TranslatedText text(Map<String, String> texts) {
    return new TranslatedText(
        texts.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(text -> new TranslatedText.Translation(text.getValue(), text.getKey()))
            .toList());
  }
}
