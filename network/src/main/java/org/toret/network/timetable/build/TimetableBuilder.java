package org.toret.network.timetable.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;
import org.toret.base.columns.TextColumn;
import org.toret.network.timetable.Agencies;
import org.toret.network.timetable.Feeds;
import org.toret.network.timetable.Nodes;
import org.toret.network.timetable.Pathways;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Routes;
import org.toret.network.timetable.ServiceCalendar;
import org.toret.network.timetable.Shapes;
import org.toret.network.timetable.Stops;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.Translations;
import org.toret.network.timetable.Trips;

/// Collects the rows of any number of feeds, already checked and with references resolved to
/// indices, and compiles them into a [Timetable].
///
/// Every `add…` returns the index by which later rows refer to the row; those of feeds, agencies,
/// stops, routes and services are the indices of the timetable too, trips are re-ordered. Rows must
/// be right: what cannot be used is left out before, with a notice. Not thread-safe.
public final class TimetableBuilder {

  private static final int[] NO_DAYS = {};

  private final List<FeedRow> feeds = new ArrayList<>();
  private final List<AgencyRow> agencies = new ArrayList<>();
  private final List<StopRow> stops = new ArrayList<>();
  private final IntList parents = new IntList();
  private final List<RouteRow> routes = new ArrayList<>();
  private final List<int[]> services = new ArrayList<>();
  private final IntList usedFeeds = new IntList();
  private final IntList usedServices = new IntList();
  private final TripStore trips = new TripStore();
  private final List<TransferRow> transfers = new ArrayList<>();
  private final List<PathwayRow> pathways = new ArrayList<>();
  private final ShapeCompiler shapes = new ShapeCompiler();
  private final List<String> translationKeys = new ArrayList<>();
  private final List<String> translationTexts = new ArrayList<>();

  public int addFeed(FeedRow row) {
    feeds.add(row);
    return feeds.size() - 1;
  }

  public int addAgency(AgencyRow row) {
    agencies.add(row);
    return agencies.size() - 1;
  }

  public int addStop(StopRow row) {
    stops.add(row);
    parents.add(row.parent());
    return stops.size() - 1;
  }

  /// Names the parent of a stop whose parent came later in the file.
  public void setParent(int stop, int parent) {
    parents.set(stop, parent);
  }

  public int addRoute(RouteRow row) {
    routes.add(row);
    return routes.size() - 1;
  }

  /// Adds a service by the epoch days on which it runs, in any order.
  public int addService(int[] epochDays) {
    services.add(epochDays.clone());
    return services.size() - 1;
  }

  /// Notes that a feed runs on the days of a service, though no trip of it is added: rides on
  /// demand.
  public void addUse(int feed, int service) {
    usedFeeds.add(feed);
    usedServices.add(service);
  }

  /// Adds a trip; the number returned is the one that [TransferRow] wants.
  public int addTrip(TripRow row, Calls calls) {
    return trips.add(row, calls);
  }

  public void addTransfer(TransferRow row) {
    transfers.add(row);
  }

  public void addPathway(PathwayRow row) {
    pathways.add(row);
  }

  /// Adds a line of points in fixed-point degrees.
  public int addShape(int[] latsE7, int[] lonsE7) {
    return shapes.add(latsE7, lonsE7);
  }

  /// Adds a translation; for the form of the key see [Translations].
  public void addTranslation(String key, String text) {
    translationKeys.add(key);
    translationTexts.add(text);
  }

  public int feedCount() {
    return feeds.size();
  }

  public int stopCount() {
    return stops.size();
  }

  public int routeCount() {
    return routes.size();
  }

  public int tripCount() {
    return trips.count();
  }

  /// Compiles what was added. The builder must not be used any more.
  public Timetable build() {
    ServiceCalendar calendar = calendar();
    Stops stopColumns = stops();
    int[][] meant = stopsMeant();
    NodeCompiler nodeCompiler =
        new NodeCompiler(NeedlessRules.leftOut(transfers, trips, meant), stops.size(), meant);
    PatternCompiler patternCompiler = new PatternCompiler(trips, nodeCompiler);
    Patterns patterns = patternCompiler.compile();
    Nodes nodes = nodeCompiler.nodes(stops.size());
    int[] followers = new SeatLinks(trips, calendar, stopColumns).followers(transfers);
    Shapes shapeColumns = shapes.compile(patterns, nodes, stopColumns);
    return new Timetable(
        feeds(calendar),
        agencies(),
        stopColumns,
        routes(),
        nodes,
        patterns,
        trips(patterns, patternCompiler.tripOrder(), followers),
        calendar,
        nodeCompiler.transferRules(nodes),
        shapeColumns,
        pathways(),
        new Translations(TextColumn.of(translationKeys), TextColumn.of(translationTexts)));
  }

  private int[][] stopsMeant() {
    int[] all = IntStream.range(0, stops.size()).filter(s -> parents.get(s) >= 0).toArray();
    int[] keys = Arrays.stream(all).map(parents::get).toArray();
    Csr children = Csr.group(stops.size(), keys, all);
    int[][] meant = new int[stops.size()][];
    for (int stop = 0; stop < meant.length; stop++) {
      boolean station = stops.get(stop).kind() == Stops.STATION;
      meant[stop] = station ? children.row(stop) : new int[] {stop};
    }
    return meant;
  }

  private ServiceCalendar calendar() {
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (int[] service : services) {
      for (int day : service) {
        first = Math.min(first, day);
        last = Math.max(last, day);
      }
    }
    if (last < first) {
      return new ServiceCalendar(0, 0, new long[0]);
    }
    int days = last - first + 1;
    int words = days + 63 >> 6;
    long[] bits = new long[Math.multiplyExact(words, services.size())];
    for (int service = 0; service < services.size(); service++) {
      for (int day : services.get(service)) {
        bits[service * words + (day - first >> 6)] |= 1L << (day - first);
      }
    }
    return new ServiceCalendar(first, days, bits);
  }

  private Feeds feeds(ServiceCalendar calendar) {
    int[] first = feeds.stream().mapToInt(FeedRow::firstDay).toArray();
    int[] last = feeds.stream().mapToInt(FeedRow::lastDay).toArray();
    int[] seenFirst = new int[first.length];
    int[] seenLast = new int[first.length];
    Arrays.fill(seenFirst, Integer.MAX_VALUE);
    Arrays.fill(seenLast, Integer.MIN_VALUE);
    boolean[][] seen = new boolean[first.length][services.size()];
    for (int trip = 0; trip < trips.count(); trip++) {
      TripRow row = trips.row(trip);
      seen[routes.get(row.route()).feed()][row.service()] = true;
    }
    for (int use = 0; use < usedFeeds.size(); use++) {
      seen[usedFeeds.get(use)][usedServices.get(use)] = true;
    }
    for (int feed = 0; feed < first.length; feed++) {
      for (int service = 0; service < services.size(); service++) {
        for (int day : seen[feed][service] ? services.get(service) : NO_DAYS) {
          seenFirst[feed] = Math.min(seenFirst[feed], day);
          seenLast[feed] = Math.max(seenLast[feed], day);
        }
      }
    }
    for (int feed = 0; feed < first.length; feed++) {
      first[feed] = first[feed] == Integer.MIN_VALUE ? seenFirst[feed] : first[feed];
      last[feed] = last[feed] == Integer.MAX_VALUE ? seenLast[feed] : last[feed];
    }
    return new Feeds(
        texts(feeds, FeedRow::id),
        texts(feeds, FeedRow::name),
        texts(feeds, FeedRow::url),
        texts(feeds, FeedRow::version),
        texts(feeds, FeedRow::zone),
        texts(feeds, FeedRow::language),
        first,
        last,
        texts(feeds, FeedRow::licence));
  }

  private Agencies agencies() {
    return new Agencies(
        texts(agencies, AgencyRow::id),
        texts(agencies, AgencyRow::name),
        texts(agencies, AgencyRow::url),
        agencies.stream().mapToInt(AgencyRow::feed).toArray());
  }

  private Stops stops() {
    int count = stops.size();
    byte[] kinds = new byte[count];
    byte[] wheelchair = new byte[count];
    for (int stop = 0; stop < count; stop++) {
      StopRow row = stops.get(stop);
      int parent = parents.get(stop);
      kinds[stop] = row.kind();
      boolean inherits = row.wheelchair() == 0 && parent >= 0;
      wheelchair[stop] = inherits ? stops.get(parent).wheelchair() : row.wheelchair();
    }
    return new Stops(
        texts(stops, StopRow::id),
        texts(stops, StopRow::name),
        texts(stops, StopRow::code),
        texts(stops, StopRow::platform),
        texts(stops, StopRow::zone),
        stops.stream().mapToInt(StopRow::level).toArray(),
        stops.stream().mapToInt(StopRow::latE7).toArray(),
        stops.stream().mapToInt(StopRow::lonE7).toArray(),
        parents.toArray(),
        stops.stream().mapToInt(StopRow::feed).toArray(),
        kinds,
        wheelchair);
  }

  private Routes routes() {
    byte[] modes = new byte[routes.size()];
    for (int route = 0; route < modes.length; route++) {
      modes[route] = (byte) routes.get(route).mode().ordinal();
    }
    return new Routes(
        texts(routes, RouteRow::id),
        texts(routes, RouteRow::shortName),
        texts(routes, RouteRow::longName),
        routes.stream().mapToInt(RouteRow::agency).toArray(),
        routes.stream().mapToInt(RouteRow::feed).toArray(),
        modes,
        routes.stream().mapToInt(RouteRow::gtfsType).toArray(),
        routes.stream().mapToInt(RouteRow::colour).toArray(),
        routes.stream().mapToInt(RouteRow::textColour).toArray(),
        routes.stream().mapToInt(RouteRow::sortOrder).toArray());
  }

  private Trips trips(Patterns patterns, int[] order, int[] followers) {
    int count = order.length;
    int[] moved = new int[count];
    for (int i = 0; i < count; i++) {
      moved[order[i]] = i;
    }
    int[] patternOf = new int[count];
    for (int p = 0; p < patterns.count(); p++) {
      Arrays.fill(patternOf, patterns.tripOffsets()[p], patterns.tripOffsets()[p + 1], p);
    }
    byte[] directions = new byte[count];
    int[] next = new int[count];
    for (int i = 0; i < count; i++) {
      directions[i] = trips.row(order[i]).direction();
      int follower = followers[order[i]];
      next[i] = follower < 0 ? -1 : moved[follower];
    }
    List<TripRow> rows = Arrays.stream(order).mapToObj(trips::row).toList();
    return new Trips(
        texts(rows, TripRow::id),
        texts(rows, TripRow::headsign),
        texts(rows, TripRow::shortName),
        rows.stream().mapToInt(TripRow::service).toArray(),
        patternOf,
        directions,
        next,
        rows.stream().mapToInt(TripRow::headwaySeconds).toArray());
  }

  private Pathways pathways() {
    IntList from = new IntList();
    IntList to = new IntList();
    IntList seconds = new IntList();
    IntList centimetres = new IntList();
    IntList modes = new IntList();
    for (PathwayRow row : pathways) {
      for (int way = 0; way < (row.bidirectional() ? 2 : 1); way++) {
        from.add(way == 0 ? row.from() : row.to());
        to.add(way == 0 ? row.to() : row.from());
        seconds.add(row.seconds());
        centimetres.add(row.centimetres());
        modes.add(row.mode());
      }
    }
    byte[] modeBytes = new byte[modes.size()];
    for (int i = 0; i < modeBytes.length; i++) {
      modeBytes[i] = (byte) modes.get(i);
    }
    return new Pathways(
        from.toArray(), to.toArray(), seconds.toArray(), centimetres.toArray(), modeBytes);
  }

  private static <R> TextColumn texts(List<R> rows, java.util.function.Function<R, String> field) {
    return TextColumn.of(rows.stream().map(field).toList());
  }
}
