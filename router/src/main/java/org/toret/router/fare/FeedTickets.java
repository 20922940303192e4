package org.toret.router.fare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;
import org.toret.network.fare.FareOffers;
import org.toret.network.fare.FeedFares;
import org.toret.network.fare.LegRules;
import org.toret.network.fare.LegTransferRules;
import org.toret.router.fare.term.LineMeasures;
import org.toret.router.fare.term.TableRules;
import org.toret.router.fare.term.TicketTerms;

/// The leg rules of one feed as a search reads them, for one traveller: which rules a leg can be
/// paid by, which transfers lead from one leg group to another, and what a ticket in hand can be
/// worth at most.
///
/// Stops with the same areas are one class, and so are routes with the same networks; the rules of
/// a leg are looked up once for each combination; where tables price rides, once for each pair of
/// stops. Thread-safe: what two look up is the same.
final class FeedTickets {

  /// More than any price.
  static final int UNBOUNDED = Integer.MAX_VALUE / 4;

  private static final int NONE = LegRules.NONE;

  final FeedFares fares;
  final OfferShelf shelf;
  final TransferMatcher transfers;
  final TicketTerms terms;

  /// Whether a newer ticket is never worse than an older one, and any never worse than none: a
  /// transfer can be declined, and no two rules of one pair of groups span different numbers of
  /// transfers.
  final boolean monotone;

  /// Whether a transfer may give back what a ticket cost while it was used once.
  final boolean givesBack;

  /// Whether some products are discounts: what is paid may fall by riding on.
  final boolean givesDiscounts;

  /// Whether it matters when a leg arrives, for what follows.
  final boolean arrivalsCount;

  /// Whether what is bought may be charged in part only.
  private final boolean capped;

  private final LegMatcher matcher;
  private final int[][] networks;
  private final int[] stopClasses;
  private final int[] routeClasses;
  private final int stopClassCount;

  /// Whether the rules of a leg depend on the hour.
  final boolean timed;

  private final int[][] rulesOfLeg;

  /// For each class of routes whether tables price its rides, stop by stop.
  private final boolean[] tabled;

  /// Rules by route, first and last stop, for those.
  private final Map<Ends, int[]> tabledRules = new ConcurrentHashMap<>();

  private record Ends(int route, int from, int to) {}

  private final int[] mostWorth;
  private final int media;

  private final boolean[] countsTransfers;

  /// For each group the terms that bind what may be bought where one transfers to.
  private final long[] boundAfter;

  FeedTickets(
      FeedFares fares,
      LegMatcher matcher,
      TransferMatcher transfers,
      OfferShelf shelf,
      TicketTerms terms,
      TableRules table,
      boolean capped) {
    this.capped = capped;
    this.terms = terms;
    this.fares = fares;
    this.matcher = matcher;
    this.transfers = transfers;
    this.shelf = shelf;
    networks = new int[fares.places().networksOfRoute().rows()][];
    Arrays.setAll(networks, fares.places().networksOfRoute()::row);
    stopClasses = classes(fares.places().areasOfStop());
    routeClasses = classes(fares.places().networksOfRoute());
    stopClassCount = count(stopClasses);
    tabled = new boolean[count(routeClasses)];
    for (int route = 0; route < routeClasses.length; route++) {
      tabled[routeClasses[route]] = table.concerns(networks[route]);
    }
    LegRules rules = fares.legRules();
    timed =
        Arrays.stream(rules.fromTimeframes()).anyMatch(frame -> frame != NONE)
            || Arrays.stream(rules.toTimeframes()).anyMatch(frame -> frame != NONE);
    rulesOfLeg = new int[count(routeClasses) * stopClassCount * stopClassCount][];
    monotone = isMonotone();
    arrivalsCount =
        timed || Arrays.stream(transfers.rules().durationTypes()).anyMatch(type -> type != 1);
    givesBack = Arrays.stream(transfers.rules().types()).anyMatch(type -> type == 2);
    givesDiscounts = Arrays.stream(fares.offers().cents()).anyMatch(cents -> cents < 0);
    media = fares.offers().mediumIds().size() + 1;
    mostWorth = new int[rules.groupIds().size() * media];
    boundAfter = new long[rules.groupIds().size()];
    countsTransfers = new boolean[rules.groupIds().size()];
    for (int group = 0; group < rules.groupIds().size(); group++) {
      countsTransfers[group] =
          Arrays.stream(transfers.between(group, group))
              .anyMatch(rule -> transfers.count(rule) != LegTransferRules.UNLIMITED);
      boundAfter[group] = findBoundAfter(group);
      for (int medium = FareOffers.ANY; medium < media - 1; medium++) {
        mostWorth[group * media + medium + 1] = findMostWorth(group, medium);
      }
    }
  }

  /// Rows with the same content have the same class.
  private static int[] classes(Csr rows) {
    int count = rows.rows();
    int[] classes = new int[count];
    Map<List<Integer>, Integer> known = new HashMap<>();
    for (int row = 0; row < count; row++) {
      List<Integer> content = Arrays.stream(rows.row(row)).sorted().boxed().toList();
      classes[row] = known.computeIfAbsent(content, ignored -> known.size());
    }
    return classes;
  }

  private static int count(int[] classes) {
    return Arrays.stream(classes).max().orElse(-1) + 1;
  }

  /// Whether it matters how many transfers within a group a ticket was used for.
  boolean countsTransfers(int group) {
    return group != NONE && countsTransfers[group];
  }

  private boolean isMonotone() {
    LegTransferRules rules = transfers.rules();
    int groups = fares.legRules().groupIds().size();
    boolean same = Arrays.stream(rules.types()).noneMatch(type -> type == 1);
    for (int group = 0; group < groups; group++) {
      int[] own = transfers.between(group, group);
      for (int rule : own) {
        same &= transfers.count(rule) == transfers.count(own[0]);
      }
    }
    return same;
  }

  /// The most that a ticket saves beside buying anew at the next leg, on a medium as good.
  private int findMostWorth(int group, int medium) {
    int most = 0;
    int groups = fares.legRules().groupIds().size();
    for (int to = 0; to < groups; to++) {
      for (int transfer : transfers.between(group, to)) {
        int product = transfers.rules().products()[transfer];
        int paid = product == NONE ? 0 : price(shelf.cheapest(product, medium));
        most = Math.max(most, dearest(to, medium) - (capped ? Math.min(0, paid) : paid));
      }
    }
    return Math.min(most, UNBOUNDED);
  }

  private int dearest(int group, int medium) {
    LegRules rules = fares.legRules();
    int dearest = 0;
    for (int rule = 0; rule < rules.count(); rule++) {
      if (rules.groups()[rule] == group) {
        int cents = shelf.leastCents(rules.products()[rule], medium);
        dearest = Math.max(dearest, cents == OfferShelf.NONE ? UNBOUNDED : cents);
      }
    }
    return dearest;
  }

  int price(int offer) {
    return offer == OfferShelf.NONE ? 0 : fares.offers().cents()[offer];
  }

  private long findBoundAfter(int group) {
    LegRules rules = fares.legRules();
    long bound = 0;
    for (int rule = 0; rule < rules.count(); rule++) {
      boolean leads = transfers.between(group, rules.groups()[rule]).length > 0;
      bound |= leads ? terms.unused(rules.products()[rule]) : 0;
    }
    return bound;
  }

  /// The most a ticket of a group on a medium can be worth at the next leg, beside a new one: no
  /// bound where the new one may be under terms that the ticket is not under.
  ///
  /// @param uses what is used of the ticket
  int mostWorth(int group, int medium, long uses) {
    if (group == NONE) {
      return 0;
    }
    boolean freer = !TicketTerms.binds(uses, boundAfter[group]);
    return freer ? UNBOUNDED : mostWorth[group * media + medium + 1];
  }

  /// Until when a leg may begin for a ticket to be of the same use as before.
  int lastUse(int group, int departure, int arrival) {
    if (timed) {
      return Integer.MIN_VALUE;
    }
    int last = Integer.MAX_VALUE;
    for (int to = 0; group != NONE && to < fares.legRules().groupIds().size(); to++) {
      for (int transfer : transfers.between(group, to)) {
        int limit = transfers.rules().durationSeconds()[transfer];
        int type = transfers.rules().durationTypes()[transfer];
        if (limit != NONE && (type == 1 || type == 2)) {
          last = Math.min(last, (type == 1 ? departure : arrival) + limit);
        }
      }
    }
    return last;
  }

  /// The same for a ticket of a product that began at a moment, whatever it pays for.
  int lastUse(int product, int from) {
    int last = Integer.MAX_VALUE;
    for (int group : transfers.groups(product)) {
      last = Math.min(last, lastUse(group, from, from));
    }
    return last;
  }

  /// What is used of a ticket that began before the journey, see [TransferMatcher#isKept].
  ///
  /// @param group in which it was used once
  /// @param running what was used of such tickets on the way
  /// @param kept whether it stays in the pocket
  long begun(int product, int group, long running, boolean kept) {
    return begun(terms, transfers, product, group, running, kept);
  }

  static long begun(
      TicketTerms terms,
      TransferMatcher transfers,
      int product,
      int group,
      long running,
      boolean kept) {
    long once = terms.after(terms.unused(product), transfers.firstNetworks(product, group));
    return kept ? terms.used(running, once) | TicketTerms.RUNNING : once;
  }

  private int stopClass(int stop) {
    return stopClasses[stop];
  }

  /// Whether a ride of a route that begins or ends at either stop is paid by the same rules.
  boolean isAlike(int route, int stop, int other) {
    return stop == other || !tabled[routeClasses[route]] && stopClass(stop) == stopClass(other);
  }

  /// The index of a product, -1 where the feed has none of that id.
  int product(String id) {
    for (int i = 0; i < fares.offers().productIds().size(); i++) {
      if (fares.offers().productIds().get(i).equals(id)) {
        return i;
      }
    }
    return NONE;
  }

  int[] networks(int route) {
    return networks[route];
  }

  /// The rules a leg can be paid by, one for each group and product.
  int[] rules(int route, int fromStop, int toStop, long departure, long arrival) {
    if (timed) {
      return find(route, fromStop, toStop, departure, arrival);
    }
    if (tabled[routeClasses[route]]) {
      return tabledRules.computeIfAbsent(
          new Ends(route, fromStop, toStop),
          ends -> find(ends.route(), ends.from(), ends.to(), departure, arrival));
    }
    int cell =
        (routeClasses[route] * stopClassCount + stopClasses[fromStop]) * stopClassCount
            + stopClasses[toStop];
    int[] known = rulesOfLeg[cell];
    if (known == null) {
      known = find(route, fromStop, toStop, departure, arrival);
      rulesOfLeg[cell] = known;
    }
    return known;
  }

  /// The same where one stays seated from one ride into another.
  ///
  /// @param seated what was ridden of the leg before
  /// @param boardStop where the ride on the route begins
  int[] rules(FareLeg seated, int route, int boardStop, int toStop, long departure, long arrival) {
    boolean asOneRide =
        !tabled[routeClasses[route]] && Arrays.equals(seated.networks(), networks[route]);
    return asOneRide
        ? rules(route, seated.fromStop(), toStop, departure, arrival)
        : find(with(seated, route, boardStop, toStop), departure, arrival);
  }

  /// Whether staying seated from one route into another is one leg.
  boolean isOneLeg(int route, int next) {
    return FareLeg.areOneLeg(networks[route], networks[next]);
  }

  /// A leg with one more ride, whenever it departs and arrives.
  ///
  /// @param seated what was ridden of it before, null where nothing was
  FareLeg with(@Nullable FareLeg seated, int route, int boardStop, int toStop) {
    LineMeasures.Measure length = matcher.measure(route, boardStop, toStop);
    return new FareLeg(
        List.of(),
        FareLeg.networks(seated, fares, route),
        seated == null ? boardStop : seated.fromStop(),
        toStop,
        0,
        0,
        seated == null ? length : seated.measure().plus(length),
        new int[0]);
  }

  private int[] find(int route, int fromStop, int toStop, long departure, long arrival) {
    return find(with(null, route, fromStop, toStop), departure, arrival);
  }

  private int[] find(FareLeg leg, long departure, long arrival) {
    return distinct(fares.legRules(), matcher.matched(leg.at(departure, arrival)).matches());
  }

  /// Of the rules of a leg one for each group and product.
  static int[] distinct(LegRules rules, int[] matches) {
    IntList kept = new IntList();
    for (int rule : matches) {
      boolean seen = false;
      for (int i = 0; i < kept.size(); i++) {
        seen |=
            rules.groups()[kept.get(i)] == rules.groups()[rule]
                && rules.products()[kept.get(i)] == rules.products()[rule];
      }
      if (!seen) {
        kept.add(rule);
      }
    }
    return kept.toArray();
  }
}
