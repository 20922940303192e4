package org.toret.app.answer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toret.app.keep.LiveSource;
import org.toret.app.keep.OpenCity;
import org.toret.base.geo.BoundingBox;
import org.toret.base.notice.Messages;
import org.toret.mobility.board.Teller;
import org.toret.mobility.live.AlertIndex;
import org.toret.mobility.live.RideNames;
import org.toret.mobility.live.ServiceAlert;
import org.toret.mobility.live.VehicleNow;
import org.toret.mobility.plan.Leg;

/// The answers about what is true now.
public final class LiveViews {

  /// Reasons whose detail is an instant.
  private static final Set<String> OF_MOMENTS = Set.of("live_from_the_future", "live_backwards");

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss");

  private LiveViews() {}

  /// The answer to `GET /api/v1/alerts`: disruptions that are to be shown now.
  public record AlertsView(List<AlertView> alerts, List<NoticeView> notices) {

    /// @param route the line that it must concern, empty for all
    /// @param stop `feed:stop_id` that it must concern, empty for all
    public static AlertsView of(
        AlertIndex alerts,
        Optional<RideNames> route,
        String stop,
        long now,
        ZoneId zone,
        Locale locale,
        List<NoticeView> notices) {
      return new AlertsView(
          alerts.list().stream()
              .filter(alert -> alert.isShown(now, now))
              .filter(alert -> route.isEmpty() || alert.concernsLine(route.get()))
              .filter(alert ->
                  stop.isEmpty()
                      || alert.concerned().stream().anyMatch(one -> one.stop().equals(stop)))
              .map(alert -> AlertView.of(alert, zone, locale))
              .toList(),
          notices);
    }
  }

  /// A disruption in one language; open ends of its periods are null.
  ///
  /// @param agencies all whose lines it concerns
  /// @param routeTypes GTFS `route_type` of all lines that it concerns
  public record AlertView(
      String id,
      String feed,
      String cause,
      String effect,
      String header,
      String text,
      @Nullable String url,
      List<PeriodView> periods,
      List<String> agencies,
      List<Integer> routeTypes,
      List<String> routes,
      List<String> stops,
      List<String> trips) {

    static AlertView of(ServiceAlert alert, ZoneId zone, Locale locale) {
      String language = locale.getLanguage();
      String url = ServiceAlert.in(alert.urls(), language);
      return new AlertView(
          alert.id(),
          alert.feed(),
          alert.cause(),
          alert.effect(),
          ServiceAlert.in(alert.headers(), language),
          ServiceAlert.in(alert.texts(), language),
          url.isEmpty() ? null : url,
          alert.periods().stream()
              .map(period ->
                  new PeriodView(
                      period.from() == Long.MIN_VALUE ? null : time(period.from(), zone),
                      period.until() == Long.MAX_VALUE ? null : time(period.until(), zone)))
              .toList(),
          named(
              alert.concerned().stream()
                  .filter(one -> one.route().isEmpty())
                  .map(ServiceAlert.Concerned::agency)
                  .toList()),
          alert.concerned().stream()
              .map(ServiceAlert.Concerned::routeType)
              .filter(type -> type >= 0)
              .distinct()
              .toList(),
          named(alert.concerned().stream().map(ServiceAlert.Concerned::route).toList()),
          named(alert.concerned().stream().map(ServiceAlert.Concerned::stop).toList()),
          named(alert.concerned().stream().map(ServiceAlert.Concerned::trip).toList()));
    }

    private static List<String> named(List<String> ids) {
      return ids.stream().filter(id -> !id.isEmpty()).distinct().toList();
    }
  }

  /// From a moment until another one, which is not included.
  public record PeriodView(@Nullable OffsetDateTime from, @Nullable OffsetDateTime until) {}

  /// The answer to `GET /api/v1/vehicles`.
  public record VehiclesView(List<VehicleView> vehicles, List<NoticeView> notices) {

    /// What drives in a box.
    ///
    /// @param language of destinations
    public static VehiclesView of(
        OpenCity city, BoundingBox box, String language, List<NoticeView> notices) {
      Teller teller = city.teller(language);
      return new VehiclesView(
          city.live().vehicles().stream()
              .filter(vehicle -> box.contains(vehicle.point()))
              .map(vehicle -> VehicleView.of(vehicle, city, teller))
              .toList(),
          notices);
    }
  }

  /// Where a vehicle is; what is not told is null.
  ///
  /// @param line name of the line
  /// @param mode of the line
  /// @param colour of the line, `#rrggbb`
  /// @param headsign where it goes
  public record VehicleView(
      String id,
      @Nullable String label,
      @Nullable String trip,
      @Nullable String route,
      @Nullable String line,
      @Nullable String mode,
      @Nullable String colour,
      @Nullable String headsign,
      double lat,
      double lon,
      @Nullable Double bearing,
      @Nullable String occupancy,
      OffsetDateTime at) {

    static VehicleView of(VehicleNow vehicle, OpenCity city, Teller teller) {
      OptionalInt trip = city.directory().findTripOrRepeated(vehicle.trip());
      String named = vehicle.route();
      String known = named.isEmpty() ? city.directory().lineOf(vehicle.trip()).orElse("") : named;
      OptionalInt route = city.directory().findRoute(known);
      Leg.Line line = route.isPresent() ? teller.line(route.getAsInt()) : null;
      return new VehicleView(
          vehicle.id(),
          told(vehicle.label()),
          told(vehicle.trip()),
          told(known),
          line == null ? null : line.name(),
          route.isPresent() ? city.timetable().routes().mode(route.getAsInt()).id() : null,
          line == null ? null : line.colour(),
          trip.isPresent() ? told(teller.headsign(trip.getAsInt())) : null,
          vehicle.point().lat(),
          vehicle.point().lon(),
          vehicle.bearingDegrees(),
          vehicle.occupancy(),
          time(vehicle.atEpochSecond(), city.zone()));
    }

    private static @Nullable String told(String text) {
      return text.isEmpty() ? null : text;
    }
  }

  /// A source of live messages.
  ///
  /// @param state `waiting`, `fresh`, `stale` or `failing`
  /// @param told how much of what stands in its newest message
  /// @param reason why it is not used or was not heard last, in words; null where all is well
  public record SourceView(
      String id,
      String origin,
      String feed,
      String state,
      @Nullable OffsetDateTime at,
      @Nullable OffsetDateTime received,
      @Nullable String reason,
      long messages,
      int failures,
      Map<String, Integer> told) {

    public static SourceView of(LiveSource source, ZoneId zone, Messages messages, Locale locale) {
      Instant at = source.at();
      Instant received = source.received();
      return new SourceView(
          source.id(),
          source.origin(),
          source.feed(),
          source.state().name().toLowerCase(Locale.ROOT),
          at == null ? null : at.atZone(zone).toOffsetDateTime(),
          received == null ? null : received.atZone(zone).toOffsetDateTime(),
          source.reason().isEmpty() ? null : LiveViews.reason(source, zone, messages, locale),
          source.messages(),
          source.failures(),
          source.told());
    }
  }

  /// Why a source is not used or was not heard last, in words; moments in local time.
  public static String reason(LiveSource source, ZoneId zone, Messages messages, Locale locale) {
    return messages.text(locale, source.reason(), List.of(detail(source, zone, locale)));
  }

  /// What stands behind the reason; moments in local time.
  public static String detail(LiveSource source, ZoneId zone, Locale locale) {
    return OF_MOMENTS.contains(source.reason())
        ? MOMENT.withLocale(locale).format(Instant.parse(source.detail()).atZone(zone))
        : source.detail();
  }

  private static OffsetDateTime time(long epochSecond, ZoneId zone) {
    return Instant.ofEpochSecond(epochSecond).atZone(zone).toOffsetDateTime();
  }
}
