package org.toret.mobility.plan;

/// How far a traveller goes.
///
/// @param maxTransfers most changes between vehicles, over the whole journey: a change at a place
///   to pass counts, riding through it does not
/// @param maxWalkMetres longest way on foot: at either end, alone, and between vehicles, where it
///   is 1,200 m at most whatever this says; a place to pass ends one way and begins the next
/// @param maxBikeMetres longest way by bicycle, in the same sense
public record Limits(int maxTransfers, int maxWalkMetres, int maxBikeMetres) {

  /// Five changes, 2.5 km on foot, 25 km by bicycle.
  public static Limits sensible() {
    return sensible(0);
  }

  /// The same with two more changes for each place to pass: a way there and a way on.
  public static Limits sensible(int via) {
    return new Limits(5 + 2 * via, 2500, 25_000);
  }
}
