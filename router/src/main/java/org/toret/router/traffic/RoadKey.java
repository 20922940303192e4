package org.toret.router.traffic;

import java.util.BitSet;

/// What of the traffic told holds for a journey: how near to now it is, and which events it meets.
/// Journeys with the same key ride on the same roads.
public final class RoadKey {

  /// Roads as published.
  public static final RoadKey AS_PUBLISHED = new RoadKey(Nearness.LATER, new BitSet());

  /// How near to the readings a journey is, and how much of them it is given.
  enum Nearness {
    /// Within [#NOW_SECONDS]: all.
    NOW(1),
    /// Within [#SOON_SECONDS]: half.
    SOON(0.5),
    /// Or earlier: nothing.
    LATER(0);

    static final int NOW_SECONDS = 20 * 60;
    static final int SOON_SECONDS = 60 * 60;

    final double share;

    Nearness(double share) {
      this.share = share;
    }

    static Nearness of(long readAt, long travelAt) {
      long apart = Math.abs(travelAt - readAt);
      return apart <= NOW_SECONDS ? NOW : apart <= SOON_SECONDS ? SOON : LATER;
    }
  }

  final Nearness nearness;
  final BitSet events;

  RoadKey(Nearness nearness, BitSet events) {
    this.nearness = nearness;
    this.events = (BitSet) events.clone();
  }

  /// Whether nothing told holds.
  public boolean isAsPublished() {
    return equals(AS_PUBLISHED);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RoadKey key && key.nearness == nearness && key.events.equals(events);
  }

  @Override
  public int hashCode() {
    return 31 * nearness.ordinal() + events.hashCode();
  }
}
