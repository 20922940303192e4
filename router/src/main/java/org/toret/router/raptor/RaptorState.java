package org.toret.router.raptor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.toret.base.columns.Csr;
import org.toret.router.label.Aboard;
import org.toret.router.label.LabelStore;
import org.toret.router.label.LineQueue;
import org.toret.router.raptor.RangeQuery.Foothold;

/// The working memory of one search, kept and used again: about 24 bytes per node and round.
///
/// `arrive[n × rides + r - 1]` is the earliest time a vehicle sets down at node `n` after at most
/// `r` rides, `ready[(r - 1) × nodes + n]` the earliest time at which one can board there then;
/// `readyFrom` the label of the vehicle left before. Either time is earlier where only who is there
/// before it is of interest. Many more ask for `ready` than change it: those asked together lie
/// together.
final class RaptorState {

  /// Later than every time.
  static final int NEVER = Integer.MAX_VALUE / 2;

  int[] arrive = new int[0];
  int[] ready = new int[0];
  int[] readyFrom = new int[0];
  int[] arriveLabel = new int[0];

  /// Nodes at which a vehicle set down in this round, and whether a node is among them.
  int[] setDown = new int[0];

  boolean[] isSetDown = new boolean[0];

  /// Nodes that became ready in this round.
  int[] marked = new int[0];

  boolean[] isMarked = new boolean[0];

  /// Lines to be scanned in this round.
  final LineQueue lines = new LineQueue();

  /// The earliest call from which each active trip was ridden.
  int[] riddenFrom = new int[0];

  /// For each round and active trip, whether it was entered seated.
  boolean[] seated = new boolean[0];

  /// Time on foot from each node to the destination, [#NEVER] where it is too far.
  int[] egress = new int[0];

  /// A trip of each line that was boarded last, or any other: where to look first for the next.
  int[] nearTrip = new int[0];

  final Aboard aboard = new Aboard();

  final LabelStore labels = new LabelStore();

  final LowerBounds bounds = new LowerBounds();

  final WeighedRun.Memory weighed = new WeighedRun.Memory();

  private @Nullable RaptorDays days;

  /// The service days of a search; those of the one before where they serve.
  RaptorDays days(TimetableView view, RangeQuery query) {
    RaptorDays known = days;
    if (known == null || !known.serve(view, query)) {
      known = new RaptorDays(view, query);
      days = known;
    }
    return known;
  }

  void prepare(RaptorDays days, int nodes, int rounds) {
    int cells = nodes * rounds;
    if (arrive.length < cells) {
      arrive = new int[cells];
      ready = new int[cells];
      readyFrom = new int[cells];
      arriveLabel = new int[cells];
    }
    if (setDown.length < nodes) {
      setDown = new int[nodes];
      isSetDown = new boolean[nodes];
      marked = new int[nodes];
      isMarked = new boolean[nodes];
      egress = new int[nodes];
    }
    lines.prepare(days.usable.length);
    if (nearTrip.length < days.usable.length) {
      nearTrip = new int[days.usable.length];
    }
    int trips = days.tripOffsets[days.lines.length];
    if (riddenFrom.length < trips) {
      riddenFrom = new int[trips];
    }
    if (days.seatLinks) {
      seated = new boolean[trips * (rounds + 1)];
    }
    Arrays.fill(arrive, 0, cells, NEVER);
    Arrays.fill(ready, 0, cells, NEVER);
    aboard.prepare(days.calls(), days.entryOffsets[days.lines.length], rounds);
    labels.clear();
  }

  /// Notes the ways on foot to the destination and returns the shortest.
  int spreadEgress(Csr nodesByStop, Foothold foothold) {
    int least = NEVER;
    Arrays.fill(egress, NEVER);
    for (int i = 0; i < foothold.count(); i++) {
      int stop = foothold.stops()[i];
      for (int at = nodesByStop.start(stop); at < nodesByStop.end(stop); at++) {
        egress[nodesByStop.values()[at]] = foothold.seconds()[i];
      }
      least = Math.min(least, foothold.seconds()[i]);
    }
    return least;
  }
}
