package org.toret.router.fare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toret.base.columns.IntList;
import org.toret.network.fare.FareOffers;
import org.toret.network.fare.FeedFares;
import org.toret.network.fare.LegTransferRules;
import org.toret.router.fare.term.TicketTerms;

/// The least price of the legs of one feed under GTFS Fares v2: a dynamic programme over legs whose
/// states are tickets in hand.
///
/// For each leg the rider takes one of the rules that hold, and either starts a new ticket or
/// transfers. A matching transfer rule is declined only for a new ticket of the next leg; a
/// surcharge (type 1) cannot be declined, since what is bought is the same. A limit of time runs
/// from the first validation of the ticket in hand (for a run inside one group: from the first leg
/// of the run, if that is earlier); a transfer of type 1 starts a ticket of its own. All products
/// of one chain of transfers are on one medium. A held ticket that had begun is one in hand, used
/// once when it began ([HeldProduct]). A leg without price is passed over: what remains is the
/// least that must be paid.
///
/// Exact: two ways meet in one state only when nothing that comes later can tell them apart. States
/// per leg grow with rules × media × possible starts, a few dozen in practice.
final class LegRulePricer {

  private static final int NONE = -1;

  private final FeedFares fares;
  private final TransferMatcher transfers;
  private final OfferShelf shelf;
  private final TicketTerms terms;
  private final HeldPasses passes;
  private final Pocket pocket;
  private final List<HeldProduct> holds;
  private final List<FareLeg> legs;
  private final int[] cents;
  private Map<Ticket.State, Ticket> next = new HashMap<>();

  LegRulePricer(
      FeedFares fares,
      TransferMatcher transfers,
      OfferShelf shelf,
      TicketTerms terms,
      HeldPasses passes,
      Pocket pocket,
      List<FareLeg> legs) {
    this.terms = terms;
    this.passes = passes;
    this.fares = fares;
    this.transfers = transfers;
    this.legs = legs;
    this.shelf = shelf;
    holds = pocket.holds();
    this.pocket = pocket;
    cents = fares.offers().cents();
  }

  /// The cheapest way to pay for all legs.
  Ticket cheapest() {
    Ticket.State nothing = new Ticket.State(NONE, 0, 0, 0, 0, 0, FareOffers.ANY, NONE, 0, 0, 0, 0);
    Map<Ticket.State, Ticket> states = new HashMap<>();
    Ticket start = new Ticket(null, nothing, NONE, 0, 0, 0, NONE, NONE, NONE, NONE, NONE);
    states.put(nothing, start);
    for (int leg = 0; leg < legs.size(); leg++) {
      next = new HashMap<>();
      for (Ticket ticket : states.values()) {
        for (int rule : FeedTickets.distinct(fares.legRules(), legs.get(leg).matches())) {
          extend(ticket, leg, rule);
        }
        ridePass(ticket, leg);
      }
      if (next.isEmpty()) {
        for (Ticket ticket : states.values()) {
          passOver(ticket, leg);
        }
      }
      states = next;
    }
    Ticket best = null;
    for (Ticket ticket : states.values()) {
      best = best == null || ticket.betterThan(best) ? ticket : best;
    }
    return best == null ? start : best;
  }

  Pocket pocket() {
    return pocket;
  }

  TicketTerms terms() {
    return terms;
  }

  HeldPasses passes() {
    return passes;
  }

  private void extend(Ticket ticket, int leg, int rule) {
    int group = fares.legRules().groups()[rule];
    int[] usable = usable(ticket.state(), leg, group);
    boolean mayDecline = usable.length == 0;
    for (int transfer : usable) {
      boolean taken = transfer(ticket, ticket.state(), leg, rule, transfer, NONE);
      mayDecline |= !taken || transfers.rules().types()[transfer] != 1;
    }
    if (mayDecline) {
      buy(ticket, leg, rule);
      useHeld(ticket, leg, rule);
    }
  }

  /// The transfer rules that hold between the ticket's last leg and this one, in time, for so many
  /// transfers and with a product that can be bought.
  private int[] usable(Ticket.State state, int leg, int group) {
    boolean same = state.group() == group;
    boolean runFirst = same && state.runDeparture() < state.departure();
    long departure = runFirst ? state.runDeparture() : state.departure();
    long arrival = runFirst ? state.runArrival() : state.arrival();
    IntList found = new IntList();
    int least = Integer.MAX_VALUE;
    FareLeg to = legs.get(leg);
    if (!terms.allows(state.uses(), to.networks(), state.departure(), to.departure())) {
      return found.toArray();
    }
    for (int rule : transfers.between(state.group(), group)) {
      int count = same ? transfers.count(rule) : LegTransferRules.UNLIMITED;
      if (count > state.transfers()
          && transfers.inTime(rule, departure, arrival, to)
          && isSold(transfers.rules().products()[rule], state.medium())) {
        if (count < least) {
          found.clear();
          least = count;
        }
        if (count == least) {
          found.add(rule);
        }
      }
    }
    return found.toArray();
  }

  private boolean isSold(int product, int medium) {
    return product == NONE || shelf.cheapest(product, medium) != OfferShelf.NONE;
  }

  /// Takes a transfer, unless what it asks for cannot be bought.
  ///
  /// @param state of the ticket that is used on: the one in hand, or a held one that had begun
  /// @param held index of that one, -1 for none
  private boolean transfer(
      Ticket ticket, Ticket.State state, int leg, int rule, int transfer, int held) {
    FareLeg to = legs.get(leg);
    int group = fares.legRules().groups()[rule];
    int product = transfers.rules().products()[transfer];
    int between = product == NONE ? NONE : shelf.cheapest(product, state.medium());
    int type = transfers.rules().types()[transfer];
    int own = type == 1 ? shelf.cheapest(fares.legRules().products()[rule], state.medium()) : NONE;
    if (type == 1 && own == NONE) {
      return false;
    }
    boolean givesBack = type == 2 && state.loneCents() != NONE;
    boolean same = state.group() == group;
    long uses = type == 1 ? terms.unused(fares.legRules().products()[rule]) : state.uses();
    long used = terms.after(uses, to.networks());
    boolean running = (used & TicketTerms.RUNNING) != 0;
    Pocket.Account paid = pay(ticket, to, between, own);
    Ticket.State after =
        new Ticket.State(
            group,
            type == 1 ? to.departure() : state.departure(),
            type == 1 ? to.arrival() : state.arrival(),
            same ? state.runDeparture() : to.departure(),
            same ? state.runArrival() : to.arrival(),
            same ? state.transfers() + 1 : 0,
            state.medium(),
            NONE,
            state.spentHolds(),
            used,
            running ? terms.merged(state.runningUses(), used) : state.runningUses(),
            paid.caps());
    int bought = ticket.bought() + (between == NONE || givesBack ? 0 : 1) + (own == NONE ? 0 : 1);
    keep(
        new Ticket(
            ticket,
            after,
            leg,
            paid.cents() - (givesBack ? state.loneCents() : 0),
            bought,
            ticket.unknown(),
            rule,
            own,
            transfer,
            between,
            held));
    return true;
  }

  private Pocket.Account pay(Ticket ticket, FareLeg leg, int first, int second) {
    Pocket.Account before = new Pocket.Account(ticket.state().caps(), ticket.cents());
    Pocket.Account between = pocket.buy(before, first, price(first), leg.departure());
    return pocket.buy(between, second, price(second), leg.departure());
  }

  private void buy(Ticket ticket, int leg, int rule) {
    int product = fares.legRules().products()[rule];
    for (int medium : shelf.media(product)) {
      int offer = shelf.cheapest(product, medium);
      Pocket.Account paid = pay(ticket, legs.get(leg), NONE, offer);
      Ticket.State state = fresh(ticket, leg, rule, medium, price(offer), paid.caps());
      keep(
          new Ticket(
              ticket,
              state,
              leg,
              paid.cents(),
              ticket.bought() + 1,
              ticket.unknown(),
              rule,
              offer,
              NONE,
              NONE,
              NONE));
    }
  }

  private Ticket.State fresh(
      Ticket ticket, int leg, int rule, int medium, int loneCents, int caps) {
    FareLeg to = legs.get(leg);
    return new Ticket.State(
        fares.legRules().groups()[rule],
        to.departure(),
        to.arrival(),
        to.departure(),
        to.arrival(),
        0,
        medium,
        loneCents,
        ticket.state().spentHolds(),
        terms.after(terms.unused(fares.legRules().products()[rule]), to.networks()),
        ticket.state().runningUses(),
        caps);
  }

  private void useHeld(Ticket ticket, int leg, int rule) {
    int product = fares.legRules().products()[rule];
    for (int i = 0; i < holds.size(); i++) {
      if (HeldProduct.isNext(holds, i, ticket.state().spentHolds())) {
        if (holds.get(i).running()) {
          goOn(ticket, leg, rule, i);
        } else if (fares.offers().productIds().get(product).equals(holds.get(i).product())) {
          keep(
              new Ticket(
                  ticket,
                  unused(ticket, leg, rule, i),
                  leg,
                  ticket.cents(),
                  ticket.bought(),
                  ticket.unknown(),
                  rule,
                  NONE,
                  NONE,
                  NONE,
                  i));
        }
      }
    }
  }

  private Ticket.State unused(Ticket ticket, int leg, int rule, int index) {
    Ticket.State state = fresh(ticket, leg, rule, FareOffers.ANY, 0, ticket.state().caps());
    return new Ticket.State(
        state.group(),
        state.departure(),
        state.arrival(),
        state.runDeparture(),
        state.runArrival(),
        0,
        FareOffers.ANY,
        0,
        state.spentHolds() | 1L << index,
        state.uses(),
        state.runningUses(),
        state.caps());
  }

  /// Uses a ticket that had begun for one leg more: what transfers from where it was used allow.
  private void goOn(Ticket ticket, int leg, int rule, int index) {
    HeldProduct held = holds.get(index);
    int product = TicketTerms.index(fares.offers().productIds(), held.product());
    int to = fares.legRules().groups()[rule];
    if (held.validFromEpochSeconds() <= legs.get(leg).departure()) {
      for (int group : transfers.groups(product)) {
        Ticket.State begun = begun(ticket.state(), product, group, to, index);
        for (int transfer : usable(begun, leg, to)) {
          var _ = transfer(ticket, begun, leg, rule, transfer, index);
        }
      }
    }
  }

  /// A ticket that was used once in a group, when it began.
  private Ticket.State begun(Ticket.State state, int product, int group, int to, int index) {
    long from = holds.get(index).validFromEpochSeconds();
    boolean kept = transfers.isKept(product, to);
    return new Ticket.State(
        group,
        from,
        from,
        from,
        from,
        0,
        FareOffers.ANY,
        NONE,
        kept ? state.spentHolds() : state.spentHolds() | 1L << index,
        FeedTickets.begun(terms, transfers, product, group, state.runningUses(), kept),
        state.runningUses(),
        state.caps());
  }

  /// A pass pays for the leg; whatever ticket is in hand stays as it is.
  private void ridePass(Ticket ticket, int leg) {
    int pass = passes.covering(fares, legs.get(leg));
    if (pass != NONE) {
      keep(step(ticket, leg, ticket.unknown(), pass));
    }
  }

  private void passOver(Ticket ticket, int leg) {
    keep(step(ticket, leg, ticket.unknown() + 1, NONE));
  }

  private static Ticket step(Ticket ticket, int leg, int unknown, int pass) {
    return new Ticket(
        ticket,
        ticket.state(),
        leg,
        ticket.cents(),
        ticket.bought(),
        unknown,
        NONE,
        NONE,
        NONE,
        NONE,
        pass);
  }

  private void keep(Ticket ticket) {
    Ticket known = next.get(ticket.state());
    if (known == null || ticket.betterThan(known)) {
      next.put(ticket.state(), ticket);
    }
  }

  private int price(int offer) {
    return offer == NONE ? 0 : cents[offer];
  }

  /// Reasons of a leg without price.
  static String reason(FareLeg leg) {
    return leg.matches().length == 0 ? "no_fare_rule" : "no_fare_offer";
  }

  /// The steps in the order of the legs.
  static List<Ticket> steps(Ticket last) {
    List<Ticket> steps = new ArrayList<>();
    for (Ticket at = last; at != null && at.leg() >= 0; at = at.before()) {
      steps.add(at);
    }
    return steps.reversed();
  }
}
