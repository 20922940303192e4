package org.toret.base.progress;

/// Hears how far long work has come; called from the working thread, so it must be quick.
@FunctionalInterface
public interface Progress {

  /// The work reached a point.
  ///
  /// @param what the part of the work at hand, for example `gtt/stop_times.txt`
  /// @param done how much of it is done, in a unit of the work's own choice
  /// @param total how much there is in all in the same unit, 0 when that is not known
  void reached(String what, long done, long total);

  /// Tells nobody.
  static Progress silent() {
    return (what, done, total) -> {};
  }
}
