package org.toret.router.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.StreetClass;
import org.toret.network.street.StreetNetwork;
import org.toret.network.traffic.RoadPlace;

/// An avenue of two carriageways 20 m apart from west to east, a service road 12 m beside it under
/// the same name, and a street across it.
///
/// ```
///   y  20  <──────────────  Corso Unità d'Italia, secondary, westward
///   y   0  ──────────────>  the same, eastward
///   y -12  ──────────────>  the same, residential (service road)
///   x 300, y -200 to 200    Via Nizza, tertiary, both ways, touching none
/// ```
@Tag("RT-42")
final class RoadMatcherTest {

  private final StreetNetwork streets = streets();
  private final RoadMatcher matcher = new RoadMatcher(streets);
  private final int eastward = arc(0, 0, 300, 0);
  private final int westward = arc(300, 20, 0, 20);
  private final int service = arc(0, -12, 300, -12);
  private final int north = arc(340, -200, 340, 200);

  private static StreetNetwork streets() {
    Avenue avenue = new Avenue();
    String corso = "Corso Unità d'Italia";
    int a = avenue.node(0, 0);
    int b = avenue.node(300, 0);
    int c = avenue.node(300, 20);
    int d = avenue.node(0, 20);
    int e = avenue.node(0, -12);
    int f = avenue.node(300, -12);
    avenue.street(a, b, corso, StreetClass.SECONDARY, 45, true);
    avenue.street(c, d, corso, StreetClass.SECONDARY, 45, true);
    avenue.street(e, f, corso, StreetClass.RESIDENTIAL, 27, true);
    int south = avenue.node(340, -200);
    int up = avenue.node(340, 200);
    avenue.street(south, up, "Via Nizza", StreetClass.TERTIARY, 36, false);
    return avenue.build();
  }

  private int arc(double x1, double y1, double x2, double y2) {
    return Avenue.arc(streets, Avenue.at(x1, y1), Avenue.at(x2, y2));
  }

  private RoadMatcher.Match match(String road, double x, double y, int bearing) {
    return matcher.match(new RoadPlace(road, List.of(Avenue.at(x, y)), bearing, false));
  }

  @Test
  void aDetectorIsOnTheCarriagewayItLiesAt() {
    String road = "Corso Unita' D'italia(TO)";
    RoadMatcher.Match match = match(road, 150, 3, RoadPlace.ANY_BEARING);
    assertThat(match.arcs()).containsExactly(eastward);
    assertThat(match.confidence()).isEqualTo(1);
    assertThat(match.alongMetres()).isBetween(149.0, 151.0);
    assertThat(match(road, 150, 18, RoadPlace.ANY_BEARING).arcs()).containsExactly(westward);
  }

  @Test
  void theMainCarriagewayIsMeantBesideAServiceRoad() {
    assertThat(match("Corso Unità d'Italia", 150, -7, RoadPlace.ANY_BEARING).arcs())
        .containsExactly(eastward);
    assertThat(match("Corso Unità d'Italia", 150, -50, RoadPlace.ANY_BEARING).arcs())
        .containsExactly(eastward);
    assertThat(service).isNotEqualTo(eastward);
  }

  @Test
  void theBearingDecides() {
    assertThat(match("Corso Unità d'Italia", 150, 2, 270).arcs()).containsExactly(westward);
    assertThat(match("Via Nizza", 342, 0, 10).arcs()).containsExactly(north);
    assertThat(match("Via Nizza", 342, 0, 190).arcs()).containsExactly(north ^ 1);
    assertThat(match("Via Nizza", 342, 0, 90).isFound()).isFalse();
  }

  @Test
  void withoutABearingATwoWayStreetIsLessCertain() {
    RoadMatcher.Match match = match("Via Nizza", 342, 100, RoadPlace.ANY_BEARING);
    assertThat(match.arcs()).containsExactlyInAnyOrder(north, north ^ 1);
    assertThat(match.confidence()).isEqualTo(0.7);
  }

  @Test
  void aNumberedRoadIsOnTheNearestGreaterStreet() {
    RoadMatcher.Match match = match("SS29 Del Colle", 150, -9, 90);
    assertThat(match.arcs()).containsExactly(eastward);
    assertThat(match.confidence()).isEqualTo(0.6);
    assertThat(match("SS29 Del Colle", 150, -45, 90).isFound()).isFalse();
    assertThat(match("Corso Unità d'Italia", 150, 400, 90).isFound()).isFalse();
  }

  private int[] course(boolean bothWays, GeoPoint... line) {
    return matcher.match(new RoadPlace("", List.of(line), RoadPlace.ANY_BEARING, bothWays)).arcs();
  }

  @Test
  void aCourseGoesAlongItsDirection() {
    GeoPoint west = Avenue.at(10, 1);
    GeoPoint east = Avenue.at(290, 1);
    assertThat(course(false, west, east)).containsExactly(eastward);
    assertThat(course(true, west, east)).containsExactlyInAnyOrder(eastward, westward);
    // against the way of the carriageway nothing is near in that direction
    assertThat(course(false, Avenue.at(290, 2), Avenue.at(10, 2))).isEmpty();
  }

  @Test
  void aShortPieceOfALongStreetCountsAndAGrazedOneDoesNot() {
    assertThat(course(false, Avenue.at(100, 0), Avenue.at(160, 0))).containsExactly(eastward);
    assertThat(course(false, Avenue.at(100, 0), Avenue.at(130, 0))).isEmpty();
    // a course across the avenue does not close it
    assertThat(course(true, Avenue.at(150, -100), Avenue.at(150, 100))).isEmpty();
  }
}
