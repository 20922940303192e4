package org.toret.network.street;

/// The bits of an edge's flags. *Forward* is from the edge's first node to its last, *backward* the
/// other way.
///
/// A `…_LINK` bit says that the edge belongs to a part of the network worth being linked to: a
/// place is never linked to one of the tiny islands that mapping mistakes and the border of the
/// data leave.
public final class StreetFlags {

  public static final int FOOT_FORWARD = 1;
  public static final int FOOT_BACKWARD = 1 << 1;
  public static final int BIKE_FORWARD = 1 << 2;
  public static final int BIKE_BACKWARD = 1 << 3;
  public static final int CAR_FORWARD = 1 << 4;
  public static final int CAR_BACKWARD = 1 << 5;

  /// A wheelchair gets along, as far as the tags say.
  public static final int WHEELCHAIR = 1 << 6;

  public static final int STEPS = 1 << 7;
  public static final int ROUNDABOUT = 1 << 8;
  public static final int BRIDGE = 1 << 9;
  public static final int TUNNEL = 1 << 10;
  public static final int FERRY = 1 << 11;

  /// Cyclists must push here.
  public static final int BIKE_PUSHED = 1 << 12;

  /// Cars may end here, but not pass through (private, customers, destination).
  public static final int CAR_DESTINATION = 1 << 13;

  /// A copy of another edge, made to express a turn restriction over several edges: same course,
  /// other turns. Maps and people on foot can leave it out.
  public static final int COPY = 1 << 14;

  /// Cyclists have a way of their own forward: a cycle way, track or lane.
  public static final int CYCLE_FORWARD = 1 << 15;

  public static final int FOOT_LINK = 1 << 16;
  public static final int WHEELCHAIR_LINK = 1 << 17;
  public static final int BIKE_LINK = 1 << 18;
  public static final int CAR_LINK = 1 << 19;

  /// People on foot may begin or end here, but not pass through (private drives, courts, gates);
  /// never together with [#FOOT].
  public static final int FOOT_PRIVATE = 1 << 20;

  /// Here people on foot may only begin or end, and get to the public streets from it: a private
  /// way, or one that only private ways join to them.
  public static final int FOOT_PRIVATE_LINK = 1 << 21;

  /// The same backward.
  public static final int CYCLE_BACKWARD = 1 << 22;

  /// A way that nobody built: straight across a square or platform. Maps leave it out.
  public static final int ACROSS = 1 << 27;

  private static final int STRESS_FORWARD = 23;
  private static final int STRESS_BACKWARD = 25;

  /// Buses have a lane of their own forward, or the way to themselves.
  public static final int BUS_FORWARD = 1 << 27;

  /// The same backward.
  public static final int BUS_BACKWARD = 1 << 28;

  public static final int FOOT = FOOT_FORWARD | FOOT_BACKWARD;
  public static final int BIKE = BIKE_FORWARD | BIKE_BACKWARD;
  public static final int CAR = CAR_FORWARD | CAR_BACKWARD;
  public static final int BUS = BUS_FORWARD | BUS_BACKWARD;
  public static final int CYCLE_FACILITY = CYCLE_FORWARD | CYCLE_BACKWARD;

  private StreetFlags() {}

  /// The bits that say how much traffic stresses cyclists: level of traffic stress, 1 (fit for
  /// children) to 4 (for the strong and fearless). Streets without such bits are of level 1.
  public static int ofStress(int forward, int backward) {
    return (forward - 1) << STRESS_FORWARD | (backward - 1) << STRESS_BACKWARD;
  }

  /// The level of traffic stress of a cyclist, 1 to 4.
  public static int stress(int flags, boolean forward) {
    return (flags >> (forward ? STRESS_FORWARD : STRESS_BACKWARD) & 3) + 1;
  }
}
