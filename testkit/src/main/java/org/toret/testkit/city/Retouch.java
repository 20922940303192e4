package org.toret.testkit.city;

import org.toret.network.timetable.build.TransferRow;

/// Changes what a [RandomCity] draws before it is added, without disturbing the draw.
interface Retouch {

  /// Changes nothing.
  Retouch NOTHING = new Retouch() {};

  /// Called before anything is drawn but the services.
  default void begin(CityBuilder city) {}

  /// The trip that is added.
  default CityBuilder.Sketch trip(String name, CityBuilder.Sketch drawn) {
    return drawn;
  }

  /// Whether a transfer rule is added.
  default boolean keeps(TransferRow rule) {
    return true;
  }

  /// Called when all is drawn.
  default void end(CityBuilder city) {}
}
