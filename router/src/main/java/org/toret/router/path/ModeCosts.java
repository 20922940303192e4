package org.toret.router.path;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.toret.network.street.StreetEdges;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.network.traffic.ArcSpeeds;
import org.toret.router.cycle.Cycling;
import org.toret.router.cycle.PowerBalance;
import org.toret.router.hierarchy.HierarchyWeights;
import org.toret.router.hierarchy.StreetHierarchy;

/// What it costs a bicycle or a car to take each arc. 4 bytes per arc.
///
/// *Car*: the time in milliseconds at the average speed GraphHopper derives from class, limit and
/// surface; ten times that on streets where cars may end but not pass through, as GraphHopper's own
/// `car_avoid_private_etc` model has it.
///
/// *Bicycle*: the time in milliseconds divided by how well the street suits cyclists, which is
/// GraphHopper's idea of speed and priority; comfort 10 divides by 1, 15 by 1.5, and nothing is
/// made worse than threefold. Uphill a cyclist loses 1.44 km/h for each per cent of slope (Parkin
/// and Rotheram, *Transport Policy* 17, 2010) and never less than walks beside the bicycle. With a
/// motor it is slower only where legs and motor together are not enough ([PowerBalance]). Streets
/// of more traffic stress than wished for count longer ([Cycling]).
final class ModeCosts {

  static final int CLOSED = Integer.MAX_VALUE;

  private static final double KMH_PER_PERCENT = 1.44;
  private static final double PUSHING_KMH = 4;
  private static final int THROUGH_PENALTY = 10;
  private static final int NEUTRAL_COMFORT = 10;
  private static final int LEAST_COMFORT = 3;

  final StreetMode mode;
  final int[] costs;
  private final StreetEdges edges;
  private final @Nullable EdgeLimits limits;
  private final @Nullable ArcSpeeds speeds;
  private final Cycling cycling;
  private final @Nullable PowerBalance motor;

  ModeCosts(StreetNetwork streets, StreetMode mode) {
    this(streets.edges(), mode, null, null, Cycling.ORDINARY);
  }

  /// @param limits what else a vehicle must heed, null for nothing
  ModeCosts(StreetNetwork streets, StreetMode mode, @Nullable EdgeLimits limits) {
    this(streets.edges(), mode, limits, null, Cycling.ORDINARY);
  }

  private ModeCosts(
      StreetEdges edges,
      StreetMode mode,
      @Nullable EdgeLimits limits,
      @Nullable ArcSpeeds speeds,
      Cycling cycling) {
    this.mode = mode;
    this.limits = limits;
    this.speeds = speeds;
    this.edges = edges;
    this.cycling = cycling;
    motor = cycling.assisted() ? new PowerBalance() : null;
    costs = new int[2 * edges.count()];
    Arrays.setAll(costs, this::cost);
  }

  /// The same for a vehicle that must heed more.
  ModeCosts under(EdgeLimits more) {
    return new ModeCosts(edges, mode, more, speeds, cycling);
  }

  /// The same streets ridden otherwise.
  ModeCosts by(Cycling other) {
    return new ModeCosts(edges, mode, limits, speeds, other);
  }

  /// On what somebody rides, and where rather not.
  Cycling cycling() {
    return cycling;
  }

  /// The same at the speeds of now.
  ModeCosts at(ArcSpeeds now) {
    return new ModeCosts(edges, mode, limits, now, cycling);
  }

  /// Whether an arc is at a speed of now and not at the published one.
  boolean isTold(int arc) {
    return speeds != null && speeds.kmh(arc) > 0;
  }

  /// Whether any speed is of now.
  boolean isLive() {
    return speeds != null;
  }

  boolean isOpen(int arc) {
    return costs[arc] != CLOSED;
  }

  /// Whether the vehicle may go on from one arc to the next, as far as its own limits say.
  boolean mayPass(int arc, int next) {
    return limits == null || limits.gates().mayPass(arc >> 1, next >> 1);
  }

  /// The time an arc takes at reference speed, in milliseconds.
  double millis(int arc) {
    double metres = edges.decimetres()[arc >> 1] / 10.0;
    double now = isTold(arc) && speeds != null ? speeds.kmh(arc) : kmh(arc);
    double kmh = limits == null ? now : limits.atMost(arc >> 1, now);
    return 3600 * metres / kmh;
  }

  /// The time it takes as published, whatever is told of now.
  double publishedMillis(int arc) {
    return 3600 * (edges.decimetres()[arc >> 1] / 10.0) / kmh(arc);
  }

  /// The hierarchy of the mode, weighed by these costs.
  HierarchyWeights weights(StreetNetwork streets) {
    StreetHierarchy hierarchy =
        mode == StreetMode.CAR
            ? StreetHierarchy.ofCars(streets)
            : StreetHierarchy.ofBicycles(streets);
    return HierarchyWeights.of(hierarchy, costs);
  }

  /// The flag an edge must have so that somebody may be linked to it.
  int link() {
    return mode == StreetMode.CAR ? StreetFlags.CAR_LINK : StreetFlags.BIKE_LINK;
  }

  private int cost(int arc) {
    int flags = edges.flags()[arc >> 1];
    boolean closed =
        limits != null && limits.isClosed(arc >> 1) || speeds != null && speeds.isClosed(arc);
    if ((flags & flag(arc)) == 0 || closed) {
      return CLOSED;
    }
    double factor = 1;
    if (mode == StreetMode.CAR && (flags & StreetFlags.CAR_DESTINATION) != 0) {
      factor = THROUGH_PENALTY;
    } else if (mode == StreetMode.BIKE) {
      int comfort = Math.max(LEAST_COMFORT, edges.comforts()[arc >> 1]);
      int stress = StreetFlags.stress(flags, (arc & 1) == 0);
      factor = cycling.factor(stress) * NEUTRAL_COMFORT / comfort;
    }
    return (int) Math.min(CLOSED / 4, Math.round(factor * millis(arc)));
  }

  private int flag(int arc) {
    boolean forward = (arc & 1) == 0;
    if (mode == StreetMode.CAR) {
      return forward ? StreetFlags.CAR_FORWARD : StreetFlags.CAR_BACKWARD;
    }
    return forward ? StreetFlags.BIKE_FORWARD : StreetFlags.BIKE_BACKWARD;
  }

  private double kmh(int arc) {
    boolean forward = (arc & 1) == 0;
    if (mode == StreetMode.CAR) {
      byte[] speeds = forward ? edges.carForwardKmh() : edges.carBackwardKmh();
      return Math.max(1, speeds[arc >> 1] & 0xff);
    }
    byte[] speeds = forward ? edges.bikeForwardKmh() : edges.bikeBackwardKmh();
    double flat = Math.max(1, speeds[arc >> 1] & 0xff);
    int length = edges.decimetres()[arc >> 1];
    double slope = 0;
    if (edges.hasElevation() && length > 0) {
      int[] climbs = forward ? edges.ascentDecimetres() : edges.descentDecimetres();
      slope = (double) climbs[arc >> 1] / length;
    }
    if (motor != null) {
      return assisted(motor, edges.has(arc >> 1, StreetFlags.BIKE_PUSHED), flat, slope);
    }
    return slope == 0
        ? flat
        : Math.max(Math.min(flat, PUSHING_KMH), flat - KMH_PER_PERCENT * 100 * slope);
  }

  /// A motor does not help to push. Its speeds are those of somebody who rides at 20 km/h, scaled
  /// like all others to the reference speed.
  private static double assisted(PowerBalance motor, boolean pushed, double flat, double slope) {
    double scale =
        PathOptions.REFERENCE_BIKE_METRES_PER_SECOND / PathOptions.ASSISTED_METRES_PER_SECOND;
    double least = Math.min(flat, PUSHING_KMH) * scale;
    double most = Math.min(flat, PowerBalance.ASSISTED_KMH * scale);
    return pushed
        ? flat * scale
        : Math.max(least, Math.min(most, motor.assistedKmh(slope) * scale));
  }
}
