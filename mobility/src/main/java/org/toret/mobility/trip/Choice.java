package org.toret.mobility.trip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.toret.mobility.plan.When;

/// Which of many alternatives are sent, so that everybody finds one's own among them: the best in
/// each criterion; of public transport the usual one, and the best in each criterion; the usual one
/// of every other group, those in one vehicle before those that join two. Then always the one
/// farthest from all those chosen.
///
/// What is *usual* counts everything in seconds: the time on the way, a quarter of the time that it
/// leaves later (arrives earlier) than asked, five minutes for each change, money at 10 EUR an hour
/// and emissions at 0.20 EUR a kilogram. These weights are assumptions: they order what is shown
/// and remove nothing.
///
/// Who gains two minutes at most by changing once more, by boarding anything instead of going on
/// foot or in the vehicle one has, or by riding to a station instead of walking, and saves nothing,
/// is not among them: all that was found is sent to who asks for it. What costs ten minutes more
/// than the usual one of its group, whenever it leaves, or is clearly beaten in it (another arrives
/// at least ten minutes earlier, leaves at most five minutes earlier, costs no more and changes no
/// more often), comes last, however different: a few watt-hours are no reason to show an hour's
/// detour before a usual trip.
final class Choice {

  private static final int MUCH_EARLIER_SECONDS = 600;
  private static final int LITTLE_EARLIER_SECONDS = 300;

  /// So much more than the usual one of its group is not usual.
  private static final double UNUSUAL_SECONDS = 600;

  static final int HARDLY_SECONDS = 120;

  private static final double CHANGE_SECONDS = 300;
  private static final double SECONDS_A_CENT = 3.6;
  private static final double SECONDS_A_GRAM = 0.072;
  private static final String PUBLIC = "public";

  /// More than any distance between two alternatives.
  private static final double BEATEN_LAST = 100;

  private static final ToLongFunction<Draft> FARE =
      draft -> cost(draft.costs().fare().known(), draft.costs().fare().atLeastCents());

  private static final List<ToLongFunction<Draft>> CRITERIA =
      List.of(
          FARE,
          draft -> cost(draft.costs().energy().known(), draft.costs().energy().atLeastWattHours()),
          draft ->
              cost(draft.costs().emissions().known(), draft.costs().emissions().atLeastGramsCO2e()),
          Draft::seconds,
          Draft::transfers);

  private static final Comparator<Draft> ORDER =
      Comparator.comparingLong(Draft::arrival)
          .thenComparing(Comparator.comparingLong(Draft::departure).reversed());

  private Choice() {}

  /// At most `most` of the front in order of arrival; all of them for 0.
  static List<Draft> of(List<Draft> front, int most, When when) {
    List<Draft> all = front.stream().sorted(ORDER).toList();
    return most == 0
        ? all
        : chosen(all.stream().filter(draft -> !isHardlyBetter(all, draft)).toList(), most, when);
  }

  private static List<Draft> chosen(List<Draft> all, int most, When when) {
    if (all.size() <= most) {
      return all;
    }
    Set<Draft> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Draft draft : wanted(all, when)) {
      if (chosen.size() < most) {
        chosen.add(draft);
      }
    }
    Distances distances = new Distances(all);
    while (chosen.size() < most) {
      chosen.add(all.get(distances.farthest(chosen)));
    }
    return all.stream().filter(chosen::contains).toList();
  }

  /// Those that must not be missed, the most important first; some more than once.
  private static List<Draft> wanted(List<Draft> all, When when) {
    List<Draft> wanted = new ArrayList<>(best(all, when));
    Map<String, List<Draft>> groups =
        all.stream()
            .collect(Collectors.groupingBy(Draft::group, TreeMap::new, Collectors.toList()));
    List<Draft> timetable = groups.getOrDefault(PUBLIC, List.of());
    Comparator<Draft> byUse =
        Comparator.comparingDouble(draft -> usualSeconds(draft) + apartSeconds(draft, when) / 4.0);
    timetable.stream().min(byUse).ifPresent(wanted::add);
    wanted.addAll(best(timetable, when));
    groups.values().stream()
        .map(group -> Collections.min(group, byUse))
        .sorted(Comparator.comparing((Draft one) -> one.group().contains("+")).thenComparing(byUse))
        .forEach(wanted::add);
    return wanted;
  }

  /// The first to arrive, or the last to leave where one must arrive by a time, and the best in
  /// each criterion.
  private static List<Draft> best(List<Draft> all, When when) {
    ToLongFunction<Draft> time = when.arriveBy() ? draft -> -draft.departure() : Draft::arrival;
    Comparator<Draft> order = Comparator.comparingLong(time).thenComparing(ORDER);
    return all.isEmpty()
        ? List.of()
        : Stream.concat(Stream.of(time), CRITERIA.stream())
            .map(criterion ->
                Collections.min(all, Comparator.comparingLong(criterion).thenComparing(order)))
            .toList();
  }

  private static double usualSeconds(Draft draft) {
    return draft.seconds()
        + CHANGE_SECONDS * draft.transfers()
        + SECONDS_A_CENT * draft.costs().fare().atLeastCents()
        + SECONDS_A_GRAM * draft.costs().emissions().atLeastGramsCO2e();
  }

  /// How far it is from the time asked for.
  private static long apartSeconds(Draft draft, When when) {
    long at = when.at().getEpochSecond();
    return draft.fixed()
        ? Math.abs(when.arriveBy() ? at - draft.arrival() : draft.departure() - at)
        : 0;
  }

  private static boolean isHardlyBetter(List<Draft> all, Draft one) {
    return all.stream()
        .anyMatch(other ->
            isSimpler(other, one)
                && gainSeconds(one, other) <= HARDLY_SECONDS
                && Front.coversCosts(other, one));
  }

  private static boolean isSimpler(Draft one, Draft other) {
    boolean fewer = one.transfers() < other.transfers() && one.group().equals(other.group());
    boolean last = one.group().equals(PUBLIC) && other.group().endsWith("+" + PUBLIC);
    boolean part = one.transfers() <= other.transfers() && (last || Front.isPart(one, other));
    return one.fixed() ? (fewer || last && part) && other.fixed() : part;
  }

  /// How much later one leaves, and how much earlier one arrives, than with another.
  private static long gainSeconds(Draft one, Draft other) {
    if (!other.fixed()) {
      return other.seconds() - one.seconds();
    }
    return Math.max(0, one.departure() - other.departure())
        + Math.max(0, other.arrival() - one.arrival());
  }

  private static boolean isUnusual(List<Draft> all, Draft one) {
    double most = usualSeconds(one) - UNUSUAL_SECONDS;
    return all.stream()
        .anyMatch(other -> other.group().equals(one.group()) && usualSeconds(other) < most);
  }

  private static boolean isClearlyBeaten(List<Draft> all, Draft one) {
    for (Draft other : all) {
      if (other.group().equals(one.group())
          && other.arrival() <= one.arrival() - MUCH_EARLIER_SECONDS
          && other.departure() >= one.departure() - LITTLE_EARLIER_SECONDS
          && other.transfers() <= one.transfers()
          && FARE.applyAsLong(other) <= FARE.applyAsLong(one)) {
        return true;
      }
    }
    return false;
  }

  /// How far alternatives are from those chosen.
  private static final class Distances {

    private final List<Draft> all;
    private final double[][] positions;
    private final boolean[] last;

    Distances(List<Draft> all) {
      this.all = all;
      positions = positions(all);
      last = new boolean[all.size()];
      for (int i = 0; i < last.length; i++) {
        last[i] = isUnusual(all, all.get(i)) || isClearlyBeaten(all, all.get(i));
      }
    }

    /// The one farthest from all those chosen; what comes last only where nothing else is left.
    int farthest(Set<Draft> chosen) {
      int best = -1;
      double bestDistance = -1;
      for (int i = 0; i < last.length; i++) {
        if (chosen.contains(all.get(i))) {
          continue;
        }
        double nearest = BEATEN_LAST;
        for (int j = 0; j < last.length; j++) {
          if (chosen.contains(all.get(j))) {
            nearest = Math.min(nearest, distance(positions[i], positions[j]));
          }
        }
        double rank = last[i] ? nearest : nearest + BEATEN_LAST;
        if (rank > bestDistance) {
          bestDistance = rank;
          best = i;
        }
      }
      return best;
    }

    /// Each criterion scaled to 0 … 1 over the front, departure among them.
    private static double[][] positions(List<Draft> all) {
      List<ToLongFunction<Draft>> axes = new ArrayList<>(CRITERIA);
      axes.add(Draft::arrival);
      axes.add(Draft::departure);
      double[][] positions = new double[all.size()][axes.size()];
      for (int axis = 0; axis < axes.size(); axis++) {
        ToLongFunction<Draft> value = axes.get(axis);
        long least = all.stream().mapToLong(value).min().orElse(0);
        long most = all.stream().mapToLong(value).max().orElse(0);
        for (int i = 0; i < positions.length; i++) {
          positions[i][axis] =
              most == least ? 0 : (double) (value.applyAsLong(all.get(i)) - least) / (most - least);
        }
      }
      return positions;
    }

    private static double distance(double[] a, double[] b) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += (a[i] - b[i]) * (a[i] - b[i]);
      }
      return sum;
    }
  }

  /// An unknown cost ranks behind every known one.
  private static long cost(boolean known, int atLeast) {
    return known ? atLeast : Integer.MAX_VALUE + (long) atLeast;
  }

  /// The time asked about on the next page: the end of this window; of who must arrive a window
  /// after this time.
  ///
  /// @param searched where the window moved to
  static Instant later(When when, When searched) {
    Instant from = when.arriveBy() ? when.at() : when.at().plus(when.window());
    Instant to = searched.arriveBy() ? searched.at() : searched.at().plus(searched.window());
    Instant after = to.isAfter(from) ? to.plusSeconds(1) : from;
    return when.arriveBy() ? after.plus(when.window()) : after;
  }

  /// The same on the page before, the other way round.
  static Instant earlier(When when, When searched) {
    Instant from = when.arriveBy() ? when.at().minus(when.window()) : when.at();
    Instant to = searched.arriveBy() ? searched.at().minus(searched.window()) : searched.at();
    Instant before = to.isBefore(from) ? to.minusSeconds(1) : from;
    return when.arriveBy() ? before : before.minus(when.window());
  }
}
