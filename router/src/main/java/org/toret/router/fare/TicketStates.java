package org.toret.router.fare;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.toret.base.columns.DistinctRows;
import org.toret.base.columns.IntList;
import org.toret.router.label.FareOrder;

/// The ticket automaton of one question: what was paid so far and what may still be ridden on it,
/// as one number that a search can carry in its labels.
///
/// Those of a party who hold the same pay the same, and are followed together; a party in which
/// somebody holds what others do not is followed as so many travellers, whose states make up the
/// state of the party. As long as one rides, that covers another only where each of them is
/// covered: somewhat more is kept than must be, and nothing is lost. In the end the sum counts.
///
/// Cost: that of [TravellerStates] for each who holds something else. Not thread-safe.
public final class TicketStates implements FareOrder {

  private final List<TravellerStates> travellers;
  private final int[] persons;
  private final TravellerStates first;
  private final boolean alone;
  private final DistinctRows states = new DistinctRows();
  private final DistinctRows kinds = new DistinctRows();
  private final IntList kindsOfStates = new IntList();
  private final int[] scratch;

  /// @param travellers one for each of those who hold something else
  /// @param persons how many each stands for
  TicketStates(List<TravellerStates> travellers, int[] persons) {
    this.travellers = List.copyOf(travellers);
    this.persons = persons;
    first = travellers.getFirst();
    alone = travellers.size() == 1;
    scratch = new int[travellers.size()];
    var _ = number(TravellerStates::start);
  }

  /// Nothing ridden, nothing paid.
  public int start() {
    return 0;
  }

  /// The state after one more ride.
  ///
  /// @param departureSeconds since the base of the search
  /// @param arrivalSeconds in the same way
  public int ride(
      int state,
      int route,
      int boardStop,
      int alightStop,
      int departureSeconds,
      int arrivalSeconds) {
    return ride(state, null, route, boardStop, alightStop, departureSeconds, arrivalSeconds);
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
    if (alone) {
      return first.ride(
          state, seated, route, boardStop, alightStop, departureSeconds, arrivalSeconds);
    }
    int[] before = states.get(state);
    for (int i = 0; i < scratch.length; i++) {
      scratch[i] =
          travellers
              .get(i)
              .ride(
                  before[i],
                  seated,
                  route,
                  boardStop,
                  alightStop,
                  departureSeconds,
                  arrivalSeconds);
    }
    return states.number(scratch);
  }

  /// The least to be paid for what was ridden, by the whole party; what is known of it.
  public int cents(int state) {
    int cents = 0;
    for (int i = 0; i < persons.length; i++) {
      cents += persons[i] * travellers.get(i).cents(part(state, i));
    }
    return cents;
  }

  /// How many rides have no price for whom most have none.
  public int unknownRides(int state) {
    int most = 0;
    for (int i = 0; i < persons.length; i++) {
      most = Math.max(most, travellers.get(i).unknownRides(part(state, i)));
    }
    return most;
  }

  /// Whether a ride of a route that begins at either stop is paid by the same rules, whenever it
  /// departs.
  public boolean boardAlike(int route, int stop, int other) {
    for (TravellerStates traveller : travellers) {
      if (!traveller.boardAlike(route, stop, other)) {
        return false;
      }
    }
    return true;
  }

  /// Whether two legs are paid by the same rules that go on with a ride from one stop by staying
  /// seated, whenever they departed.
  ///
  /// @param route of the ride
  /// @param seated what was ridden of the one before
  /// @param other what was ridden of the other
  public boolean staysAlike(int route, @Nullable FareLeg seated, @Nullable FareLeg other) {
    for (TravellerStates traveller : travellers) {
      if (!traveller.staysAlike(route, seated, other)) {
        return false;
      }
    }
    return true;
  }

  /// Whether a ride of a route that ends at either stop leads to the same state, whenever it
  /// arrives.
  public boolean alightAlike(int route, int stop, int other) {
    for (TravellerStates traveller : travellers) {
      if (!traveller.alightAlike(route, stop, other)) {
        return false;
      }
    }
    return true;
  }

  /// What is ridden of a leg by who stays seated from one route into another; null where the next
  /// ride begins a new leg. What one holds does not matter for it.
  ///
  /// @param seated what was ridden of the leg before the ride that ends, null where nothing was
  public @Nullable FareLeg stay(
      @Nullable FareLeg seated, int route, int boardStop, int lastStop, int next) {
    return first.stay(seated, route, boardStop, lastStop, next);
  }

  /// The state of those who ride no more: only what was paid counts.
  public int finished(int state) {
    return alone ? first.finished(state) : paidOnly(cents(state), state);
  }

  /// The state of those who ride no more and have paid as little as who goes on from a state may
  /// have paid in the end.
  public int leastFinished(int state) {
    if (alone) {
      return first.leastFinished(state);
    }
    long cents = 0;
    for (int i = 0; i < persons.length; i++) {
      cents += (long) persons[i] * travellers.get(i).leastInAll(part(state, i));
    }
    return paidOnly((int) Math.max(cents, -FeedTickets.UNBOUNDED), state);
  }

  /// What the party paid, as if the first had paid it: so that only the sum counts.
  private int paidOnly(int cents, int state) {
    int unknown = unknownRides(state);
    Arrays.fill(scratch, first.start());
    scratch[0] = first.paidOnly(cents, unknown);
    return states.number(scratch);
  }

  /// Whether to begin a leg of a route at one time in a state is no worse than at another: a ticket
  /// bought then is no older, where that is never worse, and those in hand have not expired in
  /// between.
  public boolean mayBegin(int route, int state, int seconds, int otherSeconds) {
    for (int i = 0; i < persons.length; i++) {
      if (!travellers.get(i).mayBegin(route, part(state, i), seconds, otherSeconds)) {
        return false;
      }
    }
    return true;
  }

  /// Whether tickets bought at two times count as equally old.
  public boolean isSameStep(int seconds, int otherSeconds) {
    return first.isSameStep(seconds, otherSeconds);
  }

  /// Whether it may pay to begin a leg of a route later than one could. On the last one it does not
  /// where a newer ticket is all that one gets for waiting.
  public boolean mayPayToWait(int route, boolean last) {
    for (TravellerStates traveller : travellers) {
      if (traveller.mayPayToWait(route, last)) {
        return true;
      }
    }
    return false;
  }

  /// Whether who is in state `a` never pays more in all than who is in `b`, whatever both ride
  /// afterwards.
  public boolean covers(int a, int b) {
    return a == b || isNoDearer(kind(a), kind(b));
  }

  @Override
  public int kind(int state) {
    if (alone) {
      return first.kind(state);
    }
    while (kindsOfStates.size() <= state) {
      int[] parts = states.get(kindsOfStates.size());
      for (int i = 0; i < parts.length; i++) {
        scratch[i] = travellers.get(i).kind(parts[i]);
      }
      kindsOfStates.add(kinds.number(scratch));
    }
    return kindsOfStates.get(state);
  }

  @Override
  public boolean isNoDearer(int kind, int other) {
    if (alone || kind == other) {
      return kind == other || first.isNoDearer(kind, other);
    }
    int[] one = kinds.get(kind);
    int[] two = kinds.get(other);
    for (int i = 0; i < one.length; i++) {
      if (!travellers.get(i).isNoDearer(one[i], two[i])) {
        return false;
      }
    }
    return true;
  }

  private int part(int state, int traveller) {
    return alone ? state : states.get(state)[traveller];
  }

  private int number(ToIntFunction<TravellerStates> part) {
    for (int i = 0; i < scratch.length; i++) {
      scratch[i] = part.applyAsInt(travellers.get(i));
    }
    return states.number(scratch);
  }
}
