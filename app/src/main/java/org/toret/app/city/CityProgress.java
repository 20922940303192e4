package org.toret.app.city;

/// Where long work says how far it is. Implementations show it; the work does not wait for them.
public interface CityProgress {

  /// The parts of compiling a city, with the share of the whole that each usually takes.
  enum Stage {
    RECOGNISE(1),
    TIMETABLE(34),
    STREETS(30),
    TRANSFERS(25),
    PLACES(5),
    WRITE(5);

    private final int percent;

    Stage(int percent) {
      this.percent = percent;
    }

    /// Share of the whole that is done when this stage is done so far.
    public double overall(double fraction) {
      double before = 0;
      for (Stage stage : values()) {
        if (stage.ordinal() < ordinal()) {
          before += stage.percent;
        }
      }
      return (before + percent * Math.clamp(fraction, 0, 1)) / 100;
    }
  }

  /// Nobody watches.
  CityProgress NONE = (stage, fraction, detail) -> {};

  /// The work is this far.
  ///
  /// @param fraction of the stage, from 0 to 1
  /// @param detail what is being read, for example a file; empty where there is nothing to name
  void at(Stage stage, double fraction, String detail);
}
