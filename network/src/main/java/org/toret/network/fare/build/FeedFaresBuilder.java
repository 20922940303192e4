package org.toret.network.fare.build;

import java.util.ArrayList;
import java.util.List;
import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;
import org.toret.base.columns.TextColumn;
import org.toret.network.fare.FareOffers;
import org.toret.network.fare.FarePlaces;
import org.toret.network.fare.FeedFares;
import org.toret.network.fare.JoinRules;
import org.toret.network.fare.LegRules;
import org.toret.network.fare.LegTransferRules;

/// Collects the fare rows of one feed, already checked, and compiles them to columns. Which model
/// holds follows from the rows: leg rules before zone fares. Not thread-safe.
public final class FeedFaresBuilder {

  private final String feed;
  private final String version;
  private final String zone;
  private final Names riders = new Names();
  private final Names media = new Names();
  private final Names products = new Names();
  private final Names areas = new Names();
  private final Names networks = new Names();
  private final Names groups = new Names();
  private final List<FareRows.Rider> riderRows = new ArrayList<>();
  private final List<FareRows.Medium> mediumRows = new ArrayList<>();
  private final List<FareRows.Product> productRows = new ArrayList<>();
  private final List<FareRows.LegRule> legRows = new ArrayList<>();
  private final List<FareRows.JoinRule> joinRows = new ArrayList<>();
  private final List<FareRows.TransferRule> transferRows = new ArrayList<>();
  private final IntList areaStops = new IntList();
  private final IntList stopAreas = new IntList();
  private final IntList networkRoutes = new IntList();
  private final IntList routeNetworks = new IntList();
  private final TimeframeCompiler timeframes = new TimeframeCompiler();
  private final ZoneFareCompiler zoneFares = new ZoneFareCompiler();
  private boolean prioritised;

  public FeedFaresBuilder(String feed, String version, String zone) {
    this.feed = feed;
    this.version = version;
    this.zone = zone;
  }

  public FeedFaresBuilder add(FareRows.Rider row) {
    riders.of(row.id());
    riderRows.add(row);
    return this;
  }

  public FeedFaresBuilder add(FareRows.Medium row) {
    media.of(row.id());
    mediumRows.add(row);
    return this;
  }

  public FeedFaresBuilder add(FareRows.Product row) {
    products.of(row.id());
    productRows.add(row);
    return this;
  }

  public FeedFaresBuilder add(FareRows.Timeframe row) {
    timeframes.add(row);
    return this;
  }

  public FeedFaresBuilder add(FareRows.LegRule row) {
    legRows.add(row);
    return this;
  }

  public FeedFaresBuilder add(FareRows.JoinRule row) {
    joinRows.add(row);
    return this;
  }

  public FeedFaresBuilder add(FareRows.TransferRule row) {
    transferRows.add(row);
    return this;
  }

  public FeedFaresBuilder add(FareRows.ZoneFare row) {
    zoneFares.add(row);
    return this;
  }

  public FeedFaresBuilder add(FareRows.ZoneRule row) {
    zoneFares.add(row);
    return this;
  }

  /// Puts a stop, or all platforms of a station, into an area.
  public FeedFaresBuilder addStopArea(String area, int stop) {
    stopAreas.add(areas.of(area));
    areaStops.add(stop);
    return this;
  }

  /// Puts a route into a network.
  public FeedFaresBuilder addRouteNetwork(String network, int route) {
    routeNetworks.add(networks.of(network));
    networkRoutes.add(route);
    return this;
  }

  /// The fare zone of a stop (v1).
  public FeedFaresBuilder addStopZone(String zoneId, int stop) {
    zoneFares.addStopZone(zoneId, stop);
    return this;
  }

  /// Says that `fare_leg_rules.txt` has the column `rule_priority`.
  public FeedFaresBuilder prioritised() {
    prioritised = true;
    return this;
  }

  /// Compiles what was added.
  ///
  /// @param parents parent of each stop of the timetable, -1 where none
  /// @param routeCount routes of the timetable
  public FeedFares build(int[] parents, int routeCount) {
    LegRules legRules = legRules();
    JoinRules joinRules = joinRules();
    LegTransferRules transferRules = transferRules();
    return new FeedFares(
        feed,
        version,
        zone,
        model(),
        offers(),
        places(parents, routeCount),
        timeframes.compile(),
        legRules,
        joinRules,
        transferRules,
        zoneFares.compile(parents.length));
  }

  private FeedFares.Model model() {
    if (legRows.isEmpty() && !zoneFares.isEmpty()) {
      return FeedFares.Model.ZONE_FARES;
    }
    return legRows.isEmpty() && productRows.isEmpty()
        ? FeedFares.Model.NONE
        : FeedFares.Model.LEG_RULES;
  }

  private FareOffers offers() {
    int[] productOf = productRows.stream().mapToInt(row -> products.of(row.id())).toArray();
    return new FareOffers(
        products.column(),
        Csr.index(products.count(), productOf),
        TextColumn.of(productRows.stream().map(FareRows.Product::name).toList()),
        productRows.stream().mapToInt(row -> riders.of(row.rider())).toArray(),
        productRows.stream().mapToInt(row -> media.of(row.medium())).toArray(),
        productRows.stream().mapToInt(FareRows.Product::cents).toArray(),
        TextColumn.of(productRows.stream().map(FareRows.Product::currency).toList()),
        productRows.stream().mapToInt(FareRows.Product::line).toArray(),
        TextColumn.of(riderRows.stream().map(FareRows.Rider::id).toList()),
        TextColumn.of(riderRows.stream().map(FareRows.Rider::name).toList()),
        defaultRider(),
        TextColumn.of(mediumRows.stream().map(FareRows.Medium::id).toList()),
        TextColumn.of(mediumRows.stream().map(FareRows.Medium::name).toList()),
        mediumRows.stream().mapToInt(FareRows.Medium::type).toArray());
  }

  /// The category marked as default; the only one where there is one.
  private int defaultRider() {
    for (int i = 0; i < riderRows.size(); i++) {
      if (riderRows.get(i).isDefault()) {
        return i;
      }
    }
    return riderRows.size() == 1 ? 0 : FareOffers.ANY;
  }

  private FarePlaces places(int[] parents, int routeCount) {
    Csr own = Csr.group(parents.length, areaStops.toArray(), stopAreas.toArray());
    IntList keys = new IntList();
    IntList values = new IntList();
    for (int stop = 0; stop < parents.length; stop++) {
      int holder = stop;
      while (own.start(holder) == own.end(holder) && parents[holder] >= 0) {
        holder = parents[holder];
      }
      for (int area : own.row(holder)) {
        keys.add(stop);
        values.add(area);
      }
    }
    return new FarePlaces(
        areas.column(),
        Csr.group(parents.length, keys.toArray(), values.toArray()),
        networks.column(),
        Csr.group(routeCount, networkRoutes.toArray(), routeNetworks.toArray()));
  }

  private LegRules legRules() {
    return new LegRules(
        groupColumn(),
        legRows.stream().mapToInt(row -> groups.of(row.group())).toArray(),
        legRows.stream().mapToInt(row -> networks.of(row.network())).toArray(),
        legRows.stream().mapToInt(row -> areas.of(row.fromArea())).toArray(),
        legRows.stream().mapToInt(row -> areas.of(row.toArea())).toArray(),
        legRows.stream().mapToInt(row -> timeframes.group(row.fromTimeframe())).toArray(),
        legRows.stream().mapToInt(row -> timeframes.group(row.toTimeframe())).toArray(),
        legRows.stream().mapToInt(row -> products.of(row.product())).toArray(),
        legRows.stream().mapToInt(FareRows.LegRule::priority).toArray(),
        legRows.stream().mapToInt(FareRows.LegRule::line).toArray(),
        prioritised);
  }

  private TextColumn groupColumn() {
    legRows.forEach(row -> groups.of(row.group()));
    transferRows.forEach(row -> groups.of(row.fromGroup()));
    transferRows.forEach(row -> groups.of(row.toGroup()));
    return groups.column();
  }

  private JoinRules joinRules() {
    return new JoinRules(
        joinRows.stream().mapToInt(row -> networks.of(row.fromNetwork())).toArray(),
        joinRows.stream().mapToInt(row -> networks.of(row.toNetwork())).toArray(),
        joinRows.stream().mapToInt(FareRows.JoinRule::fromStop).toArray(),
        joinRows.stream().mapToInt(FareRows.JoinRule::toStop).toArray());
  }

  private LegTransferRules transferRules() {
    return new LegTransferRules(
        transferRows.stream().mapToInt(row -> groups.of(row.fromGroup())).toArray(),
        transferRows.stream().mapToInt(row -> groups.of(row.toGroup())).toArray(),
        transferRows.stream().mapToInt(row -> products.of(row.product())).toArray(),
        transferRows.stream().mapToInt(FareRows.TransferRule::count).toArray(),
        transferRows.stream().mapToInt(FareRows.TransferRule::durationSeconds).toArray(),
        transferRows.stream().mapToInt(FareRows.TransferRule::durationType).toArray(),
        transferRows.stream().mapToInt(FareRows.TransferRule::type).toArray(),
        transferRows.stream().mapToInt(FareRows.TransferRule::line).toArray());
  }
}
