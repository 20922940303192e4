package org.toret.app.simulate.feed;

import java.util.Locale;
import org.toret.app.simulate.Detector;
import org.toret.app.simulate.Reading;
import org.toret.app.simulate.Simulation;

/// What detectors on the roads measured, as `fdt.xml` of 5T: flow in vehicles an hour, mean speed
/// in kilometres an hour. Detectors have invented location codes.
public final class TrafficFeed {

  /// Readings are means of five minutes.
  public static final int PERIOD_SECONDS = 300;

  private final Simulation simulation;

  public TrafficFeed(Simulation simulation) {
    this.simulation = simulation;
  }

  /// After 5T: `traffic_data` with `FDT_data`.
  public byte[] fiveT(long epochSecond) {
    long end = Math.floorDiv(epochSecond, PERIOD_SECONDS) * PERIOD_SECONDS;
    FiveTText text = new FiveTText(end, PERIOD_SECONDS);
    for (Reading reading : simulation.traffic(epochSecond)) {
      Detector detector = reading.detector();
      text.element(
          "FDT_data",
          "lcd1",
          String.valueOf(detector.id()),
          "Road_LCD",
          String.valueOf(detector.edge()),
          "Road_name",
          detector.road(),
          "offset",
          "0",
          "direction",
          detector.forward() ? "positive" : "negative",
          "lat",
          String.valueOf(detector.point().lat()),
          "lng",
          String.valueOf(detector.point().lon()),
          "accuracy",
          "100",
          "period",
          String.valueOf(PERIOD_SECONDS / 60));
      text.element(
          "speedflow",
          "flow",
          String.valueOf(reading.flow()),
          "speed",
          String.format(Locale.ROOT, "%.1f", reading.kmh()));
      text.close("speedflow");
      text.close("FDT_data");
    }
    return text.bytes();
  }
}
