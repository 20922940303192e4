package org.toret.router.traffic;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.toret.network.street.StreetNetwork;
import org.toret.network.timetable.Patterns;

/// How much later vehicles of a timetable are expected where the streets they share with cars
/// ([Exposure]) are told to be slow. Made anew whenever something is told; immutable and
/// thread-safe. 8 bytes per hop; a lookup walks the calls of one run.
///
/// **What a hop loses.** A vehicle in the same queue loses the same seconds as the cars around it,
/// not the same share of its time: its stops take as long as ever. On arcs of length `l`, published
/// speed `v` and a ratio `r < 1` of speed now by speed as published:
///
/// `loss = [#DAMPING] × Σ l / v × (1 / r − 1)`
///
/// How sure a reading is stands in `r` already: what is unsure is drawn towards 1 ([RoadSpread]).
/// Faster traffic makes nobody early. [#DAMPING] is an assumption, since no city's buses and
/// detectors could be compared: speeds at detectors lie below or above those of the whole street,
/// drivers make up for part of what they lose, and what is not lost is not worth a warning.
///
/// **What the timetable knows.** Readings are compared with free streets, but a timetable gives
/// more time at hours at which the streets are full. Of a trip that is given `q` times as long as
/// the fastest of its pattern, each hop of `T` seconds has `T × (1 − 1 / q)` for that. As much of
/// it as the slow stretch is of the hop is taken off the loss.
///
/// **When.** A hop that is passed near the time of reading counts as for cars ([RoadKey]): all of
/// it up to 20 minutes away, half up to an hour, then nothing. What is lost adds up from the first
/// call; a published stay makes up for it.
public final class SlowTraffic {

  /// Nothing is told.
  public static final SlowTraffic NONE = new SlowTraffic();

  /// How much of what cars lose vehicles lose beside them.
  public static final double DAMPING = 0.7;

  /// Less than so many seconds later is on time.
  public static final int LEAST_SECONDS = 30;

  private final long readAt;
  private final float[] lostSeconds;
  private final float[] slowMetres;
  private final @Nullable Exposure exposure;

  private SlowTraffic() {
    readAt = 0;
    lostSeconds = new float[0];
    slowMetres = new float[0];
    exposure = null;
  }

  private SlowTraffic(Exposure exposure, RoadTraffic traffic) {
    this.exposure = exposure;
    readAt = traffic.readAt();
    lostSeconds = new float[exposure.hops()];
    slowMetres = new float[exposure.hops()];
    StreetNetwork streets = exposure.streets();
    Map<Integer, Double> ratios = traffic.ratios();
    for (int hop = 0; hop < lostSeconds.length; hop++) {
      int at = hop;
      exposure.each(
          hop,
          (arc, metres) -> {
            double ratio = ratios.getOrDefault(arc, 1.0);
            if (ratio < 1) {
              double free = metres * 3.6 / RoadTraffic.kmh(streets, arc);
              lostSeconds[at] += (float) (DAMPING * free * (1 / ratio - 1));
              slowMetres[at] += (float) metres;
            }
          });
    }
  }

  /// Lays what is told of the roads on where vehicles run: milliseconds for a large city.
  public static SlowTraffic of(Exposure exposure, RoadTraffic traffic) {
    return traffic.ratios().isEmpty() ? NONE : new SlowTraffic(exposure, traffic);
  }

  /// How late a run is expected for what is told of the streets.
  ///
  /// @param boardingSeconds at its departure where one boards
  /// @param arrivalSeconds at its arrival where one alights
  /// @param metres of slow street shared with cars between the two
  /// @param readAt epoch second when that was read
  public record Lateness(int boardingSeconds, int arrivalSeconds, int metres, long readAt) {

    /// On time.
    public static final Lateness NONE = new Lateness(0, 0, 0, 0);

    /// Whether it is worth telling.
    public boolean isTold() {
      return arrivalSeconds >= LEAST_SECONDS || boardingSeconds >= LEAST_SECONDS;
    }
  }

  /// How late a run is expected.
  ///
  /// @param trip of the published timetable; any other is on time
  /// @param origin epoch second from which its times count
  public Lateness lateness(int trip, int boardCall, int alightCall, long origin) {
    Exposure shared = exposure;
    if (shared == null || trip >= shared.timetable().trips().count()) {
      return Lateness.NONE;
    }
    Patterns patterns = shared.timetable().patterns();
    int pattern = shared.timetable().trips().patterns()[trip];
    int times = patterns.timeOffset(pattern, trip);
    double allowed = allowance(patterns, pattern, times);
    double late = 0;
    double lateAtBoarding = 0;
    double metres = 0;
    for (int call = 0; call < alightCall; call++) {
      int leaves = patterns.departure(times + call);
      late = Math.max(0, late - (call == 0 ? 0 : leaves - patterns.arrival(times + call)));
      lateAtBoarding = call == boardCall ? late : lateAtBoarding;
      int hop = shared.hop(pattern, call);
      if (hop >= 0 && lostSeconds[hop] > 0) {
        double rides = patterns.arrival(times + call + 1) - leaves;
        double slow = Math.min(1, slowMetres[hop] / shared.metres(hop));
        double near = RoadKey.Nearness.of(readAt, origin + leaves).share;
        late += near * Math.max(0, lostSeconds[hop] - slow * allowed * rides);
        metres += call >= boardCall && near > 0 ? slowMetres[hop] : 0;
      }
    }
    return new Lateness(
        (int) Math.round(lateAtBoarding), (int) Math.round(late), (int) Math.round(metres), readAt);
  }

  /// The share of a trip's time that it is given beyond the fastest of its pattern.
  private static double allowance(Patterns patterns, int pattern, int times) {
    int length = patterns.length(pattern);
    int own = patterns.arrival(times + length - 1) - patterns.departure(times);
    int least = own;
    for (int trip = patterns.tripOffsets()[pattern];
        trip < patterns.tripOffsets()[pattern + 1];
        trip++) {
      int other = patterns.timeOffset(pattern, trip);
      least = Math.min(least, patterns.arrival(other + length - 1) - patterns.departure(other));
    }
    return own <= 0 ? 0 : 1 - (double) Math.max(0, least) / own;
  }
}
