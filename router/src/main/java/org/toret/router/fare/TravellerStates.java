package org.toret.router.fare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.toret.base.columns.DistinctRows;
import org.toret.base.columns.IntList;
import org.toret.network.fare.FeedFares;
import org.toret.router.fare.term.FareExtension;

/// The ticket automaton of one traveller for one question: what was paid so far and what may still
/// be ridden on it. See [TicketStates].
///
/// A state holds, for each feed, every sensible way to have paid so far ([TicketOptions]); so one
/// more ride leads to exactly one state, and the least cents of a state are what [FareEngine] asks
/// for the rides that led to it. States are made as they are met and kept for the question; equal
/// ones have the same number.
///
/// Feeds whose rules join rides into one leg (`fare_leg_join_rules.txt`), feeds with Fares v1 and
/// feeds without fares are not followed: their rides count as unknown here. Tickets run forward in
/// time, and so must the search.
///
/// Cost: well below a microsecond a ride. Not thread-safe.
///
/// Source: the ticket graph of R. Euler, N. Lindner, R. Borndörfer: Price Optimal Routing in Public
/// Transportation, arXiv 2204.01326, for which these states stand.
final class TravellerStates {

  private static final int UNKNOWN = -1;

  private final FareExtension extension;
  private final List<TicketFeed> feeds;
  private final List<DistinctRows> options = new ArrayList<>();
  private final DistinctRows states = new DistinctRows();
  private final int[] feedOfRoute;
  private final boolean[] prefersNewer;
  private final boolean[] prefersSooner;
  private final boolean[] paysByTicket;

  /// Whether a pass or another feed's tickets hold between certain stops of a feed only.
  private final boolean[] dependsOnStop;

  private final long baseEpochSeconds;
  private final int ticketStepSeconds;
  private final int[] scratch;
  private final IntList lastUses = new IntList();
  private final IntList leastFinished = new IntList();
  private final TicketKinds kinds;

  /// A feed that is followed, or that is not.
  ///
  /// @param tickets its rules, null where it is not followed
  /// @param passes in the pocket that are valid on it
  record TicketFeed(
      FeedFares fares,
      @Nullable FeedTickets tickets,
      @Nullable TicketOptions options,
      HeldPasses passes) {

    /// Whether a newer ticket is never worse than an older one.
    boolean prefersNewer() {
      return tickets == null || tickets.monotone;
    }

    /// Whether who rides no more afterwards never pays more for having begun sooner.
    boolean prefersSooner() {
      boolean ticketsDo =
          tickets == null
              || options == null
              || tickets.monotone && !tickets.timed && !options.hasHolds();
      return ticketsDo && passes.isEmpty();
    }

    /// Whether nothing that is paid on it depends on the hour.
    boolean isIgnored() {
      return tickets == null && passes.isEmpty();
    }
  }

  TravellerStates(
      FareExtension extension,
      List<TicketFeed> feeds,
      int[] feedOfRoute,
      long baseEpochSeconds,
      int ticketStepSeconds) {
    this.extension = extension;
    this.feeds = feeds;
    this.feedOfRoute = feedOfRoute;
    this.baseEpochSeconds = baseEpochSeconds;
    this.ticketStepSeconds = ticketStepSeconds;
    scratch = new int[feeds.size() + 1];
    prefersNewer = new boolean[feeds.size()];
    prefersSooner = new boolean[feeds.size()];
    paysByTicket = new boolean[feeds.size()];
    dependsOnStop = new boolean[feeds.size()];
    for (int feed = 0; feed < feeds.size(); feed++) {
      prefersNewer[feed] = isAlways(feed, TicketFeed::prefersNewer);
      prefersSooner[feed] = isAlways(feed, TicketFeed::prefersSooner);
      paysByTicket[feed] = !isAlways(feed, TicketFeed::isIgnored);
      dependsOnStop[feed] = extension.isAdopted(feed) || !feeds.get(feed).passes().isEmpty();
      options.add(new DistinctRows());
      var _ = options.get(feed).number(TicketOptions.start());
    }
    var _ = states.number(scratch);
    kinds = new TicketKinds(feeds, states, options, ticketStepSeconds);
  }

  /// Nothing ridden, nothing paid.
  public int start() {
    return 0;
  }

  /// The state after a leg whose last ride is on a route.
  ///
  /// @param seated what was ridden of the leg before, see [#stay]; null where nothing was
  /// @param boardStop where the last ride begins
  /// @param departureSeconds of the leg, since the base of the search
  /// @param arrivalSeconds in the same way
  public int ride(
      int state,
      @Nullable FareLeg seated,
      int route,
      int boardStop,
      int alightStop,
      int departureSeconds,
      int arrivalSeconds) {
    int feed = extension.payingFeed(feedOfRoute[route], route, boardStop, alightStop);
    int[] before = states.get(state);
    long departs = baseEpochSeconds + departureSeconds;
    long arrives = baseEpochSeconds + arrivalSeconds;
    TicketFeed rules = feeds.get(feed);
    int[] networks = FareLeg.networks(seated, rules.fares(), route);
    int from = seated == null ? boardStop : seated.fromStop();
    boolean pass =
        !rules.passes().isEmpty()
            && rules.passes().covers(rules.fares(), networks, from, alightStop, departs);
    FeedTickets tickets = rules.tickets();
    TicketOptions ways = rules.options();
    int[] after = null;
    if (tickets != null && ways != null) {
      int[] legRules =
          seated == null
              ? tickets.rules(route, boardStop, alightStop, departs, arrives)
              : tickets.rules(seated, route, boardStop, alightStop, departs, arrives);
      int[] known = options.get(feed).get(before[feed]);
      int reaches = tickets.arrivalsCount ? arrivalSeconds : departureSeconds;
      after = ways.ride(known, legRules, networks, pass, departureSeconds, reaches);
    } else if (pass) {
      return state;
    }
    System.arraycopy(before, 0, scratch, 0, scratch.length);
    if (after == null) {
      scratch[feeds.size()]++;
    } else {
      scratch[feed] = options.get(feed).number(after);
    }
    return states.number(scratch);
  }

  /// The least to be paid for what was ridden, for one person; what is known of it.
  public int cents(int state) {
    int[] parts = states.get(state);
    int cents = 0;
    for (int feed = 0; feed < feeds.size(); feed++) {
      cents += TicketOptions.leastCents(options.get(feed).get(parts[feed]));
    }
    return cents;
  }

  /// How many rides have no price.
  public int unknownRides(int state) {
    return states.get(state)[feeds.size()];
  }

  /// Whether a ride of a route that begins at either stop is paid by the same rules, whenever it
  /// departs.
  public boolean boardAlike(int route, int stop, int other) {
    int feed = feedOfRoute[route];
    FeedTickets tickets = feeds.get(feed).tickets();
    return stop == other
        || !dependsOnStop[feed]
            && (tickets == null || !tickets.timed && tickets.isAlike(route, stop, other));
  }

  /// Whether two legs are paid by the same rules that go on with a ride from one stop by staying
  /// seated, whenever they departed.
  ///
  /// @param route of the ride
  /// @param seated what was ridden of the one before
  /// @param other what was ridden of the other
  public boolean staysAlike(int route, @Nullable FareLeg seated, @Nullable FareLeg other) {
    if (seated == null || other == null) {
      return seated == other;
    }
    int feed = feedOfRoute[route];
    FeedTickets tickets = feeds.get(feed).tickets();
    boolean byStop = tickets == null || tickets.timed || dependsOnStop[feed];
    return Arrays.equals(seated.networks(), other.networks())
        && (seated.fromStop() == other.fromStop() && seated.measure().equals(other.measure())
            || tickets != null
                && !byStop
                && tickets.isAlike(route, seated.fromStop(), other.fromStop()));
  }

  /// Whether a ride of a route that ends at either stop leads to the same state, whenever it
  /// arrives.
  public boolean alightAlike(int route, int stop, int other) {
    int feed = feedOfRoute[route];
    FeedTickets tickets = feeds.get(feed).tickets();
    return !dependsOnStop[feed]
        && (tickets == null || !tickets.arrivalsCount && tickets.isAlike(route, stop, other));
  }

  /// What is ridden of a leg by who stays seated from one route into another; null where the next
  /// ride begins a new leg.
  ///
  /// @param seated what was ridden of the leg before the ride that ends, null where nothing was
  public @Nullable FareLeg stay(
      @Nullable FareLeg seated, int route, int boardStop, int lastStop, int next) {
    int feed = feedOfRoute[route];
    FeedTickets tickets = feeds.get(feed).tickets();
    return feed == feedOfRoute[next] && tickets != null && tickets.isOneLeg(route, next)
        ? tickets.with(seated, route, boardStop, lastStop)
        : null;
  }

  /// The state of who rides no more: only what was paid counts.
  public int finished(int state) {
    return paidOnly(cents(state), unknownRides(state));
  }

  /// The state of who rides no more and has paid as little as who goes on from a state may have
  /// paid in the end.
  public int leastFinished(int state) {
    while (leastFinished.size() <= state) {
      leastFinished.add(UNKNOWN);
    }
    if (leastFinished.get(state) == UNKNOWN) {
      leastFinished.set(state, paidOnly(leastInAll(state), unknownRides(state)));
    }
    return leastFinished.get(state);
  }

  int leastInAll(int state) {
    int[] parts = states.get(state);
    int cents = 0;
    for (int feed = 0; feed < feeds.size(); feed++) {
      FeedTickets tickets = feeds.get(feed).tickets();
      if (tickets != null && tickets.givesDiscounts) {
        return -FeedTickets.UNBOUNDED;
      }
      cents += TicketOptions.leastInAll(options.get(feed).get(parts[feed]));
    }
    return cents;
  }

  int paidOnly(int cents, int unknownRides) {
    Arrays.fill(scratch, 0);
    scratch[feeds.size()] = unknownRides;
    if (feeds.isEmpty() || cents == 0) {
      return states.number(scratch);
    }
    int[] paid = TicketOptions.start();
    paid[TicketOptions.CENTS] = cents;
    scratch[0] = options.getFirst().number(paid);
    return states.number(scratch);
  }

  /// Whether to begin a leg of a route at one time in a state is no worse than at another: a ticket
  /// bought then is no older, where that is never worse, and those in hand have not expired in
  /// between.
  public boolean mayBegin(int route, int state, int seconds, int otherSeconds) {
    return isSameStep(seconds, otherSeconds)
        || seconds > otherSeconds && prefersNewer[feedOfRoute[route]] && seconds <= lastUse(state);
  }

  /// Whether tickets bought at two times count as equally old.
  public boolean isSameStep(int seconds, int otherSeconds) {
    return Math.floorDiv(seconds, ticketStepSeconds)
        == Math.floorDiv(otherSeconds, ticketStepSeconds);
  }

  /// Whether it may pay to begin a leg of a route later than one could. On the last one it does not
  /// where a newer ticket is all that one gets for waiting.
  public boolean mayPayToWait(int route, boolean last) {
    int feed = feedOfRoute[route];
    return last ? !prefersSooner[feed] : paysByTicket[feed];
  }

  /// Whether a rule holds of every feed whose tickets may pay for a ride of one.
  private boolean isAlways(int feed, Predicate<TicketFeed> rule) {
    boolean adopted = extension.isAdopted(feed);
    boolean always = true;
    for (int paying = 0; paying < feeds.size(); paying++) {
      always &= paying != feed && !adopted || rule.test(feeds.get(paying));
    }
    return always;
  }

  private int lastUse(int state) {
    while (lastUses.size() <= state) {
      lastUses.add(UNKNOWN);
    }
    if (lastUses.get(state) == UNKNOWN) {
      lastUses.set(state, findLastUse(state));
    }
    return lastUses.get(state);
  }

  private int findLastUse(int state) {
    int[] parts = states.get(state);
    int last = Integer.MAX_VALUE;
    for (int feed = 0; feed < feeds.size(); feed++) {
      TicketOptions ways = feeds.get(feed).options();
      if (ways != null) {
        last = Math.min(last, ways.lastUse(options.get(feed).get(parts[feed])));
      }
    }
    return last;
  }

  /// See [TicketKinds].
  int kind(int state) {
    return kinds.of(state);
  }

  /// See [TicketKinds].
  boolean isNoDearer(int kind, int other) {
    return kinds.isNoDearer(kind, other);
  }
}
