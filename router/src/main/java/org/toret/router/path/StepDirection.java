package org.toret.router.path;

/// What to do at the beginning of a step.
public enum StepDirection {
  DEPART,
  STRAIGHT,
  SLIGHT_LEFT,
  LEFT,
  SHARP_LEFT,
  SLIGHT_RIGHT,
  RIGHT,
  SHARP_RIGHT,
  TURN_BACK,
  /// Enter a roundabout.
  ROUNDABOUT,
  /// Take the stairs.
  STAIRS,
  /// Board a ferry.
  FERRY,
  /// Walk through a station.
  STATION,
  ARRIVE
}
