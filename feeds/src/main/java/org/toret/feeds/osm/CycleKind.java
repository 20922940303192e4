package org.toret.feeds.osm;

/// What cyclists have for themselves in one direction of a street.
enum CycleKind {
  /// Nothing: they ride among the cars.
  NONE,
  /// A lane, painted on the carriageway.
  LANE,
  /// A way apart from cars: a cycle way, a track behind a kerb.
  TRACK
}
