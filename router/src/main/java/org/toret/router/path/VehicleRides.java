package org.toret.router.path;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.GeoPoint;
import org.toret.router.hierarchy.HierarchyWeights;
import org.toret.router.path.StreetSpread.SpreadVisitor;
import org.toret.router.walk.EdgeSnap;
import org.toret.router.walk.ReachDirection;

/// Rides of one kind of vehicle, which may have rules of its own about where it goes and how fast.
/// Thread-safe.
public final class VehicleRides {

  private final RidePaths paths;

  VehicleRides(RidePaths paths) {
    this.paths = paths;
  }

  /// The best ride between two places, if there is one within the limits.
  public Optional<StreetPath> path(GeoPoint from, GeoPoint to, PathOptions options) {
    return paths.find(from, to, options);
  }

  /// The street on which a ride from a place begins, -1 where none is near.
  public int edge(GeoPoint place) {
    return paths.edge(place);
  }

  /// The arcs of the best ride between two points of the street, first to last, without the ways
  /// between the street and anywhere else; empty when there is none.
  public int[] arcs(EdgeSnap from, EdgeSnap to) {
    return paths.arcs(from, to);
  }

  /// What the hierarchy of the streets weighs for this vehicle; empty where rides are searched arc
  /// by arc.
  public Optional<HierarchyWeights> weights() {
    return Optional.ofNullable(paths.weights);
  }

  /// Seconds from one place to each of many, [StreetSpread#NEVER] where there is no way within the
  /// limits; within a second of [#path].
  public int[] seconds(GeoPoint from, List<GeoPoint> to, PathOptions options, int limitSeconds) {
    return seconds(from, to, ReachDirection.FROM, options, limitSeconds);
  }

  /// Tells everything within a time of a place; false when it lies too far from any street.
  public boolean spread(
      GeoPoint place,
      PathOptions options,
      ReachDirection direction,
      int limitSeconds,
      SpreadVisitor visitor) {
    return spread(place, options, direction, limitSeconds, Integer.MAX_VALUE, visitor);
  }

  /// The same no farther than a vehicle goes, whatever the options say.
  ///
  /// @param mostMetres longest ride
  public boolean spread(
      GeoPoint place,
      PathOptions options,
      ReachDirection direction,
      int limitSeconds,
      int mostMetres,
      SpreadVisitor visitor) {
    return paths.spread(place, options, direction, limitSeconds, mostMetres, visitor);
  }

  /// Places and where each meets the streets, null where none is near.
  public record Ends(@Nullable EdgeSnap[] snaps) {

    int count() {
      return snaps.length;
    }
  }

  /// What rides between one place and each of many take.
  ///
  /// @param seconds [StreetSpread#NEVER] where there is no way within the limits
  /// @param metres of the same ways
  public record Times(int[] seconds, int[] metres) {}

  /// Makes places ready for one question after another.
  public Ends ends(List<GeoPoint> places) {
    return paths.ends(places);
  }

  /// What rides from one place to each of many take, or from each of them to it.
  public Times times(
      GeoPoint place,
      Ends others,
      ReachDirection direction,
      PathOptions options,
      int limitSeconds) {
    return paths.times(place, others, direction, options, limitSeconds);
  }

  /// Seconds from one place to each of many, or from each of them to it, in the same sense.
  public int[] seconds(
      GeoPoint place,
      List<GeoPoint> others,
      ReachDirection direction,
      PathOptions options,
      int limitSeconds) {
    return paths.seconds(place, others, direction, options, limitSeconds);
  }

  /// A time that no ride from each of many places to the end can undercut, by whichever of the
  /// places in between: one search backwards over the fastest streets, whatever their comfort and
  /// turns. [StreetSpread#NEVER] where it is more than the limit.
  ///
  /// @param onwardSeconds from each place in between to the end, at least
  public int[] atLeastSeconds(
      List<GeoPoint> from,
      List<GeoPoint> between,
      int[] onwardSeconds,
      PathOptions options,
      int limitSeconds) {
    return paths.atLeastSeconds(from, between, onwardSeconds, options, limitSeconds);
  }
}
