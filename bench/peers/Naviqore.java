import java.lang.management.ManagementFactory;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.naviqore.raptor.Connection;
import org.naviqore.raptor.QueryConfig;
import org.naviqore.raptor.router.RaptorConfig;
import org.naviqore.raptor.router.RaptorRouter;
import org.naviqore.raptor.router.RaptorRouterBuilder;
import org.toret.network.timetable.Transfers;
import org.toret.router.raptor.RangeQuery.Foothold;
import org.toret.router.raptor.RangeQuery;

/// naviqore-raptor on our columns. It knows no calls without boarding or alighting, takes no stop at
/// both ends, and looks for departures of the first hour by a range of its own.
final class Naviqore implements Planner {

  private static final int NIGHT = 48 * 3600;

  private final Columns columns;
  private final RaptorRouter router;

  Naviqore(Columns columns) {
    this.columns = columns;
    ZoneId zone = columns.view().zone();
    RaptorConfig config = new RaptorConfig();
    config.setDefaultSameStopTransferDuration(Columns.SLACK_SECONDS);
    config.setRaptorRange(Columns.WINDOW_SECONDS);
    config.setDaysToScan(1);
    RaptorRouterBuilder builder = new RaptorRouterBuilder(config);
    Set<Integer> served = new HashSet<>();
    for (Columns.Route route : columns.routes()) {
      Arrays.stream(route.nodes()).forEach(served::add);
    }
    served.forEach(node -> builder.addStop(Integer.toString(node)));
    for (int i = 0; i < columns.routes().size(); i++) {
      add(builder, zone, "r" + i, columns.routes().get(i));
    }
    Transfers transfers = columns.transfers();
    RangeQuery any = columns.queries().values().iterator().next();
    for (int from : served) {
      for (int e = transfers.offsets()[from]; e < transfers.offsets()[from + 1]; e++) {
        int seconds = columns.changeSeconds(any, e);
        int to = transfers.targets()[e];
        if (seconds >= 0 && served.contains(to)) {
          builder.addTransfer(Integer.toString(from), Integer.toString(to), seconds);
        }
      }
    }
    router = builder.build();
  }

  private static void add(
      RaptorRouterBuilder builder, ZoneId zone, String route, Columns.Route columns) {
    List<String> stops = Arrays.stream(columns.nodes()).mapToObj(Integer::toString).toList();
    builder.addRoute(route, zone, stops);
    for (int run = 0; run < columns.arrivals().length; run++) {
      int[] arrivals = columns.arrivals()[run];
      int[] departures = columns.departures()[run];
      if (departures[0] < 0 || arrivals[arrivals.length - 1] >= NIGHT) {
        continue;
      }
      String trip = route + "." + run;
      builder.addTrip(trip, route);
      for (int i = 0; i < stops.size(); i++) {
        builder.addStopTime(route, trip, i, stops.get(i), arrivals[i], departures[i]);
      }
    }
  }

  private Map<String, Integer> walks(Foothold end) {
    Map<String, Integer> walks = new HashMap<>();
    for (int i = 0; i < end.count(); i++) {
      for (int node : columns.view().timetable().nodes().byStop().row(end.stops()[i])) {
        walks.put(Integer.toString(node), end.seconds()[i]);
      }
    }
    return walks;
  }

  @Override
  public String name() {
    return "naviqore 4.0";
  }

  @Override
  public Answer ask(Question question) {
    RangeQuery query = columns.queries().get(question);
    OffsetDateTime at = question.at().atZone(columns.view().zone()).toOffsetDateTime();
    Map<String, OffsetDateTime> from = new HashMap<>();
    walks(query.access()).forEach((stop, seconds) -> from.put(stop, at.plusSeconds(seconds)));
    Map<String, Integer> to = walks(query.egress());
    to.keySet().removeAll(from.keySet());
    if (from.isEmpty() || to.isEmpty()) {
      return Answer.NONE;
    }
    QueryConfig options = new QueryConfig();
    options.setAllowSourceTransfer(false);
    options.setAllowTargetTransfer(false);
    double best = Double.MAX_VALUE;
    for (Connection connection : router.routeEarliestArrival(from, to, options)) {
      long arrival = connection.getArrivalTime().toEpochSecond();
      Integer egress = to.get(connection.getToStopId());
      int there = columns.view().axisSeconds(arrival) + (egress == null ? 0 : egress);
      best = Math.min(best, there);
    }
    return best > columns.latest(question) ? Answer.NONE : Answer.of(best);
  }

  @Override
  public long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @Override
  public void close() {}
}
