package org.toret.router.path;

import org.toret.base.geo.GeoPoint;

/// A part of a path on its way into a [PathAssembler].
sealed interface PathPiece {

  int decimetres();

  /// Part of a street arc; positions count from the arc's start.
  record OnArc(int arc, int fromDecimetres, int toDecimetres) implements PathPiece {
    @Override
    public int decimetres() {
      return toDecimetres - fromDecimetres;
    }
  }

  /// A straight way to a point: between a place and the street, or beyond the streets.
  record Straight(GeoPoint to, int decimetres) implements PathPiece {}

  /// A passage inside a station.
  record Passage(GeoPoint to, int decimetres) implements PathPiece {}
}
