package org.toret.router.fare.term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.rules.RuleRow;
import org.toret.network.fare.FarePlaces;
import org.toret.network.fare.FareRules;
import org.toret.network.fare.FeedFares;

/// Binds the terms of one day to the feeds of a city. A row about a feed that is not there is
/// passed over; one whose product, network, area, stop, period or time is unknown to its feed is
/// left out with a notice. For one compilation.
public final class ExtensionCompiler {

  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

  private final FareRules rules;
  private final FareNames names;
  private final Notices notices;

  public ExtensionCompiler(FareRules rules, FareNames names, Notices notices) {
    this.rules = rules;
    this.names = names;
    this.notices = notices;
  }

  /// The rules with the terms laid over them.
  public FareExtension compile(FareTerms day) {
    List<FeedFares> feeds = new ArrayList<>();
    List<TicketTerms> terms = new ArrayList<>();
    List<Adoption> adoptions = new ArrayList<>();
    day.adoptions().forEach(row -> adopt(row, adoptions));
    for (int feed = 0; feed < rules.feeds().size(); feed++) {
      FeedFares fares = adopting(rules.feed(feed), feed, day.adoptions());
      Map<Integer, RuleRow> priceRows = new HashMap<>();
      List<RuleRow> prices = of(feed, day.prices(), row -> hasProduct(row, fares));
      feeds.add(fares.withOffers(TicketTerms.priced(fares.offers(), prices, priceRows)));
      List<RuleRow> own = of(feed, day.terms(), row -> isTerm(row, fares));
      terms.add(TicketTerms.of(fares, countable(own, fares), priceRows));
    }
    List<Pass> passes = new ArrayList<>();
    day.passes().forEach(row -> pass(row, passes));
    FareRules laid = new FareRules(rules.stations(), rules.agencies(), feeds);
    return new FareExtension(laid, terms, passes, adoptions);
  }

  private List<RuleRow> of(
      int feed, List<RuleRow> rows, java.util.function.Predicate<RuleRow> usable) {
    List<RuleRow> found = new ArrayList<>();
    for (RuleRow row : rows) {
      if (names.feeds(row.findText("feed")).contains(feed) && usable.test(row)) {
        found.add(row);
      }
    }
    return found;
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
    return known(row, "product", TicketTerms.index(fares.offers().productIds(), product) >= 0);
  }

  private boolean isTerm(RuleRow row, FeedFares fares) {
    String ends = row.findText("dayEnds");
    boolean counts = ends.isEmpty();
    double rides = row.findNumber("rides").orElse(0);
    int network = TicketTerms.index(fares.places().networkIds(), row.findText("network"));
    return hasProduct(row, fares)
        && (counts || known(row, "dayEnds", TIME.matcher(ends).matches()))
        && (!counts || known(row, "network", network >= 0))
        && (!counts || known(row, "rides", rides >= 1 && rides <= TicketTerms.MOST_RIDES));
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
        Set<Integer> stops = stops(feed, wanted);
        if (known(row, "network", network.isEmpty() || networkIndex >= 0)
            && known(row, "area", area.isEmpty() || areaIndex >= 0)
            && known(row, "stops", wanted.isEmpty() || !stops.isEmpty())
            && known(row, "period", row.findText("period").matches(Pass.PERIODS))) {
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
        Set<Integer> stops = stops(feed, row.findText("stops"));
        boolean priced = rules.feed(as).model() == FeedFares.Model.LEG_RULES;
        if (known(row, "stops", !stops.isEmpty()) && known(row, "as", priced && as != feed)) {
          adoptions.add(new Adoption(feed, routes(feed, row.findText("network")), stops, as));
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
      if (names.feeds(row.findText("as")).contains(feed) && known(row, "asNetwork", network >= 0)) {
        for (int ridden : names.feeds(row.findText("feed"))) {
          for (int route : routes(ridden, row.findText("network"))) {
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

  private Set<Integer> routes(int feed, String network) {
    FarePlaces places = rules.feed(feed).places();
    int wanted = TicketTerms.index(places.networkIds(), network);
    Set<Integer> found = new HashSet<>();
    for (int route = 0; route < names.routeFeeds().length; route++) {
      boolean fits = network.isEmpty();
      for (int one : places.networksOfRoute().row(route)) {
        fits |= one == wanted;
      }
      if (names.routeFeeds()[route] == feed && fits) {
        found.add(route);
      }
    }
    return found;
  }

  private Set<Integer> stops(int feed, String ids) {
    Set<String> wanted = new HashSet<>();
    for (String id : ids.isBlank() ? new String[0] : ids.strip().split("\\s+")) {
      wanted.add(rules.feed(feed).id() + ":" + id);
    }
    Set<Integer> found = new HashSet<>();
    for (int stop = 0; stop < names.stopIds().size() && !wanted.isEmpty(); stop++) {
      int station = rules.stations()[stop];
      if (wanted.contains(names.stopIds().get(stop))
          || wanted.contains(names.stopIds().get(station))) {
        found.add(stop);
      }
    }
    return found;
  }

  private boolean known(RuleRow row, String column, boolean is) {
    if (!is) {
      notices.add(
          Notice.of(
              "fare_term_unknown",
              Severity.WARNING,
              Place.ofFile("", row.reference().tableAndVersion()),
              row.id(),
              column,
              row.findText(column)));
    }
    return is;
  }
}
