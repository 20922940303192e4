package org.toret.app.serve;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.toret.app.answer.LiveViews;
import org.toret.app.answer.PlanMeter;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.FeedReport;
import org.toret.app.keep.OpenCity;
import org.toret.app.pages.CityFacts;
import org.toret.app.pages.PageSource;
import org.toret.app.pages.board.FeedCard;
import org.toret.app.pages.board.LineCourse;
import org.toret.app.pages.board.LiveRow;
import org.toret.app.pages.board.StopBoard;
import org.toret.app.pages.frame.Formats;
import org.toret.app.pages.frame.Words;
import org.toret.app.search.FoundPlace;
import org.toret.base.geo.BoundingBox;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.outcome.Outcome;
import org.toret.mobility.board.Boards;
import org.toret.mobility.board.Departure;
import org.toret.mobility.board.LineView;
import org.toret.mobility.live.AlertIndex;
import org.toret.mobility.live.RideNames;
import org.toret.mobility.live.ServiceAlert;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.reliability.DelayWatch;
import org.toret.network.CityInfo;
import org.toret.network.timetable.Stops;

/// Answers the pages from the city of the moment.
final class CityPageSource implements PageSource {

  private static final Duration BOARD = Duration.ofHours(24);

  private static final double STOP_METRES = 400;

  private final CityHolder holder;
  private final Clock clock;
  private final PlanMeter meter;
  private final DelayWatch watch;
  private volatile @Nullable Shown shown;

  /// What the map shows at first, of the stops it was found from.
  private record Shown(Stops of, BoundingBox box) {}

  CityPageSource(CityHolder holder, Clock clock, DelayWatch watch, PlanMeter meter) {
    this.meter = meter;
    this.watch = watch;
    this.holder = holder;
    this.clock = clock;
  }

  @Override
  public CityFacts city() {
    OpenCity city = holder.get();
    CityInfo info = city.city().info();
    boolean invented = FeedReport.of(city).stream().anyMatch(FeedReport::invented);
    return new CityFacts(
        info.name(),
        info.zone(),
        heart(city),
        city.offeredModes(),
        FareShelf.choices(city.city().fares()),
        city.city().zones().regimes(),
        info.attributions(),
        invented);
  }

  private BoundingBox heart(OpenCity city) {
    Stops stops = city.timetable().stops();
    Shown known = shown;
    if (known == null || known.of() != stops) {
      known =
          new Shown(stops, CityHeart.of(stops, city.use().calls(), city.city().info().bounds()));
      shown = known;
    }
    return known.box();
  }

  @Override
  public Outcome<PlanAnswer> plan(PlanRequest request) {
    OpenCity city = holder.get();
    return city.plan(request, city.known(clock.instant()))
        .map(meter::count)
        .map(answer -> city.outlook(request.live(), watch, clock.instant()).of(answer, request));
  }

  @Override
  public List<FoundPlace> search(String typed, int atMost) {
    return holder.get().places().find(typed, atMost, Optional.empty());
  }

  @Override
  public Optional<String> nameNear(GeoPoint point, String language) {
    OpenCity city = holder.get();
    Optional<String> street = city.streetNames().near(point);
    if (street.isPresent()) {
      return street;
    }
    int stop = city.stopsNear().findNearest(point, STOP_METRES);
    return stop < 0 ? Optional.empty() : Optional.of(city.teller(language).spot(stop).name());
  }

  @Override
  public Optional<StopBoard> board(String stop, Instant from, int atMost, String language) {
    OpenCity city = holder.get();
    Boards boards = city.boards();
    OptionalInt found = city.directory().findStop(stop);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    List<Departure> departures =
        done(boards.departures(
                stop,
                from,
                from.plus(BOARD),
                atMost,
                language,
                city.live().occupancy(),
                AlertIndex.NONE))
            .orElse(List.of());
    List<StopBoard.LineMark> lines =
        done(boards.linesAt(stop, language)).orElse(List.of()).stream()
            .map(line -> new StopBoard.LineMark(line.mode(), line.route()))
            .toList();
    int index = found.getAsInt();
    GeoPoint point = city.timetable().stops().point(index);
    Set<String> places = places(city, index);
    long now = from.getEpochSecond();
    List<ServiceAlert> alerts =
        city.live()
            .alerts()
            .around(
                places,
                lines.stream()
                    .flatMapToInt(mark -> city.directory().findRoute(mark.line().id()).stream())
                    .mapToObj(route -> RideNames.ofLine(city.timetable(), route))
                    .toList(),
                departures.stream()
                    .flatMapToInt(one -> city.directory().findTrip(one.trip()).stream())
                    .mapToObj(trip -> RideNames.of(city.timetable(), trip))
                    .toList(),
                now);
    Set<String> broken = city.live().alerts().stopsHardToReach(now, now);
    return Optional.of(
        new StopBoard(
            stop,
            city.teller(language).spot(index).name(),
            point.lat(),
            point.lon(),
            "",
            wheelchair(city.timetable().stops(), index),
            places.stream().anyMatch(broken::contains),
            alerts,
            lines,
            departures.stream().map(CityPageSource::departure).toList()));
  }

  /// A stop with its station and the ways into it; a station with all that belongs to it.
  private static Set<String> places(OpenCity city, int stop) {
    Stops stops = city.timetable().stops();
    int station = stops.station(stop);
    IntStream below =
        Arrays.stream(city.directory().listChildren(station))
            .filter(child ->
                stop == station
                    || stops.kinds()[child] == Stops.ENTRANCE
                    || stops.kinds()[child] == Stops.NODE);
    return IntStream.concat(IntStream.of(stop, station), below)
        .mapToObj(stops.ids()::get)
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<LineCourse> line(String route, LocalDate day, String language) {
    OpenCity city = holder.get();
    Optional<LineView> view = done(city.boards().line(route, day, language));
    return view.map(line -> new LineCourses(city, clock.instant()).course(line, day, language));
  }

  @Override
  public List<FeedCard> feeds() {
    return FeedReport.of(holder.get()).stream().map(CityPageSource::card).toList();
  }

  private static FeedCard card(FeedReport report) {
    return new FeedCard(
        report.id(),
        report.kind(),
        report.file(),
        report.publisher(),
        report.licence(),
        report.version(),
        report.validFrom(),
        report.validTo(),
        report.loaded(),
        report.counts(),
        report.invented(),
        report.notices());
  }

  @Override
  public List<Notices.Tally> liveNotices() {
    return holder.get().live().notices();
  }

  @Override
  public List<LiveRow> live(Words words) {
    OpenCity city = holder.get();
    Formats formats = new Formats(words.locale());
    return city.live().sources().stream()
        .map(source -> {
          Instant at = source.at();
          String reason =
              source.reason().isEmpty()
                  ? ""
                  : words.of(
                      Notice.of(
                          source.reason(),
                          Severity.WARNING,
                          Place.ofFeed(source.id()),
                          LiveViews.detail(source, city.zone(), words.locale())));
          return new LiveRow(
              source.id(),
              source.origin(),
              source.feed(),
              source.state().name().toLowerCase(Locale.ROOT),
              words.of("network.live." + source.state().name().toLowerCase(Locale.ROOT)),
              at == null ? "" : told(at.atZone(city.zone()).toOffsetDateTime(), formats),
              reason,
              source.told().entrySet().stream()
                  .filter(told -> told.getValue() > 0)
                  .map(told -> words.count("network.live.told." + told.getKey(), told.getValue()))
                  .collect(Collectors.joining(", ")));
        })
        .toList();
  }

  /// The clock, with its day when that is another one.
  private String told(OffsetDateTime time, Formats formats) {
    LocalDate today = clock.instant().atZone(time.getOffset()).toLocalDate();
    String told = formats.clock(time);
    return time.toLocalDate().equals(today)
        ? told
        : formats.shortDay(time.toLocalDate()) + " " + told;
  }

  private static StopBoard.Departure departure(Departure departure) {
    String platform = departure.stop().platform();
    return new StopBoard.Departure(
        departure.trip(),
        new StopBoard.LineMark(departure.mode(), departure.route()),
        departure.headsign(),
        platform == null ? "" : platform,
        departure.scheduledDeparture(),
        departure.departure(),
        departure.live(),
        departure.liveBasis(),
        departure.occupancy());
  }

  private static @Nullable Boolean wheelchair(Stops stops, int stop) {
    return switch (stops.wheelchair()[stop]) {
      case 1 -> true;
      case 2 -> false;
      default -> null;
    };
  }

  private static <T> Optional<T> done(Outcome<T> outcome) {
    return outcome instanceof Outcome.Done<T>(T value) ? Optional.of(value) : Optional.empty();
  }
}
