package org.toret.app.simulate;

/// A quantity that wanders: normal with mean 0 and variance 1 at every moment, smooth in time.
///
/// Between independent normal numbers at regular moments it is led in a straight line and scaled
/// back to variance 1. Two moments more than two steps apart know nothing of one another.
///
/// @param stepSeconds how long it remembers
record Wave(Chance chance, long stepSeconds) {

  /// @param key which of many independent waves
  double at(long key, long epochSecond) {
    long step = Math.floorDiv(epochSecond, stepSeconds);
    double part = (double) Math.floorMod(epochSecond, stepSeconds) / stepSeconds;
    double before = chance.normal(key, step);
    double after = chance.normal(key, step + 1);
    double scale = Math.sqrt((1 - part) * (1 - part) + part * part);
    return ((1 - part) * before + part * after) / scale;
  }

  /// The same, at most so far from 0: what is cut off on one side is cut off on the other.
  double at(long key, long epochSecond, double most) {
    return Math.clamp(at(key, epochSecond), -most, most);
  }
}
