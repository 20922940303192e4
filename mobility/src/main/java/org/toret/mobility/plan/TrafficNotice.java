package org.toret.mobility.plan;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;

/// Says whether times by car follow the traffic of now, and of when that is.
public final class TrafficNotice {

  private TrafficNotice() {}

  private static final Set<TravelMode> ON_ROADS =
      EnumSet.of(TravelMode.CAR, TravelMode.CARSHARE, TravelMode.TAXI);

  /// `roads_live` where a leg is on a street whose speed of now is told, else `car_free_flow` where
  /// one is driven; empty without either.
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
                traffic.liveAt().toLocalTime().toString().substring(0, 5)))
        .or(() -> onEmptyStreets(drawn));
  }

  /// Whether a mode is as fast as cars are.
  static boolean isOnRoads(TravelMode mode) {
    return ON_ROADS.contains(mode);
  }

  private static Optional<Notice> onEmptyStreets(List<Alternative> drawn) {
    return drawn.stream()
        .flatMap(way -> way.legs().stream())
        .filter(leg -> isOnRoads(leg.mode()))
        .findFirst()
        .map(leg -> Notice.of("car_free_flow", Severity.INFO, Place.ofFeed("")));
  }
}
