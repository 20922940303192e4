package org.toret.router.fare.term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.rules.RuleRow;
import org.toret.network.fare.FareOffers;
import org.toret.network.fare.FarePlaces;
import org.toret.network.fare.FareRules;
import org.toret.network.fare.FeedFares;

/// Binds the terms of one day to the feeds of a city. A row about a feed that is not there is
/// passed over; one whose product, network, area, stop, period or time is unknown to its feed is
/// left out with a notice. For one compilation.
public final class ExtensionCompiler {

  private final FareRules rules;
  private final FareNames names;
  private final LineMeasures measures;
  private final Notices notices;
  private final TermRows cells;

  /// @param measures how far it is along the lines
  public ExtensionCompiler(
      FareRules rules, FareNames names, LineMeasures measures, Notices notices) {
    this.rules = rules;
    this.names = names;
    this.measures = measures;
    this.notices = notices;
    cells = new TermRows(rules, names, notices);
  }

  /// The rules with the terms laid over them.
  public FareExtension compile(FareTerms day) {
    List<FeedFares> feeds = new ArrayList<>();
    List<TicketTerms> terms = new ArrayList<>();
    List<TableRules> tables = new ArrayList<>();
    List<TicketCaps> caps = new ArrayList<>();
    List<Carnets> carnets = new ArrayList<>();
    List<Adoption> adoptions = new ArrayList<>();
    day.adoptions().forEach(row -> adopt(row, adoptions));
    for (int feed = 0; feed < rules.feeds().size(); feed++) {
      Map<Integer, RuleRow> priceRows = new HashMap<>();
      TableCompiler table = new TableCompiler(cells, feed, priceRows);
      FeedFares fares =
          table.compile(adopting(rules.feed(feed), feed, day.adoptions()), day.tables());
      tables.add(table.rules(measures));
      List<RuleRow> prices = cells.of(feed, day.prices(), row -> hasProduct(row, fares));
      FareOffers priced = TicketTerms.priced(fares.offers(), prices, priceRows);
      OfferColumns offers = new OfferColumns(priced);
      List<RuleRow> bundles = cells.of(feed, day.carnets(), row -> isCarnet(row, fares.offers()));
      carnets.add(bundles.isEmpty() ? Carnets.NONE : Carnets.lay(offers, bundles, priceRows));
      feeds.add(fares.withOffers(bundles.isEmpty() ? priced : offers.build()));
      CapCompiler cap = new CapCompiler(cells, feeds.getLast());
      caps.add(cap.compile(cells.of(feed, day.caps(), row -> true)));
      List<RuleRow> own = cells.of(feed, day.terms(), row -> isTerm(row, fares));
      terms.add(TicketTerms.of(fares, countable(own, fares), priceRows));
    }
    List<Pass> passes = new ArrayList<>();
    day.passes().forEach(row -> pass(row, passes));
    FareRules laid = new FareRules(rules.stations(), rules.agencies(), feeds);
    return new FareExtension(laid, terms, tables, caps, carnets, passes, adoptions);
  }

  private List<RuleRow> countable(List<RuleRow> rows, FeedFares fares) {
    if (rows.size() <= TicketTerms.MOST_TERMS) {
      return rows;
    }
    Place place = Place.ofFile(fares.id(), rows.getFirst().reference().tableAndVersion());
    notices.add(
        Notice.of(
            "fare_terms_too_many", Severity.ERROR, place, rows.size(), TicketTerms.MOST_TERMS));
    return rows.subList(0, TicketTerms.MOST_TERMS);
  }

  private boolean hasProduct(RuleRow row, FeedFares fares) {
    String product = row.findText("product");
    return cells.known(
        row, "product", TicketTerms.index(fares.offers().productIds(), product) >= 0);
  }

  private boolean isCarnet(RuleRow row, FareOffers offers) {
    int of = TicketTerms.index(offers.productIds(), row.findText("of"));
    double rides = row.findNumber("rides").orElse(0);
    return cells.known(row, "of", of >= 0)
        && cells.known(row, "product", !row.findText("product").isEmpty())
        && cells.known(row, "rides", rides >= 1 && rides == Math.rint(rides));
  }

  private boolean isTerm(RuleRow row, FeedFares fares) {
    String ends = row.findText("dayEnds");
    boolean counts = ends.isEmpty();
    double rides = row.findNumber("rides").orElse(0);
    int network = TicketTerms.index(fares.places().networkIds(), row.findText("network"));
    return hasProduct(row, fares)
        && (counts || cells.known(row, "dayEnds", TermRows.isTime(ends)))
        && (!counts || cells.known(row, "network", network >= 0))
        && (!counts || cells.known(row, "rides", rides >= 1 && rides <= TicketTerms.MOST_RIDES));
  }

  private void pass(RuleRow row, List<Pass> passes) {
    String on = row.findText("on");
    List<Integer> ridden = names.feeds(on.isEmpty() ? row.findText("feed") : on);
    for (int seller : names.feeds(row.findText("feed"))) {
      for (int feed : ridden) {
        FarePlaces places = rules.feed(feed).places();
        String network = row.findText("network");
        String area = row.findText("area");
        int networkIndex = TicketTerms.index(places.networkIds(), network);
        int areaIndex = TicketTerms.index(places.areaIds(), area);
        String wanted = row.findText("stops");
        Set<Integer> stops = cells.stops(feed, wanted);
        if (cells.known(row, "network", network.isEmpty() || networkIndex >= 0)
            && cells.known(row, "area", area.isEmpty() || areaIndex >= 0)
            && cells.known(row, "stops", wanted.isEmpty() || !stops.isEmpty())
            && cells.known(row, "period", row.findText("period").matches(Pass.PERIODS))) {
          passes.add(
              new Pass(
                  names.feeds().get(seller),
                  row.findText("product"),
                  feed,
                  networkIndex,
                  areaIndex,
                  stops,
                  java.time.ZoneId.of(rules.feed(feed).zone()),
                  row));
        }
      }
    }
  }

  private void adopt(RuleRow row, List<Adoption> adoptions) {
    for (int as : names.feeds(row.findText("as"))) {
      for (int feed : names.feeds(row.findText("feed"))) {
        Set<Integer> stops = cells.stops(feed, row.findText("stops"));
        boolean priced = rules.feed(as).model() == FeedFares.Model.LEG_RULES;
        if (cells.known(row, "stops", !stops.isEmpty())
            && cells.known(row, "as", priced && as != feed)) {
          adoptions.add(new Adoption(feed, cells.routes(feed, row.findText("network")), stops, as));
        }
      }
    }
  }

  /// A feed whose networks hold the routes it adopts.
  private FeedFares adopting(FeedFares fares, int feed, List<RuleRow> rows) {
    IntList routes = new IntList();
    IntList networks = new IntList();
    Csr own = fares.places().networksOfRoute();
    for (int route = 0; route < own.rows(); route++) {
      for (int network : own.row(route)) {
        routes.add(route);
        networks.add(network);
      }
    }
    int before = routes.size();
    for (RuleRow row : rows) {
      String wanted = row.findText("asNetwork");
      int network = TicketTerms.index(fares.places().networkIds(), wanted);
      if (names.feeds(row.findText("as")).contains(feed)
          && cells.known(row, "asNetwork", network >= 0)) {
        for (int ridden : names.feeds(row.findText("feed"))) {
          for (int route : cells.routes(ridden, row.findText("network"))) {
            routes.add(route);
            networks.add(network);
          }
        }
      }
    }
    return routes.size() == before
        ? fares
        : fares.withNetworks(Csr.group(own.rows(), routes.toArray(), networks.toArray()));
  }
}
