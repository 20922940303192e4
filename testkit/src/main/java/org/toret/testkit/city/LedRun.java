package org.toret.testkit.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.toret.network.overlay.Detour;
import org.toret.network.timetable.build.Calls;

/// Draws a detour of one trip: first where and when it calls today, then the words for it. Nothing
/// of it has to be mended.
final class LedRun {

  private final Random random;
  private final TimetableText city;
  private final Calls published;
  private final int[] known;
  private final List<int[]> calls = new ArrayList<>();
  private final List<Detour.Stretch> stretches = new ArrayList<>();
  private int next;
  private int delay;

  /// @param known stops at which it may call instead
  LedRun(Random random, TimetableText city, Calls published, int[] known) {
    this.random = random;
    this.city = city;
    this.published = published;
    this.known = known;
  }

  List<Detour.Stretch> stretches() {
    return stretches;
  }

  /// Draws one or two stretches; what is left has two calls at least.
  Calls draw() {
    int length = published.length();
    stretch(random.nextInt(length));
    if (next + 2 < length && random.nextInt(3) == 0) {
      stretch(next + 1 + random.nextInt(length - next - 2));
    }
    while (next < length) {
      keep();
    }
    Calls drawn = done();
    if (drawn.length() < 2) {
      return published;
    }
    return drawn;
  }

  private void keep() {
    calls.add(
        new int[] {
          published.stops()[next],
          published.arrivals()[next] + delay,
          published.departures()[next] + delay,
          published.pickups()[next],
          published.dropOffs()[next]
        });
    next++;
  }

  private void stretch(int from) {
    while (next < from) {
      keep();
    }
    int replaced = random.nextInt(Math.min(4, published.length() - from + 1));
    boolean begins = calls.isEmpty();
    int reference = begins ? published.arrivals()[0] : calls.getLast()[1];
    int now = begins ? reference : calls.getLast()[2];
    List<Detour.Replacement> replacements = new ArrayList<>();
    for (int count = random.nextInt(4); count > 0; count--) {
      int stop = known[random.nextInt(known.length)];
      now += 30 * random.nextInt(12);
      calls.add(new int[] {stop, now, now, 0, 0});
      replacements.add(
          new Detour.Replacement(LateRun.stopId(city, stop), OptionalInt.of(now - reference)));
    }
    int to = from + replaced;
    int more = 0;
    if (to < published.length()) {
      int least = now - (published.arrivals()[to] + delay);
      more = Math.max(least, 15 * (random.nextInt(40) - 10));
    }
    stretches.add(
        new Detour.Stretch(
            name(from),
            replaced == 0 ? Optional.empty() : Optional.of(name(to - 1)),
            more,
            replacements));
    delay += more;
    next = to;
  }

  /// By number, or by stop where it is the first there, or by both.
  private Detour.CallName name(int call) {
    boolean clear = true;
    for (int before = 0; before < call; before++) {
      clear &= published.stops()[before] != published.stops()[call];
    }
    int naming = random.nextInt(clear ? 3 : 2);
    return new Detour.CallName(
        naming < 2 ? OptionalInt.of(call + 1) : OptionalInt.empty(),
        naming > 0 ? LateRun.stopId(city, published.stops()[call]) : "");
  }

  private Calls done() {
    return new Calls(column(0), column(1), column(2), bytes(3), bytes(4));
  }

  private int[] column(int index) {
    return calls.stream().mapToInt(call -> call[index]).toArray();
  }

  private byte[] bytes(int index) {
    byte[] bytes = new byte[calls.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) calls.get(i)[index];
    }
    return bytes;
  }
}
