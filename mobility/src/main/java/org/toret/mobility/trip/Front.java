package org.toret.mobility.trip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.toret.base.geo.Distance;
import org.toret.base.notice.Notice;
import org.toret.mobility.plan.Costs;
import org.toret.mobility.plan.NoticeScope;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.When;

/// Which alternatives are worth showing: those that no other of their group is at least as good as
/// in departure, arrival, transfers, fare, energy and emissions, and better in one; or in the first
/// three, where only times are asked about.
///
/// Owning a vehicle and pedalling are costs outside the six, so groups do not remove one another;
/// only walking, which everybody can do, may remove members of any group, and a way that joins two
/// (`bike+public`) must be better than either alone. What has no timetable is compared with its
/// departure shifted to the other's. Published, rounded numbers are compared.
final class Front {

  private static final String WALK = "walk";

  /// Who is driven by somebody compares with driving.
  private static final String LIFT = "lift+";

  private static final String CAR = "car+";

  private Front() {}

  /// The members that nothing dominates, in their order; of equals the first.
  ///
  /// @param costsCount whether fare, energy and emissions do
  static List<Draft> of(List<Draft> drafts, boolean costsCount) {
    List<Draft> front = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      if (!isDominated(drafts, i, costsCount)) {
        front.add(drafts.get(i));
      }
    }
    return front;
  }

  /// Those that have not left yet where somebody asks to arrive by a time to come; all of them
  /// where the time has passed.
  ///
  /// @param searched where the window moved to
  static List<Draft> ahead(List<Draft> drafts, When when, When searched, Instant now) {
    boolean toCome = when.arriveBy() && !when.at().isBefore(now);
    List<Draft> kept =
        toCome
            ? drafts.stream().filter(draft -> draft.departure() >= now.getEpochSecond()).toList()
            : drafts;
    return onThisPage(kept, searched);
  }

  /// Without those that leave after the window (arrive before it), which are on the next page: a
  /// nearer stop was found for them. Kept where nothing of its group is as good in the window.
  private static List<Draft> onThisPage(List<Draft> drafts, When when) {
    Predicate<Draft> inWindow = isInWindow(when);
    return drafts.stream()
        .filter(draft ->
            inWindow.test(draft)
                || drafts.stream()
                    .filter(other -> other.fixed() && inWindow.test(other))
                    .filter(other -> other.group().equals(draft.group()))
                    .noneMatch(other ->
                        when.arriveBy()
                            ? other.departure() >= draft.departure()
                            : other.arrival() <= draft.arrival()))
        .toList();
  }

  private static Predicate<Draft> isInWindow(When when) {
    long from = when.at().minus(when.window()).getEpochSecond();
    long until = when.at().plus(when.window()).getEpochSecond();
    return draft ->
        !draft.fixed() || (when.arriveBy() ? draft.arrival() >= from : draft.departure() <= until);
  }

  /// Leaves out what is told of ways by car or by public transport, where none of them is left:
  /// beaten, or not among those sent. What keeps a car out now is not told where only cars are left
  /// that wait until they may enter, nor that they may later where none of those is.
  static void forget(List<Notice> notices, List<Draft> drafts, List<Draft> front) {
    Predicate<Draft> car = draft -> draft.group().equals("car");
    if (isLost(drafts, front, car)) {
      notices.removeIf(NoticeScope::isOfCars);
    }
    if (isLost(drafts, front, car.and(draft -> !draft.fixed()))) {
      notices.removeIf(NoticeScope::keepsOut);
    }
    if (isLost(drafts, front, car.and(Draft::fixed))) {
      notices.removeIf(NoticeScope::tellsOpening);
    }
    if (isLost(drafts, front, draft -> draft.modes().stream().anyMatch(TravelMode::isTransit))) {
      notices.removeIf(NoticeScope::isOfTransit);
    }
  }

  private static boolean isLost(List<Draft> drafts, List<Draft> front, Predicate<Draft> kind) {
    return drafts.stream().anyMatch(kind) && front.stream().noneMatch(kind);
  }

  private static boolean isDominated(List<Draft> drafts, int index, boolean costsCount) {
    Draft one = drafts.get(index);
    for (int i = 0; i < drafts.size(); i++) {
      Draft other = drafts.get(i);
      if (i != index
          && competes(other.group(), one.group())
          && covers(other, one, costsCount)
          && (i < index || !covers(one, other, costsCount))) {
        return true;
      }
    }
    return false;
  }

  private static boolean competes(String group, String joined) {
    String with = joined.replace(LIFT, CAR);
    return group.equals(joined)
        || group.equals(WALK)
        || with.startsWith(group + "+")
        || with.endsWith("+" + group);
  }

  /// Whether one goes all the way on foot, or in what the other begins in.
  static boolean isPart(Draft a, Draft b) {
    String with = b.group().replace(LIFT, CAR);
    return a.group().equals(WALK) && !with.equals(WALK) || with.startsWith(a.group() + "+");
  }

  private static boolean covers(Draft a, Draft b, boolean costsCount) {
    return coversTime(a, b) && a.transfers() <= b.transfers() && (!costsCount || coversCosts(a, b));
  }

  /// Whether `a` costs no more money, energy and emissions than `b`.
  static boolean coversCosts(Draft a, Draft b) {
    return coversFare(a, b) && coversEnergy(a, b) && coversEmissions(a, b);
  }

  private static boolean coversTime(Draft a, Draft b) {
    if (a.fixed() && b.fixed()) {
      return a.departure() >= b.departure() && a.arrival() <= b.arrival();
    }
    long durationA = a.seconds();
    long durationB = b.seconds();
    return !a.fixed() && durationA <= durationB;
  }

  private static boolean coversFare(Draft a, Draft b) {
    Costs.Fare x = a.costs().fare();
    Costs.Fare y = b.costs().fare();
    return covers(
        x.known(),
        x.atLeastCents(),
        unpriced(a, x.unknownLegs()),
        y.known(),
        y.atLeastCents(),
        unpriced(b, y.unknownLegs()));
  }

  private static boolean coversEnergy(Draft a, Draft b) {
    Costs.Energy x = a.costs().energy();
    Costs.Energy y = b.costs().energy();
    return covers(
            x.known(),
            x.atLeastWattHours(),
            unweighed(a, x.unknownLegs()),
            y.known(),
            y.atLeastWattHours(),
            unweighed(b, y.unknownLegs()))
        && (x.known() || drivenMetres(a) <= drivenMetres(b));
  }

  private static boolean coversEmissions(Draft a, Draft b) {
    Costs.Emissions x = a.costs().emissions();
    Costs.Emissions y = b.costs().emissions();
    return covers(
            x.known(),
            x.atLeastGramsCO2e(),
            unweighed(a, x.unknownLegs()),
            y.known(),
            y.atLeastGramsCO2e(),
            unweighed(b, y.unknownLegs()))
        && (x.known() || drivenMetres(a) <= drivenMetres(b));
  }

  /// A known cost covers another when it is at most what the other costs at least; unknown ones
  /// compare by their known part when the same legs are unknown; an unknown never covers a known.
  private static boolean covers(
      boolean knownA, int atLeastA, List<?> legsA, boolean knownB, int atLeastB, List<?> legsB) {
    if (knownA) {
      return atLeastA <= atLeastB;
    }
    return !knownB && atLeastA <= atLeastB && legsA.equals(legsB);
  }

  private record LegKey(Object what, int board, int alight) {}

  /// What uses nobody knows how much. Of cars that are left somewhere the shorter drive uses less.
  private static List<LegKey> unweighed(Draft draft, List<Integer> positions) {
    return positions.stream()
        .map(position -> draft.legs().get(position))
        .map(leg -> leg.parked() == null ? key(leg) : new LegKey(leg.mode(), 0, 0))
        .toList();
  }

  private static int drivenMetres(Draft draft) {
    return draft.legs().stream()
        .filter(leg -> leg.parked() != null)
        .mapToInt(DraftLeg::metres)
        .sum();
  }

  /// Whose price is unknown, once for each reason. Of a car that is left somewhere only why counts,
  /// however far it drives: one unknown price of parking is as good as another.
  private static List<LegKey> unpriced(Draft draft, List<Integer> positions) {
    return positions.stream()
        .map(position -> {
          String reason = draft.legCosts().get(position).fare().reason();
          return draft.legs().get(position).parked() == null || reason == null
              ? key(draft.legs().get(position))
              : new LegKey(reason, 0, 0);
        })
        .toList();
  }

  private static LegKey key(DraftLeg leg) {
    var ride = leg.ride();
    return ride == null
        ? new LegKey(leg.mode(), leg.metres(), leg.seconds())
        : new LegKey(ride.trip() + "@" + ride.serviceDate(), ride.boardCall(), ride.alightCall());
  }

  /// All the way on foot, farther than anybody walks by the question, or though nobody asked.
  ///
  /// @param removed whether something was left out for it
  record LongWalk(int metres, int seconds, boolean removed) {

    /// Who walks this part of the whole way walks most of it.
    private static final double MOST = 2.0 / 3;

    /// The least it can be.
    static LongWalk straight(PlanRequest request, List<Site> places) {
      double metres = 0;
      for (int i = 1; i < places.size(); i++) {
        metres += Distance.metres(places.get(i - 1).point(), places.get(i).point());
      }
      double seconds = metres / request.traveller().walkMetresPerSecond();
      return new LongWalk((int) metres, (int) seconds, false);
    }

    static boolean isWalk(Draft draft) {
      return draft.modes().stream().allMatch(TravelMode.WALK::equals);
    }

    /// Whether somebody who goes that way walks most of this one and is hardly sooner there.
    boolean covers(Draft draft) {
      int walked =
          draft.legs().stream()
              .filter(leg -> leg.mode() == TravelMode.WALK)
              .mapToInt(DraftLeg::metres)
              .sum();
      return walked >= MOST * metres && draft.seconds() >= seconds - Choice.HARDLY_SECONDS;
    }

    /// Leaves out what it covers; where there is nothing else all but the first to arrive, or the
    /// last to leave where one must arrive by a time.
    LongWalk judge(List<Draft> drafts, When when) {
      Comparator<Draft> order =
          Comparator.comparingLong(draft -> when.arriveBy() ? -draft.departure() : draft.arrival());
      Optional<Draft> first = drafts.stream().min(order.thenComparingLong(Draft::seconds));
      boolean some =
          drafts.stream().allMatch(this::covers)
              ? drafts.removeIf(draft -> draft != first.orElseThrow())
              : drafts.removeIf(this::covers);
      return new LongWalk(metres, seconds, some);
    }

    /// Whether there are ways by timetable, and none is quicker.
    boolean isQuickest(List<Draft> drafts) {
      return drafts.stream()
              .filter(draft -> draft.group().equals("public"))
              .mapToLong(Draft::seconds)
              .min()
              .orElse(0)
          >= seconds;
    }
  }
}
