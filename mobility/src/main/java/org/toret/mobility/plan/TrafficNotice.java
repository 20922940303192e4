package org.toret.mobility.plan;

import java.util.List;
import java.util.Optional;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;

/// Says that times follow the traffic of now, and of when that is.
public final class TrafficNotice {

  private TrafficNotice() {}

  /// Empty where no leg is on a street whose speed of now is told.
  public static Optional<Notice> of(List<Alternative> drawn) {
    return drawn.stream()
        .flatMap(way -> way.legs().stream())
        .filter(Leg::followsTraffic)
        .flatMap(leg -> Optional.ofNullable(leg.traffic()).stream())
        .findFirst()
        .map(traffic ->
            Notice.of(
                "roads_live",
                Severity.INFO,
                Place.ofFeed(""),
                traffic.liveAt().toLocalTime().toString().substring(0, 5)));
  }
}
