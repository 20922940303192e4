import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.opentripplanner.raptor.RaptorService;
import org.opentripplanner.raptor.api.model.RaptorAccessEgress;
import org.opentripplanner.raptor.api.model.RaptorStopNameResolver;
import org.opentripplanner.raptor.api.model.RaptorTransfer;
import org.opentripplanner.raptor.api.model.RaptorTransferConstraint;
import org.opentripplanner.raptor.api.model.RaptorTripPattern;
import org.opentripplanner.raptor.api.model.RaptorTripSchedule;
import org.opentripplanner.raptor.api.model.SearchDirection;
import org.opentripplanner.raptor.api.path.RaptorPath;
import org.opentripplanner.raptor.api.request.RaptorProfile;
import org.opentripplanner.raptor.api.request.RaptorRequest;
import org.opentripplanner.raptor.api.request.RaptorRequestBuilder;
import org.opentripplanner.raptor.configure.RaptorConfig;
import org.opentripplanner.raptor.spi.DefaultSlackProvider;
import org.opentripplanner.raptor.spi.IntIterator;
import org.opentripplanner.raptor.spi.RaptorBoardOrAlightEvent;
import org.opentripplanner.raptor.spi.RaptorConstrainedBoardingSearch;
import org.opentripplanner.raptor.spi.RaptorCostCalculator;
import org.opentripplanner.raptor.spi.RaptorPathConstrainedTransferSearch;
import org.opentripplanner.raptor.spi.RaptorRoute;
import org.opentripplanner.raptor.spi.RaptorSlackProvider;
import org.opentripplanner.raptor.spi.RaptorTimeTable;
import org.opentripplanner.raptor.spi.RaptorTransitDataProvider;
import org.opentripplanner.raptor.spi.RaptorTripScheduleSearch;
import org.toret.network.timetable.Transfers;
import org.toret.router.raptor.RangeQuery.Foothold;
import org.toret.router.raptor.RangeQuery;

/// The search library of OpenTripPlanner on our columns: its range RAPTOR in times and number of
/// transfers, a step of a minute, a window of an hour.
final class OtpRaptor implements Planner {

  private final Columns columns;
  private final RaptorService<Trip> service = new RaptorService<>(RaptorConfig.defaultConfigForTest());
  private final Provider provider;

  OtpRaptor(Columns columns) {
    this.columns = columns;
    provider = new Provider(columns);
  }

  record Trip(Line line, int[] arrivals, int[] departures) implements RaptorTripSchedule {
    @Override
    public int tripSortIndex() {
      return departures[0];
    }

    @Override
    public int arrival(int position) {
      return arrivals[position];
    }

    @Override
    public int departure(int position) {
      return departures[position];
    }

    @Override
    public RaptorTripPattern pattern() {
      return line;
    }
  }

  /// A route, its pattern and its timetable at once.
  static final class Line implements RaptorRoute<Trip>, RaptorTripPattern, RaptorTimeTable<Trip> {

    private final int index;
    private final Columns.Route route;
    private final Trip[] trips;

    Line(int index, Columns.Route route) {
      this.index = index;
      this.route = route;
      trips = new Trip[route.arrivals().length];
      Arrays.setAll(trips, i -> new Trip(this, route.arrivals()[i], route.departures()[i]));
    }

    @Override
    public RaptorTimeTable<Trip> timetable() {
      return this;
    }

    @Override
    public RaptorTripPattern pattern() {
      return this;
    }

    @Override
    public int patternIndex() {
      return index;
    }

    @Override
    public int numberOfStopsInPattern() {
      return route.nodes().length;
    }

    @Override
    public int stopIndex(int position) {
      return route.nodes()[position];
    }

    @Override
    public boolean boardingPossibleAt(int position) {
      return route.boards()[position];
    }

    @Override
    public boolean alightingPossibleAt(int position) {
      return route.alights()[position];
    }

    @Override
    public int slackIndex() {
      return 0;
    }

    @Override
    public int priorityGroupId() {
      return 0;
    }

    @Override
    public String debugInfo() {
      return "line " + index;
    }

    @Override
    public Trip getTripSchedule(int trip) {
      return trips[trip];
    }

    @Override
    public int numberOfTripSchedules() {
      return trips.length;
    }

    @Override
    public RaptorTripScheduleSearch<Trip> tripSearch(SearchDirection direction) {
      if (direction != SearchDirection.FORWARD) {
        throw new UnsupportedOperationException();
      }
      return new Boarding(this);
    }
  }

  /// The first trip that can be boarded, found by halving.
  static final class Boarding
      implements RaptorTripScheduleSearch<Trip>, RaptorBoardOrAlightEvent<Trip> {

    private final Line line;
    private int found;
    private int position;
    private int earliest;

    Boarding(Line line) {
      this.line = line;
    }

    @Override
    public RaptorBoardOrAlightEvent<Trip> search(int earliestBoardTime, int stop, int upperBound) {
      int low = 0;
      int end = upperBound == UNBOUNDED_TRIP_INDEX ? line.trips.length : upperBound;
      int high = end;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (line.trips[middle].departure(stop) >= earliestBoardTime) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      if (low == end) {
        return RaptorBoardOrAlightEvent.empty(earliestBoardTime);
      }
      found = low;
      position = stop;
      earliest = earliestBoardTime;
      return this;
    }

    @Override
    public int tripIndex() {
      return found;
    }

    @Override
    public Trip trip() {
      return line.trips[found];
    }

    @Override
    public int stopPositionInPattern() {
      return position;
    }

    @Override
    public int time() {
      return line.trips[found].departure(position);
    }

    @Override
    public int earliestBoardTime() {
      return earliest;
    }

    @Override
    public RaptorTransferConstraint transferConstraint() {
      return RaptorTransferConstraint.REGULAR_TRANSFER;
    }

    @Override
    public boolean empty() {
      return false;
    }
  }

  record Walk(int stop, int c1, int durationInSeconds) implements RaptorTransfer, RaptorAccessEgress {

    @Override
    public int earliestDepartureTime(int requested) {
      return requested;
    }

    @Override
    public int latestArrivalTime(int requested) {
      return requested;
    }

    @Override
    public boolean hasOpeningHours() {
      return false;
    }
  }

  static final class Provider implements RaptorTransitDataProvider<Trip> {

    private final Line[] lines;
    private final int[][] linesAt;
    private final List<List<Walk>> walks = new ArrayList<>();
    private int last;

    Provider(Columns columns) {
      lines = new Line[columns.routes().size()];
      List<BitSet> at = new ArrayList<>();
      for (int node = 0; node < columns.nodes(); node++) {
        at.add(new BitSet());
        walks.add(new ArrayList<>());
      }
      for (int i = 0; i < lines.length; i++) {
        lines[i] = new Line(i, columns.routes().get(i));
        for (int node : lines[i].route.nodes()) {
          at.get(node).set(i);
        }
        for (Trip trip : lines[i].trips) {
          last = Math.max(last, trip.arrival(trip.arrivals().length - 1));
        }
      }
      linesAt = at.stream().map(set -> set.stream().toArray()).toArray(int[][]::new);
      Transfers transfers = columns.transfers();
      RangeQuery any = columns.queries().values().iterator().next();
      for (int node = 0; node < columns.nodes(); node++) {
        for (int e = transfers.offsets()[node]; e < transfers.offsets()[node + 1]; e++) {
          int seconds = columns.changeSeconds(any, e);
          if (seconds >= 0) {
            // the slack is added by the library
            walks.get(node).add(walk(transfers.targets()[e], seconds - Columns.SLACK_SECONDS));
          }
        }
      }
    }

    @Override
    public int numberOfStops() {
      return linesAt.length;
    }

    @Override
    public Iterator<? extends RaptorTransfer> getTransfersFromStop(int stop) {
      return walks.get(stop).iterator();
    }

    @Override
    public Iterator<? extends RaptorTransfer> getTransfersToStop(int stop) {
      throw new UnsupportedOperationException();
    }

    @Override
    public IntIterator routeIndexIterator(IntIterator stops) {
      BitSet found = new BitSet(lines.length);
      while (stops.hasNext()) {
        for (int line : linesAt[stops.next()]) {
          found.set(line);
        }
      }
      return new IntIterator() {
        private int next = found.nextSetBit(0);

        @Override
        public int next() {
          int now = next;
          next = found.nextSetBit(now + 1);
          return now;
        }

        @Override
        public boolean hasNext() {
          return next >= 0;
        }
      };
    }

    @Override
    public RaptorRoute<Trip> getRouteForIndex(int route) {
      return lines[route];
    }

    @Override
    public RaptorCostCalculator<Trip> multiCriteriaCostCalculator() {
      return null;
    }

    @Override
    public RaptorSlackProvider slackProvider() {
      return new DefaultSlackProvider(Columns.SLACK_SECONDS, 0, 0);
    }

    @Override
    public RaptorPathConstrainedTransferSearch<Trip> transferConstraintsSearch() {
      return null;
    }

    @Override
    public RaptorStopNameResolver stopNameResolver() {
      return stop -> "node " + stop;
    }

    @Override
    public int getValidTransitDataStartTime() {
      return 0;
    }

    @Override
    public int getValidTransitDataEndTime() {
      return last;
    }

    @Override
    public RaptorConstrainedBoardingSearch<Trip> transferConstraintsForwardSearch(int route) {
      return null;
    }

    @Override
    public RaptorConstrainedBoardingSearch<Trip> transferConstraintsReverseSearch(int route) {
      return null;
    }
  }

  private static Walk walk(int node, int seconds) {
    return new Walk(node, 0, seconds);
  }

  private List<Walk> walks(Foothold end) {
    List<Walk> walks = new ArrayList<>();
    for (int i = 0; i < end.count(); i++) {
      for (int node : columns.view().timetable().nodes().byStop().row(end.stops()[i])) {
        walks.add(walk(node, end.seconds()[i]));
      }
    }
    return walks;
  }

  @Override
  public String name() {
    return "otp raptor 2.7";
  }

  @Override
  public Answer ask(Question question) {
    RangeQuery query = columns.queries().get(question);
    List<Walk> from = walks(query.access());
    List<Walk> to = walks(query.egress());
    if (from.isEmpty() || to.isEmpty()) {
      return Answer.NONE;
    }
    RaptorRequestBuilder<Trip> request = new RaptorRequestBuilder<>();
    request.profile(RaptorProfile.STANDARD);
    request
        .searchParams()
        .earliestDepartureTime(query.atSeconds())
        .searchWindowInSeconds(Columns.WINDOW_SECONDS)
        .maxNumberOfTransfers(query.maxRides() - 1)
        .constrainedTransfers(false)
        .timetable(true)
        .addAccessPaths(from)
        .addEgressPaths(to);
    RaptorRequest<Trip> built = request.build();
    int best = Integer.MAX_VALUE;
    for (RaptorPath<Trip> path : service.route(built, provider).paths()) {
      best = Math.min(best, path.endTime());
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
