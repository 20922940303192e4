package org.toret.router.path;

/// How somebody moves along the streets.
public enum StreetMode {
  WALK,
  BIKE,
  CAR
}
