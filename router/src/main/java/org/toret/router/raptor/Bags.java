package org.toret.router.raptor;

import java.util.Arrays;
import org.toret.router.impact.Weighing;

/// Labels of several criteria, and for each place the bag of those that no other of the bag
/// dominates: time, rides, energy and emissions. 28 bytes a label.
final class Bags {

  private static final int[] EMPTY = new int[0];

  private final int energyStep;
  private final int emissionStep;
  private int[][] bags;
  private int[] sizes;
  private int count;
  private int[] times = new int[1024];
  private int[] rounds = new int[1024];
  private int[] energies = new int[1024];
  private int[] emissions = new int[1024];
  private int[] labels = new int[1024];
  private int[] stamps = new int[1024];
  private boolean[] dropped = new boolean[1024];

  Bags(int places, Weighing weighing) {
    energyStep = weighing.milliwattHourStep();
    emissionStep = weighing.milligramStep();
    bags = new int[places][];
    Arrays.fill(bags, EMPTY);
    sizes = new int[places];
  }

  int size(int place) {
    return sizes[place];
  }

  int at(int place, int i) {
    return bags[place][i];
  }

  int time(int id) {
    return times[id];
  }

  int round(int id) {
    return rounds[id];
  }

  int energy(int id) {
    return energies[id];
  }

  int emission(int id) {
    return emissions[id];
  }

  /// How it came about, see [LabelStore].
  int label(int id) {
    return labels[id];
  }

  /// The step of the search at which it was added.
  int stamp(int id) {
    return stamps[id];
  }

  /// Whether a better one took its place.
  boolean isDropped(int id) {
    return dropped[id];
  }

  /// Whether a bag wants a label with these values.
  boolean wants(int place, int time, int round, int energy, int emission) {
    int[] bag = bags[place];
    for (int i = 0; i < sizes[place]; i++) {
      int id = bag[i];
      if (times[id] <= time
          && rounds[id] <= round
          && energies[id] / energyStep <= energy / energyStep
          && emissions[id] / emissionStep <= emission / emissionStep) {
        return false;
      }
    }
    return true;
  }

  /// Adds a label that the bag wants, in place of those it dominates; returns its number.
  int add(int place, int time, int round, int energy, int emission, int label, int stamp) {
    int[] bag = bags[place];
    int kept = 0;
    for (int i = 0; i < sizes[place]; i++) {
      int id = bag[i];
      if (times[id] >= time
          && rounds[id] >= round
          && energies[id] / energyStep >= energy / energyStep
          && emissions[id] / emissionStep >= emission / emissionStep) {
        dropped[id] = true;
      } else {
        bag[kept++] = id;
      }
    }
    if (kept == bag.length) {
      bag = Arrays.copyOf(bag, Math.max(4, 2 * kept));
      bags[place] = bag;
    }
    int id = append(time, round, energy, emission, label, stamp);
    bag[kept] = id;
    sizes[place] = kept + 1;
    return id;
  }

  private int append(int time, int round, int energy, int emission, int label, int stamp) {
    if (count == times.length) {
      int size = 2 * count;
      times = Arrays.copyOf(times, size);
      rounds = Arrays.copyOf(rounds, size);
      energies = Arrays.copyOf(energies, size);
      emissions = Arrays.copyOf(emissions, size);
      labels = Arrays.copyOf(labels, size);
      stamps = Arrays.copyOf(stamps, size);
      dropped = Arrays.copyOf(dropped, size);
    }
    times[count] = time;
    rounds[count] = round;
    energies[count] = energy;
    emissions[count] = emission;
    labels[count] = label;
    stamps[count] = stamp;
    dropped[count] = false;
    return count++;
  }
}
