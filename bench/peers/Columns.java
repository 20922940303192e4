import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.toret.base.geo.GeoPoint;
import org.toret.base.outcome.Outcome;
import org.toret.mobility.plan.Limits;
import org.toret.network.City;
import org.toret.network.image.ImageFile;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Transfers;
import org.toret.router.journey.CityEngine;
import org.toret.router.raptor.DayTimetable;
import org.toret.router.raptor.RangeQuery.Foothold;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.TimetableView;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.StopReach;
import org.toret.router.walk.WalkOptions;

/// A compiled city as every engine on timetables is given it: the same runs, the same changes on
/// foot, the same walks at both ends. Times are seconds on the axis of `view`.
///
/// @param routes stops and runs of which none overtakes another
/// @param queries what is asked, by question
record Columns(
    CityEngine engine,
    TimetableView view,
    List<Route> routes,
    Map<Question, RangeQuery> queries) {

  static final int WINDOW_SECONDS = 3600;
  static final int SLACK_SECONDS = 60;
  static final int LONGEST_SECONDS = 8 * 3600;

  /// @param nodes where it calls
  /// @param boards whether one may get on there
  /// @param alights whether one may get off there
  /// @param arrivals by run and call
  /// @param departures by run and call
  record Route(
      int[] nodes, boolean[] boards, boolean[] alights, int[][] arrivals, int[][] departures) {}

  private record Run(int[] arrivals, int[] departures) {}

  /// @param nearestOnly from the nearest stop to the nearest stop, instead of walks to and from all
  ///   stops around
  static Columns of(Path image, List<Question> questions, boolean nearestOnly) {
    if (!(ImageFile.open(image) instanceof Outcome.Done<ImageFile>(ImageFile file))) {
      throw new IllegalStateException("not an image: " + image);
    }
    CityEngine engine = CityEngine.of(City.read(file), file.hash());
    ZoneId zone = engine.schedule().zone();
    var times = questions.stream().map(q -> q.at().atZone(zone).toInstant()).sorted().toList();
    TimetableView view =
        engine
            .schedule()
            .view(
                times.getFirst(),
                times.getLast().plusSeconds(WINDOW_SECONDS + LONGEST_SECONDS));
    Map<Question, RangeQuery> queries = new HashMap<>();
    for (Question question : questions) {
      queries.put(question, query(engine, view, question, nearestOnly));
    }
    return new Columns(engine, view, routes(view), queries);
  }

  private static RangeQuery query(
      CityEngine engine, TimetableView view, Question question, boolean nearestOnly) {
    GeoPoint from = new GeoPoint(question.fromLat(), question.fromLon());
    GeoPoint to = new GeoPoint(question.toLat(), question.toLon());
    Limits limits = Limits.sensible();
    return new RangeQuery(
        false,
        view.axisSeconds(question.at().atZone(view.zone()).toEpochSecond()),
        WINDOW_SECONDS,
        foothold(engine, from, ReachDirection.FROM, nearestOnly),
        foothold(engine, to, ReachDirection.TOWARDS, nearestOnly),
        limits.maxTransfers() + 1,
        LONGEST_SECONDS,
        SLACK_SECONDS,
        1,
        limits.maxWalkMetres(),
        false,
        false,
        RangeQuery.ALL_MODES);
  }

  private static Foothold foothold(
      CityEngine engine, GeoPoint place, ReachDirection direction, boolean nearestOnly) {
    WalkOptions walking = WalkOptions.upTo(Limits.sensible().maxWalkMetres());
    StopReach reach = engine.streets().reachStops(place, walking, direction);
    int[] seconds = reach.seconds();
    return nearestOnly
        ? IntStream.range(0, reach.count())
            .boxed()
            .min(Comparator.comparingInt(i -> seconds[i]))
            .map(i -> new Foothold(new int[] {reach.stops()[i]}, new int[] {0}))
            .orElseGet(() -> new Foothold(new int[0], new int[0]))
        : new Foothold(reach.stops(), seconds);
  }

  private static List<Route> routes(TimetableView view) {
    Map<Integer, List<Run>> runs = new HashMap<>();
    Patterns patterns = view.timetable().patterns();
    for (int day = 0; day < view.days().size(); day++) {
      DayTimetable active = view.days().get(day);
      int shift = view.shiftSeconds(day);
      for (int line = 0; line < active.lines(); line++) {
        int pattern = active.patterns()[line];
        int length = patterns.length(pattern);
        for (int trip = 0; trip < active.tripCount(line); trip++) {
          int at = active.timeOffsets()[line] + trip * length;
          Run run = new Run(new int[length], new int[length]);
          for (int call = 0; call < length; call++) {
            run.arrivals()[call] = active.arrivals()[at + call] + shift;
            run.departures()[call] = active.departures()[at + call] + shift;
          }
          runs.computeIfAbsent(pattern, fresh -> new ArrayList<>()).add(run);
        }
      }
    }
    List<Route> routes = new ArrayList<>();
    runs.forEach((pattern, all) -> {
      all.sort(Comparator.comparingInt(run -> run.departures()[0]));
      chains(all).forEach(chain -> routes.add(route(patterns, pattern, chain)));
    });
    return routes;
  }

  private static Route route(Patterns patterns, int pattern, List<Run> runs) {
    int length = patterns.length(pattern);
    int first = patterns.stopOffsets()[pattern];
    Route route =
        new Route(
            new int[length],
            new boolean[length],
            new boolean[length],
            runs.stream().map(Run::arrivals).toArray(int[][]::new),
            runs.stream().map(Run::departures).toArray(int[][]::new));
    for (int call = 0; call < length; call++) {
      route.nodes()[call] = patterns.nodes()[first + call];
      route.boards()[call] = patterns.pickups()[first + call] != 1;
      route.alights()[call] = patterns.dropOffs()[first + call] != 1;
    }
    return route;
  }

  /// Runs of which none overtakes another; those of one service day never do, those of two may.
  private static List<List<Run>> chains(List<Run> sorted) {
    List<List<Run>> chains = new ArrayList<>();
    for (Run run : sorted) {
      List<Run> fitting = null;
      for (List<Run> chain : chains) {
        if (fitting == null && follows(chain.getLast(), run)) {
          fitting = chain;
        }
      }
      if (fitting == null) {
        fitting = new ArrayList<>();
        chains.add(fitting);
      }
      fitting.add(run);
    }
    return chains;
  }

  private static boolean follows(Run first, Run second) {
    for (int i = 0; i < first.arrivals().length; i++) {
      if (second.arrivals()[i] < first.arrivals()[i]
          || second.departures()[i] < first.departures()[i]) {
        return false;
      }
    }
    return true;
  }

  /// The latest arrival that counts for whoever asks.
  int latest(Question question) {
    return queries.get(question).atSeconds() + LONGEST_SECONDS;
  }

  int nodes() {
    return view.timetable().nodes().count();
  }

  Transfers transfers() {
    return view.transfers();
  }

  /// A change on foot, the slack within; less than 0 when there is none.
  int changeSeconds(RangeQuery query, int entry) {
    int seconds =
        query.changeSeconds(transfers().ruleSeconds()[entry], transfers().walkSeconds()[entry]);
    return seconds >= RangeQuery.NEVER ? -1 : seconds;
  }
}
