package org.toret.mobility.reliability;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/// How late vehicles were, and how far what was told before was from what came: counts, and
/// distributions made of them.
///
/// **Shrinkage.** A line at a stop at an hour has few observations of its own. Its distribution is
/// therefore drawn to that of the next wider place, which is drawn to the next:
///
/// `p(class) = (n(class) + [#WEIGHT] × wider(class)) / (n + [#WEIGHT])`
///
/// from the city over the line, the line at that hour and the line at that stop to the line at that
/// stop and hour. The mean of a Dirichlet distribution whose prior is the wider place, worth
/// [#WEIGHT] observations. A city with fewer than [#LEAST] observations says nothing: there is no
/// invented prior.
///
/// Hours are those of the timetable, in days of three kinds; see [Slot]. Thread-safe. For its size
/// see [DelayCells]; where there is no room for a finer place the wider ones still count.
public final class DelayHistory {

  /// So many observations the next wider place is worth.
  public static final int WEIGHT = 20;

  /// So many observations a city must have before anything is said.
  public static final int LEAST = 100;

  /// Ends of the classes of how long before something was told, in minutes; the last has none.
  private static final int[] LEAD_MINUTES = {5, 10, 20, 40};

  private static final int ALL = -1;
  private static final String ERROR = "error ";

  private DelayCells cells = new DelayCells();
  private long changes;
  private long crowdedOut;

  /// What of a call is looked at.
  public enum Event {
    /// The arrival; of a call without a published stay the departure as well.
    ARRIVAL,
    /// The departure after a published stay, during which lost time can be made up.
    DEPARTURE;

    private String name(String line) {
      return this == ARRIVAL ? line : line + "\tdeparture";
    }
  }

  /// Where and when a vehicle is expected.
  ///
  /// @param line id of the route
  /// @param stop id of the stop, or of the station it belongs to
  /// @param slot see [Slot]
  public record Where(String line, String stop, int slot, Event event) {}

  /// Counts how late a vehicle was.
  public synchronized void add(Where where, int lateSeconds) {
    int bin = DelayBins.of(lateSeconds);
    Event event = where.event();
    String line = event.name(where.line());
    count(DelayCells.key(event.name(""), "", ALL), bin);
    count(DelayCells.key(line, "", ALL), bin);
    count(DelayCells.key(line, "", where.slot()), bin);
    count(DelayCells.key(line, where.stop(), ALL), bin);
    count(DelayCells.key(line, where.stop(), where.slot()), bin);
  }

  /// Counts how much later a vehicle was than had been told.
  ///
  /// @param lead class of how long before, see [#lead]
  public synchronized void addError(String line, int lead, int laterSeconds) {
    int bin = DelayBins.of(laterSeconds);
    count(DelayCells.key(ERROR, "", ALL), bin);
    count(DelayCells.key(ERROR, "", lead), bin);
    count(DelayCells.key(ERROR + line, "", lead), bin);
  }

  /// How many classes of [#lead] there are.
  public static int leads() {
    return LEAD_MINUTES.length + 1;
  }

  /// The class of how long before something is told.
  public static int lead(long seconds) {
    int lead = 0;
    while (lead < LEAD_MINUTES.length && seconds > 60L * LEAD_MINUTES[lead]) {
      lead++;
    }
    return lead;
  }

  /// How late a vehicle will be of which nothing is told today; empty without a history.
  public synchronized Optional<Delays> delays(Where where) {
    Event event = where.event();
    String line = event.name(where.line());
    Shrinking shrinking = new Shrinking();
    shrinking.narrow(DelayCells.key("", "", ALL), Delays.Basis.CITY);
    if (event == Event.DEPARTURE) {
      shrinking.narrow(DelayCells.key(event.name(""), "", ALL), Delays.Basis.CITY);
    }
    shrinking.narrow(DelayCells.key(line, "", ALL), Delays.Basis.LINE);
    shrinking.narrow(DelayCells.key(line, "", where.slot()), Delays.Basis.LINE_HOUR);
    shrinking.narrow(DelayCells.key(line, where.stop(), ALL), Delays.Basis.STOP);
    shrinking.narrow(DelayCells.key(line, where.stop(), where.slot()), Delays.Basis.STOP_HOUR);
    return shrinking.delays();
  }

  /// How much later than is told a vehicle will be; empty without a history.
  public synchronized Optional<Delays> errors(String line, int lead) {
    Shrinking shrinking = new Shrinking();
    shrinking.narrow(DelayCells.key(ERROR, "", ALL), Delays.Basis.LIVE);
    shrinking.narrow(DelayCells.key(ERROR, "", lead), Delays.Basis.LIVE);
    shrinking.narrow(DelayCells.key(ERROR + line, "", lead), Delays.Basis.LIVE);
    return shrinking.delays();
  }

  /// What was counted at a place and in a slot, by class.
  synchronized int[] counts(Where where) {
    int[] counts = new int[DelayBins.COUNT];
    String line = where.event().name(where.line());
    cells.read(DelayCells.key(line, where.stop(), where.slot()), counts);
    return counts;
  }

  /// Grows whenever something is counted.
  public synchronized long changes() {
    return changes;
  }

  /// How many counts found no room.
  public synchronized long crowdedOut() {
    return crowdedOut;
  }

  /// Cells in use.
  public synchronized int cells() {
    return cells.size();
  }

  /// Writes all counts.
  public synchronized void write(DataOutput out) throws IOException {
    cells.write(out);
  }

  /// Takes counts that were written, instead of its own. What cannot be read changes nothing.
  public void read(DataInput in) throws IOException {
    DelayCells told = DelayCells.read(in);
    synchronized (this) {
      cells = told;
    }
  }

  private void count(long key, int bin) {
    changes++;
    crowdedOut += cells.add(key, bin) ? 0 : 1;
  }

  /// A distribution on its way from the widest place to the finest.
  private final class Shrinking {

    private final double[] probabilities = new double[DelayBins.COUNT];
    private final int[] counts = new int[DelayBins.COUNT];
    private int observations = -1;
    private Delays.Basis basis = Delays.Basis.CITY;

    void narrow(long key, Delays.Basis finer) {
      int total = cells.read(key, counts);
      boolean widest = observations < 0;
      if (widest && total < LEAST) {
        observations = 0;
      }
      if (observations == 0) {
        return;
      }
      int weight = widest ? 0 : WEIGHT;
      for (int bin = 0; bin < probabilities.length; bin++) {
        probabilities[bin] = (counts[bin] + weight * probabilities[bin]) / (total + weight);
      }
      if (widest || total >= WEIGHT) {
        observations = total;
        basis = finer;
      }
    }

    Optional<Delays> delays() {
      return observations <= 0
          ? Optional.empty()
          : Optional.of(new Delays(probabilities, observations, basis));
    }
  }
}
