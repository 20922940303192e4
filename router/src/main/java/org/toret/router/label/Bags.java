package org.toret.router.label;

import java.util.Arrays;
import org.toret.base.columns.IntList;

/// Labels of several criteria, and for each place the bag of those that no other of the bag
/// dominates: time, rides, energy, emissions and fare.
///
/// What is compared lies side by side, row after row of a bag; the rest stands in columns by the
/// number of the label, which is never used again. Energies and emissions are compared in whole
/// steps, so that differences smaller than a step do not count. 24 bytes per label in a bag, 28
/// more for every label ever added. Kept and used again by the next search.
public final class Bags {

  private static final int TIME = 0;
  private static final int ROUND = 1;
  private static final int ENERGY = 2;
  private static final int EMISSION = 3;
  private static final int KIND = 4;
  private static final int ID = 5;
  private static final int WIDTH = 6;

  private int energyStep = 1;
  private int emissionStep = 1;
  private FareOrder fares = FareOrder.NONE;
  private int[][] bags = new int[0][];
  private int[] sizes = new int[0];
  private final IntList touched = new IntList();
  private int count;
  private int[] times = new int[1024];
  private int[] energies = new int[1024];
  private int[] emissions = new int[1024];
  private int[] states = new int[1024];
  private int[] labels = new int[1024];
  private int[] stamps = new int[1024];
  private boolean[] dropped = new boolean[1024];

  /// Empties all bags.
  ///
  /// @param energyStepMilliwattHours size of the steps in which energies are compared
  /// @param emissionStepMilligrams the same for emissions
  public void prepare(
      int places, int energyStepMilliwattHours, int emissionStepMilligrams, FareOrder order) {
    for (int i = 0; i < touched.size(); i++) {
      sizes[touched.get(i)] = 0;
    }
    touched.clear();
    if (bags.length < places) {
      int known = bags.length;
      bags = Arrays.copyOf(bags, places);
      Arrays.fill(bags, known, places, new int[0]);
      sizes = Arrays.copyOf(sizes, places);
    }
    count = 0;
    energyStep = energyStepMilliwattHours;
    emissionStep = emissionStepMilligrams;
    fares = order;
  }

  /// How many labels a bag holds.
  public int size(int place) {
    return sizes[place];
  }

  /// The number of the `i`-th label of a bag.
  public int at(int place, int i) {
    return bags[place][i * WIDTH + ID];
  }

  public int time(int id) {
    return times[id];
  }

  public int energy(int id) {
    return energies[id];
  }

  public int emission(int id) {
    return emissions[id];
  }

  /// The state of the ticket in hand, see [FareOrder].
  public int fare(int id) {
    return states[id];
  }

  /// How it came about, see [LabelStore].
  public int label(int id) {
    return labels[id];
  }

  /// The step of the search at which it was added.
  public int stamp(int id) {
    return stamps[id];
  }

  /// Whether a better one took its place.
  public boolean isDropped(int id) {
    return dropped[id];
  }

  /// Whether a bag wants a label with these values.
  public boolean wants(int place, int time, int round, int energy, int emission, int fare) {
    int[] bag = bags[place];
    int energyBucket = energy / energyStep;
    int emissionBucket = emission / emissionStep;
    int kind = fares.kind(fare);
    for (int at = 0, end = sizes[place] * WIDTH; at < end; at += WIDTH) {
      if (bag[at + TIME] <= time
          && bag[at + ROUND] <= round
          && bag[at + ENERGY] <= energyBucket
          && bag[at + EMISSION] <= emissionBucket
          && isNoDearer(bag[at + KIND], kind)) {
        return false;
      }
    }
    return true;
  }

  /// Adds a label that the bag wants, in place of those it dominates; returns its number.
  public int add(
      int place, int time, int round, int energy, int emission, int fare, int label, int stamp) {
    int[] bag = bags[place];
    int energyBucket = energy / energyStep;
    int emissionBucket = emission / emissionStep;
    int kind = fares.kind(fare);
    int kept = 0;
    for (int at = 0, end = sizes[place] * WIDTH; at < end; at += WIDTH) {
      if (bag[at + TIME] >= time
          && bag[at + ROUND] >= round
          && bag[at + ENERGY] >= energyBucket
          && bag[at + EMISSION] >= emissionBucket
          && isNoDearer(kind, bag[at + KIND])) {
        dropped[bag[at + ID]] = true;
      } else {
        if (kept < at) {
          System.arraycopy(bag, at, bag, kept, WIDTH);
        }
        kept += WIDTH;
      }
    }
    if (sizes[place] == 0) {
      touched.add(place);
    }
    if (kept == bag.length) {
      bag = Arrays.copyOf(bag, Math.max(4 * WIDTH, 2 * kept));
      bags[place] = bag;
    }
    int id = append(time, energy, emission, fare, label, stamp);
    bag[kept + TIME] = time;
    bag[kept + ROUND] = round;
    bag[kept + ENERGY] = energyBucket;
    bag[kept + EMISSION] = emissionBucket;
    bag[kept + KIND] = kind;
    bag[kept + ID] = id;
    sizes[place] = kept / WIDTH + 1;
    return id;
  }

  private boolean isNoDearer(int kind, int other) {
    return kind == other || fares.isNoDearer(kind, other);
  }

  private int append(int time, int energy, int emission, int fare, int label, int stamp) {
    if (count == times.length) {
      int size = 2 * count;
      times = Arrays.copyOf(times, size);
      energies = Arrays.copyOf(energies, size);
      emissions = Arrays.copyOf(emissions, size);
      states = Arrays.copyOf(states, size);
      labels = Arrays.copyOf(labels, size);
      stamps = Arrays.copyOf(stamps, size);
      dropped = Arrays.copyOf(dropped, size);
    }
    times[count] = time;
    energies[count] = energy;
    emissions[count] = emission;
    states[count] = fare;
    labels[count] = label;
    stamps[count] = stamp;
    dropped[count] = false;
    return count++;
  }
}
