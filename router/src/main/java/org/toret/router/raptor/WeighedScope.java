package org.toret.router.raptor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which journeys a weighed search looks at: those near one of the fastest.
///
/// The fastest journeys of a question, best in departure and arrival whatever the rides, form a
/// chain. A journey is of interest while it leaves at most a slack before one of them and arrives
/// at most the slack after it; and takes at most one ride more than the fastest journey with the
/// most. What is at least as good as a journey of interest in every criterion is itself of
/// interest, so the answer is a part of the whole front: a restricted Pareto set [1], here with
/// departures.
///
/// Times are forward in time.
///
/// 1. Delling, Dibbelt, Pajor: Fast and Exact Public Transit Routing with Restricted Pareto Sets.
///    ALENEX 2019.
final class WeighedScope {

  /// How many more rides than the fastest journeys a journey of interest may have.
  static final int MORE_RIDES = 1;

  private final RangeQuery asked;
  private final int slackSeconds;
  private final List<RaptorJourney> chain;
  private final int mostRides;

  /// @param fastest what is best in departure, arrival and rides within the window asked about
  WeighedScope(RangeQuery asked, List<RaptorJourney> fastest, int slackSeconds) {
    this.asked = asked;
    this.slackSeconds = slackSeconds;
    chain = chain(fastest);
    int most = fastest.stream().mapToInt(RaptorJourney::boardings).max().orElse(0);
    mostRides = Math.min(asked.maxRides(), most + MORE_RIDES);
  }

  /// The latest departure first; each arrives earlier than the one before.
  private static List<RaptorJourney> chain(List<RaptorJourney> fastest) {
    List<RaptorJourney> sorted = new ArrayList<>(fastest);
    sorted.sort(
        Comparator.comparingInt(RaptorJourney::departureSeconds)
            .reversed()
            .thenComparingInt(RaptorJourney::arrivalSeconds));
    List<RaptorJourney> chain = new ArrayList<>();
    for (RaptorJourney journey : sorted) {
      if (chain.isEmpty() || journey.arrivalSeconds() < chain.getLast().arrivalSeconds()) {
        chain.add(journey);
      }
    }
    return chain;
  }

  boolean isEmpty() {
    return chain.isEmpty();
  }

  /// The latest departure of interest. Where one must arrive by a time, it may lie behind those of
  /// the fastest: those are not among them that something beyond the window is better than.
  int lastSeconds() {
    return asked.arriveBy()
        ? latestArrival(chain.getFirst().departureSeconds())
        : asked.atSeconds() + asked.windowSeconds();
  }

  /// Whether what leaves after the last departure may be better than what leaves before.
  boolean looksBeyond() {
    return !asked.arriveBy();
  }

  /// Earlier arrivals are not asked about.
  int firstArrival() {
    return asked.arriveBy() ? asked.atSeconds() - asked.windowSeconds() : LatestTimes.NEVER;
  }

  /// The latest arrival of interest for who leaves at a time, [LatestTimes#NEVER] where none is.
  int latestArrival(int seconds) {
    for (RaptorJourney journey : chain) {
      if (journey.departureSeconds() <= seconds + slackSeconds) {
        int latest = journey.arrivalSeconds() + slackSeconds;
        return asked.arriveBy() ? Math.min(asked.atSeconds(), latest) : latest;
      }
    }
    return LatestTimes.NEVER;
  }

  /// The latest arrival of interest for whoever leaves.
  int lastArrival() {
    return latestArrival(lastSeconds() + 1);
  }

  /// The question forward in time, about the departures of interest.
  RangeQuery query() {
    int first = chain.getLast().departureSeconds() - slackSeconds;
    int from = asked.arriveBy() ? first : Math.max(first, asked.atSeconds());
    return asked.leaving(from, lastSeconds() - from, mostRides);
  }
}
