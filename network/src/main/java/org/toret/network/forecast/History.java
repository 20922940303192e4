package org.toret.network.forecast;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How counts were at each hour of each kind of day: the mean, the variance and how often they
/// changed. Immutable. 1,152 bytes for each store, however long it lasts.
///
/// A new day counts as one of at most thirty, so that what was long ago is forgotten.
public final class History {

  static final int KINDS = DayKind.values().length;
  static final int HOURS = 24;
  static final int WIDTH = 4;
  private static final int FORMAT = 0x746f_6831;
  private static final int MOST_STORES = 1_000_000;

  /// Nothing is known of any hour.
  public static final History NONE = new History(Map.of());

  private final Map<String, Series> series;

  /// The slots of one store.
  ///
  /// @param lastDay epoch day on which it was seen last
  /// @param slots by kind of day, hour and then days, mean, mean square, steps per hour
  record Series(int lastDay, float[] slots) {}

  /// What history says of a moment.
  ///
  /// @param days of how many days, at most thirty
  /// @param variance within the hour and between days
  /// @param steps single changes in an hour
  record Slot(double days, double mean, double variance, double steps) {

    static final Slot NONE = new Slot(0, 0, 0, 0);

    /// So much of this and the rest of another; what only one knows is known by none.
    Slot mixed(double share, Slot other) {
      return new Slot(
          Math.min(days, other.days),
          share * mean + (1 - share) * other.mean,
          share * variance + (1 - share) * other.variance,
          share * steps + (1 - share) * other.steps);
    }

    /// The same of a share of the things, taken at random.
    Slot thinned(double share) {
      return new Slot(
          days,
          share * mean,
          share * share * variance + share * (1 - share) * Math.max(0, mean),
          share * steps);
    }
  }

  History(Map<String, Series> series) {
    this.series = Map.copyOf(series);
  }

  Map<String, Series> series() {
    return series;
  }

  /// How many stores it knows.
  public int stores() {
    return series.size();
  }

  /// What it says of one hour.
  Slot slot(String store, DayKind kind, int hour) {
    Series known = series.get(store);
    return known == null ? Slot.NONE : slot(known.slots(), kind, hour);
  }

  static Slot slot(float[] slots, DayKind kind, int hour) {
    int at = at(kind, hour);
    double mean = slots[at + 1];
    return new Slot(
        slots[at], mean, Math.max(0, slots[at + 2] - mean * mean), Math.max(0, slots[at + 3]));
  }

  static int at(DayKind kind, int hour) {
    return WIDTH * (HOURS * kind.ordinal() + hour);
  }

  /// Writes all of it.
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(FORMAT);
    out.writeInt(series.size());
    for (Map.Entry<String, Series> entry : new TreeMap<>(series).entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeInt(entry.getValue().lastDay());
      for (float value : entry.getValue().slots()) {
        out.writeFloat(value);
      }
    }
  }

  /// Reads what [#write] has written; anything else is an [IOException].
  public static History read(DataInputStream in) throws IOException {
    int format = in.readInt();
    int count = in.readInt();
    if (format != FORMAT || count < 0 || count > MOST_STORES) {
      throw new IOException("no history: %x, %d stores".formatted(format, count));
    }
    Map<String, Series> series = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      String store = in.readUTF();
      int lastDay = in.readInt();
      float[] slots = new float[KINDS * HOURS * WIDTH];
      for (int j = 0; j < slots.length; j++) {
        slots[j] = in.readFloat();
        if (!Float.isFinite(slots[j])) {
          throw new IOException("no number for " + store);
        }
      }
      series.put(store, new Series(lastDay, slots));
    }
    return new History(series);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
