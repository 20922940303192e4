package org.toret.router.fare.term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.rules.RuleRow;
import org.toret.network.fare.FareOffers;
import org.toret.network.fare.FarePlaces;
import org.toret.network.fare.FeedFares;
import org.toret.network.fare.JoinRules;
import org.toret.network.fare.LegRules;

/// Lays the rows of `fare-table` over one feed: each becomes a leg rule, with a product of its own
/// where it names none. For one compilation.
final class TableCompiler {

  private static final int NONE = LegRules.NONE;
  private static final double METRES_PER_KM = 1_000;

  private final TermRows cells;
  private final int feed;
  private final Map<Integer, RuleRow> priceRows;
  private final List<TableRules.Condition> conditions = new ArrayList<>();
  private final IntList products = new IntList();
  private final IntList groups = new IntList();
  private final IntList through = new IntList();
  private final Map<Integer, BitSet> areas = new HashMap<>();
  private int firstRule;

  /// @param priceRows takes the row behind each offer that is added
  TableCompiler(TermRows cells, int feed, Map<Integer, RuleRow> priceRows) {
    this.cells = cells;
    this.feed = feed;
    this.priceRows = priceRows;
  }

  /// The feed with the rows that speak of it.
  FeedFares compile(FeedFares fares, List<RuleRow> rows) {
    firstRule = fares.legRules().count();
    List<RuleRow> own = cells.of(feed, rows, row -> true);
    if (own.isEmpty()) {
      return fares;
    }
    if (fares.model() == FeedFares.Model.ZONE_FARES) {
      Place place = Place.ofFile(fares.id(), own.getFirst().reference().tableAndVersion());
      cells.notices().add(Notice.of("fare_table_beside_zones", Severity.WARNING, place));
      return fares;
    }
    OfferColumns offers = new OfferColumns(fares.offers());
    own.forEach(row -> add(row, fares, offers));
    return conditions.isEmpty() ? fares : laid(fares, offers.build());
  }

  /// What the rows ask of a ride.
  TableRules rules(LineMeasures measures) {
    return new TableRules(firstRule, conditions, measures);
  }

  private void add(RuleRow row, FeedFares fares, OfferColumns offers) {
    FarePlaces places = fares.places();
    String network = row.findText("network");
    String group = row.findText("group");
    int networkIndex = TicketTerms.index(places.networkIds(), network);
    int groupIndex = TicketTerms.index(fares.legRules().groupIds(), group);
    if (cells.known(row, "network", network.isEmpty() || networkIndex >= 0)
        && cells.known(row, "group", group.isEmpty() || groupIndex >= 0)
        && cells.known(row, "ways", row.findText("ways").matches("(one|both)?"))
        && cells.known(row, "through", row.findText("through").matches("(yes|no)?"))
        && isCount(row, "overKm")
        && isCount(row, "toKm")
        && isCount(row, "stops")
        && cells.known(row, "toKm", overMetres(row) < toMetres(row))
        && isNamed(row, "from", places)
        && isNamed(row, "to", places)) {
      int product = product(row, fares.offers(), offers);
      if (product >= 0) {
        products.add(product);
        groups.add(groupIndex);
        conditions.add(condition(row, networkIndex, places));
        if (row.findText("through").equals("yes")) {
          through.add(networkIndex);
        }
      }
    }
  }

  private boolean isCount(RuleRow row, String column) {
    boolean is = row.findText(column).isEmpty() || row.findNumber(column).orElse(-1) >= 0;
    return cells.known(row, column, is);
  }

  private static double overMetres(RuleRow row) {
    return METRES_PER_KM * row.findNumber("overKm").orElse(-1);
  }

  private static double toMetres(RuleRow row) {
    return METRES_PER_KM * row.findNumber("toKm").orElse(Double.POSITIVE_INFINITY);
  }

  private boolean isNamed(RuleRow row, String column, FarePlaces places) {
    for (String word : TermRows.words(row.findText(column))) {
      if (cells.stops(feed, word).isEmpty() && TicketTerms.index(places.areaIds(), word) < 0) {
        return cells.known(row, column, false);
      }
    }
    return true;
  }

  private @Nullable BitSet stops(RuleRow row, String column, FarePlaces places) {
    List<String> words = TermRows.words(row.findText(column));
    BitSet stops = new BitSet();
    for (String word : words) {
      Set<Integer> named = cells.stops(feed, word);
      named.forEach(stops::set);
      if (named.isEmpty()) {
        stops.or(area(TicketTerms.index(places.areaIds(), word), places.areasOfStop()));
      }
    }
    return words.isEmpty() ? null : stops;
  }

  private BitSet area(int area, Csr areasOfStop) {
    return areas.computeIfAbsent(
        area,
        wanted -> {
          BitSet stops = new BitSet();
          for (int stop = 0; stop < areasOfStop.rows(); stop++) {
            for (int i = areasOfStop.start(stop); i < areasOfStop.end(stop); i++) {
              stops.set(stop, stops.get(stop) || areasOfStop.values()[i] == wanted);
            }
          }
          return stops;
        });
  }

  private TableRules.Condition condition(RuleRow row, int network, FarePlaces places) {
    return new TableRules.Condition(
        network,
        stops(row, "from", places),
        stops(row, "to", places),
        !row.findText("ways").equals("one"),
        overMetres(row),
        toMetres(row),
        (int) row.findNumber("stops").orElse(Integer.MAX_VALUE),
        row.findNumber("priority").orElse(0),
        row);
  }

  /// The product that pays, -1 where the row does not say.
  private int product(RuleRow row, FareOffers before, OfferColumns offers) {
    String named = row.findText("product");
    if (!named.isEmpty()) {
      int product = TicketTerms.index(before.productIds(), named);
      return cells.known(row, "product", product >= 0) ? product : NONE;
    }
    String rider = row.findText("rider");
    String medium = row.findText("medium");
    String currency = row.findText("currency");
    int riderIndex = TicketTerms.index(before.riderIds(), rider);
    int mediumIndex = TicketTerms.index(before.mediumIds(), medium);
    String paidIn = currency.isEmpty() ? offers.currency() : currency;
    boolean sound =
        cells.known(row, "cents", row.findNumber("cents").orElse(-1) >= 0)
            && cells.known(row, "rider", rider.isEmpty() || riderIndex >= 0)
            && cells.known(row, "medium", medium.isEmpty() || mediumIndex >= 0)
            && cells.known(row, "currency", paidIn.matches("[A-Z]{3}"))
            && cells.known(row, "product", offers.find(row.id()) < 0);
    if (!sound) {
      return NONE;
    }
    int product = offers.add(row.id());
    int cents = (int) Math.round(row.number("cents"));
    String name = row.findText("name");
    int offer = offers.add(product, name, riderIndex, mediumIndex, cents, paidIn);
    priceRows.put(offer, row);
    return product;
  }

  private FeedFares laid(FeedFares fares, FareOffers offers) {
    return new FeedFares(
        fares.id(),
        fares.version(),
        fares.zone(),
        FeedFares.Model.LEG_RULES,
        offers,
        fares.places(),
        fares.timeframes(),
        longer(fares.legRules()),
        joined(fares.joinRules()),
        fares.transferRules(),
        fares.zoneFares());
  }

  private LegRules longer(LegRules rules) {
    int count = rules.count() + conditions.size();
    return new LegRules(
        rules.groupIds(),
        longer(rules.groups(), groups.toArray()),
        filled(rules.networks(), count),
        filled(rules.fromAreas(), count),
        filled(rules.toAreas(), count),
        filled(rules.fromTimeframes(), count),
        filled(rules.toTimeframes(), count),
        longer(rules.products(), products.toArray()),
        Arrays.copyOf(rules.priorities(), count),
        Arrays.copyOf(rules.lines(), count),
        rules.prioritised());
  }

  private JoinRules joined(JoinRules rules) {
    int[] networks = Arrays.stream(through.toArray()).distinct().toArray();
    int count = rules.count() + networks.length;
    return new JoinRules(
        longer(rules.fromNetworks(), networks),
        longer(rules.toNetworks(), networks),
        filled(rules.fromStops(), count),
        filled(rules.toStops(), count));
  }

  private static int[] longer(int[] column, int[] more) {
    int[] all = Arrays.copyOf(column, column.length + more.length);
    System.arraycopy(more, 0, all, column.length, more.length);
    return all;
  }

  private static int[] filled(int[] column, int count) {
    int[] all = Arrays.copyOf(column, count);
    Arrays.fill(all, column.length, count, NONE);
    return all;
  }
}
