package org.toret.mobility.trip;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.toret.mobility.need.TransitNotices;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.When;
import org.toret.router.path.PathOptions;

/// Finds the journeys by timetable that pass given places in their order, best in departure,
/// arrival and vehicles boarded over the whole.
///
/// **How.** Place after place, beginning where the traveller's time is fixed: at the start, or at
/// the destination when one must arrive by a time. All that is best up to a place is joined with
/// what is best from there to the next: with each continuation that arrives earlier or boards fewer
/// vehicles than all before it, and with the way on foot alone. What another covers is left out
/// after every place. Two things are more than the parts:
///
/// - Who passes a stop aboard a vehicle neither alights nor boards, so such a journey may be best
///   though its parts are not. Stops on the way are therefore also passed by searching from the
///   place before to the place behind them, and keeping what touches them in their order. What is
///   best neither in a part nor over both is still missed: see `docs/decisions/009-via.md`.
/// - A journey that waits at a place may be covered by one that leaves after the window. The window
///   is therefore searched further than asked for, as far as somebody could still leave and catch
///   the last part; what lies beyond serves only to compare.
///
/// **Cost.** One range search for each pair of places with nothing but stops between them, and one
/// walk for each two neighbours. One for each question; not thread-safe.
final class ViaSearch {

  /// How far beyond the window is searched at first.
  private static final int AHEAD_SECONDS = 3600;

  /// How often the window may move or grow.
  private static final int MOST_TURNS = 8;

  /// A page that was turned back looks so many windows back, and lets one hold still.
  private static final int MOST_BACK = 2 * MOST_TURNS + 2;

  private final TransitFinder finder;
  private final DirectFinder walks;
  private final DraftMaker maker;
  private final PlanRequest request;
  private final PathOptions options;
  private final TransitFinder.@Nullable Carried bicycle;

  /// Before which nobody leaves, or after which nobody arrives.
  private long limit;

  private final boolean arriveBy;
  private final List<Site> places;
  private final Map<Stretch, Part> parts = new HashMap<>();

  /// @param places start, places to pass and destination
  ViaSearch(
      TransitFinder finder,
      DirectFinder walks,
      DraftMaker maker,
      PlanRequest request,
      List<Site> places) {
    this.finder = finder;
    this.walks = walks;
    this.maker = maker;
    this.request = request;
    this.options = DirectFinder.options(request);
    this.bicycle = TransitFinder.carried(request);
    this.arriveBy = request.when().arriveBy();
    this.limit = request.when().at().getEpochSecond();
    this.places = arriveBy ? places.reversed() : places;
  }

  /// The journeys, each as its legs.
  ///
  /// @param widened whether nothing left inside the window asked for
  /// @param searched as it was asked, or where the window moved to
  /// @param cuts 1 where the search ended before the window held still
  record Through(List<Chain> chains, boolean widened, When searched, int cuts) {}

  /// Journeys by timetable, each as its legs.
  ///
  /// @param onFoot what was found, without places to pass
  /// @param widened whether nothing left inside the window asked for
  /// @param searched as it was asked, or where the window moved to
  /// @param cuts see [Through]
  record Timed(
      List<List<DraftLeg>> journeys,
      TransitFinder.@Nullable Found onFoot,
      boolean widened,
      When searched,
      int cuts) {

    static Timed nothing(When when) {
      return new Timed(List.of(), null, false, when, 0);
    }

    TransitNotices lack() {
      boolean from = onFoot == null || !onFoot.accessMetres().isEmpty();
      boolean to = onFoot == null || !onFoot.egressMetres().isEmpty();
      return new TransitNotices(from, to, TransitFinder.WIDEST_SECONDS / 3600);
    }
  }

  /// What is found with places to pass or without.
  static Timed timed(
      PlanRequest request,
      List<Site> places,
      TransitFinder finder,
      DirectFinder walks,
      DraftMaker maker) {
    if (places.size() > 2) {
      Through found = new ViaSearch(finder, walks, maker, request, places).find();
      List<List<DraftLeg>> journeys = found.chains().stream().map(Chain::legs).toList();
      return new Timed(journeys, null, found.widened(), found.searched(), found.cuts());
    }
    Site from = places.getFirst();
    Site to = places.getLast();
    TransitFinder.Found found =
        request.criteria().countCosts()
            ? finder.find(request, request.when(), from, to)
            : finder.findFastest(request, request.when(), from, to);
    When searched = found.searched(request.when());
    return new Timed(maker.journeys(found, from, to), found, found.widened(), searched, 0);
  }

  /// The search from one place to another, in the direction of the search.
  private record Stretch(int first, int last, Range range) {}

  /// Epoch seconds, both within.
  private record Range(long from, long to) {

    Range with(Range other) {
      return new Range(Math.min(from, other.from), Math.max(to, other.to));
    }

    boolean contains(long second) {
      return second >= from && second <= to;
    }

    Range shifted(long seconds) {
      return new Range(from + seconds, to + seconds);
    }
  }

  /// What is best from one place to another, the soonest first.
  private record Part(TransitFinder.Found found, List<Option> options) {}

  /// A journey as people want it, and as late as it can leave.
  private record Option(Chain chosen, Chain latest) {}

  Through find() {
    When when = request.when();
    Range window = range(when.at().getEpochSecond(), when.window().toSeconds());
    Range searched = ahead(window, AHEAD_SECONDS);
    boolean widened = false;
    int most = when.turned() ? MOST_BACK : MOST_TURNS;
    for (int turn = 0; turn < most; turn++) {
      List<Chain> all = reached(window, searched);
      Range asked = window;
      List<Chain> inside = all.stream().filter(chain -> asked.contains(outer(chain))).toList();
      boolean none = when.turned() ? turn == most - 1 : all.isEmpty();
      if (inside.isEmpty() && none) {
        return new Through(List.of(), false, when, 0);
      }
      if (inside.isEmpty() && when.turned()) {
        window = back(window);
        limit = arriveBy ? window.to() : window.from();
        searched = ahead(window, AHEAD_SECONDS);
        widened = true;
        continue;
      }
      if (inside.isEmpty()) {
        long near = nearest(all).map(this::outer).orElseThrow();
        window = range(near, Math.max(AHEAD_SECONDS, when.window().toSeconds()));
        searched = ahead(window, AHEAD_SECONDS);
        widened = true;
        continue;
      }
      Range needed = searched;
      for (Chain chain : inside) {
        needed = needed.with(new Range(chain.hinge(), chain.hinge()));
      }
      if (needed.equals(searched)) {
        return new Through(inside, widened, widened ? when(window) : when, 0);
      }
      searched = needed;
    }
    Range last = window;
    return new Through(
        reached(last, searched).stream().filter(chain -> last.contains(outer(chain))).toList(),
        widened,
        widened ? when(last) : when,
        1);
  }

  /// The window before another, or after it where one must arrive by a time.
  private Range back(Range window) {
    long step = Math.max(TransitFinder.LEAST_WINDOW_SECONDS, window.to() - window.from());
    return range(arriveBy ? window.to() + step : window.from() - step, step);
  }

  private When when(Range range) {
    Instant at = Instant.ofEpochSecond(arriveBy ? range.to() : range.from());
    return new When(at, arriveBy, Duration.ofSeconds(range.to() - range.from()));
  }

  /// The best chains to the last place; those that begin in `searched` and not in `window` among
  /// them.
  private List<Chain> reached(Range window, Range searched) {
    List<List<Chain>> reached = new ArrayList<>();
    reached.add(List.of(Chain.EMPTY));
    for (int last = 1; last < places.size(); last++) {
      List<Chain> made = new ArrayList<>();
      for (int first = last - 1; first >= 0 && onlyStopsBetween(first, last); first--) {
        int from = first;
        int to = last;
        List<Chain> before = reached.get(from);
        continued(before, window, searched)
            .map(range -> part(new Stretch(from, to, range)))
            .ifPresent(part -> before.forEach(chain -> addJoined(made, chain, part)));
        if (first == last - 1) {
          walk(from, to).ifPresent(walk -> before.forEach(chain -> made.add(joined(chain, walk))));
        }
      }
      boolean isEnd = last == places.size() - 1;
      made.removeIf(chain ->
          chain.boardings() > request.limits().maxTransfers() + 1 || (isEnd && !chain.isTimed()));
      reached.add(Chain.best(made));
    }
    return reached.getLast();
  }

  private boolean onlyStopsBetween(int first, int last) {
    for (int i = first + 1; i < last; i++) {
      if (places.get(i).stop() < 0) {
        return false;
      }
    }
    return true;
  }

  /// When the next part must begin (end, backwards) to continue the chains of the window, or where
  /// none is of it the one nearest to it; empty without any chain.
  private Optional<Range> continued(List<Chain> chains, Range window, Range searched) {
    Optional<Range> range = Optional.empty();
    for (Chain chain : chains) {
      if (chain.isTimed() && !window.contains(outer(chain))) {
        continue;
      }
      Range own =
          chain.isTimed()
              ? new Range(inner(chain), inner(chain))
              : searched.shifted(arriveBy ? -chain.seconds() : chain.seconds());
      range = Optional.of(range.map(own::with).orElse(own));
    }
    return range.or(() -> nearest(chains).map(near -> new Range(inner(near), inner(near))));
  }

  private Part part(Stretch stretch) {
    Part known = parts.get(stretch);
    if (known != null) {
      return known;
    }
    Range range = stretch.range();
    When when = when(range);
    Site from = places.get(arriveBy ? stretch.last() : stretch.first());
    Site to = places.get(arriveBy ? stretch.first() : stretch.last());
    TransitFinder.Found found = finder.findFastest(request, when, from, to);
    List<Option> options = new ArrayList<>();
    for (TransitFinder.Found.Option option : found.options()) {
      Chain chosen = Chain.of(maker.transit(found, option.chosen(), from, to));
      Chain latest = Chain.of(maker.transit(found, option.latest(), from, to));
      if (passes(chosen, stretch) || passes(latest, stretch)) {
        options.add(
            new Option(
                passes(chosen, stretch) ? chosen : latest,
                passes(latest, stretch) ? latest : chosen));
      }
    }
    Comparator<Chain> soonest =
        arriveBy
            ? Comparator.comparingLong(Chain::departure).reversed()
            : Comparator.comparingLong(Chain::arrival);
    options.sort(Comparator.comparing(Option::chosen, soonest.thenComparing(Chain.BY_WALK)));
    Part part = new Part(found, List.copyOf(options));
    parts.put(stretch, part);
    return part;
  }

  /// Whether a chain touches the stops between the ends of a stretch in their order.
  private boolean passes(Chain chain, Stretch stretch) {
    List<Site> between = places.subList(stretch.first() + 1, stretch.last());
    return maker.passes(chain.legs(), arriveBy ? between.reversed() : between);
  }

  private Optional<Chain> walk(int first, int last) {
    return arriveBy
        ? walks.walk(options, bicycle, places.get(last), places.get(first))
        : walks.walk(options, bicycle, places.get(first), places.get(last));
  }

  private Chain joined(Chain chain, Chain walk) {
    Chain joined =
        arriveBy
            ? walk.shifted(chain.departure() - walk.arrival()).then(chain)
            : chain.then(walk.shifted(chain.arrival() - walk.departure()));
    return joined.hingedAt(chain.hinge());
  }

  /// Adds a chain joined with every continuation that is soonest for its number of vehicles.
  private void addJoined(List<Chain> made, Chain chain, Part part) {
    int fewest = Integer.MAX_VALUE;
    for (Option next : part.options()) {
      Optional<Chain> joined =
          joined(chain, next.chosen(), part.found())
              .or(() -> joined(chain, next.latest(), part.found()));
      if (joined.isPresent() && (!chain.isTimed() || joined.get().boardings() < fewest)) {
        fewest = joined.get().boardings();
        made.add(joined.get());
      }
      if (chain.isTimed() && fewest <= chain.boardings()) {
        return;
      }
    }
  }

  /// A chain and the next part as one, if it can be had in time.
  private Optional<Chain> joined(Chain chain, Chain next, TransitFinder.Found found) {
    boolean catches =
        arriveBy ? next.arrival() <= chain.departure() : next.departure() >= chain.arrival();
    if (chain.isTimed() && !catches) {
      return Optional.empty();
    }
    return (arriveBy ? maker.join(next, chain, found) : maker.join(chain, next, found))
        .filter(this::isInTime)
        .map(joined -> joined.hingedAt(arriveBy ? next.arrival() : next.departure()));
  }

  /// Where the traveller's time is fixed: the departure, or the arrival to arrive by a time.
  private long outer(Chain chain) {
    return arriveBy ? chain.arrival() : chain.departure();
  }

  /// Where the next part is joined.
  private long inner(Chain chain) {
    return arriveBy ? chain.departure() : chain.arrival();
  }

  /// Whether nobody must leave earlier, or arrive later, than asked.
  private boolean isInTime(Chain chain) {
    return arriveBy ? chain.arrival() <= limit : chain.departure() >= limit;
  }

  private Range range(long at, long seconds) {
    return arriveBy ? new Range(at - seconds, at) : new Range(at, at + seconds);
  }

  private Range ahead(Range window, long seconds) {
    return arriveBy
        ? new Range(window.from() - seconds, window.to())
        : new Range(window.from(), window.to() + seconds);
  }

  /// The chain nearest to the time asked for.
  private Optional<Chain> nearest(List<Chain> chains) {
    Comparator<Chain> byOuter = Comparator.comparingLong(this::outer);
    return chains.stream().min(arriveBy ? byOuter.reversed() : byOuter);
  }
}
