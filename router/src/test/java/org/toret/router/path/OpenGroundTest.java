package org.toret.router.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.MapFeatures;
import org.toret.network.street.StreetNetwork;
import org.toret.router.walk.OpenGround;

/// What lies between a place and a street.
final class OpenGroundTest {

  private static final String ART =
      """
      p   q   r
      A---B
      C---D---E
      s   t   u
      """;

  private final StreetMap map = StreetMap.of(ART);

  private static boolean isOpen(StreetNetwork streets, GeoPoint from, GeoPoint to) {
    List<Integer> all = IntStream.range(0, streets.edges().count()).boxed().toList();
    return new OpenGround(streets).isOpen(from, to, all);
  }

  @Test
  void aStreetInBetweenClosesTheWay() {
    StreetNetwork streets = map.streets();
    GeoPoint onNear = map.near('p', 200, -100);
    GeoPoint onFar = map.near('p', 200, -200);
    assertThat(isOpen(streets, map.near('p', 200, 0), onNear)).isTrue();
    assertThat(isOpen(streets, map.near('p', 200, 0), onFar)).isFalse();
    // beside the end of the near street the far one is seen, from either side
    assertThat(isOpen(streets, map.place('r'), map.near('r', 0, -200))).isTrue();
    assertThat(isOpen(streets, map.place('u'), map.near('u', 0, 100))).isTrue();
    assertThat(isOpen(streets, map.place('u'), map.near('u', -50, 200))).isFalse();
  }

  @Test
  void waterInBetweenClosesTheWay() {
    MapFeatures.Builder features = new MapFeatures.Builder();
    for (MapFeatures.Kind kind :
        new MapFeatures.Kind[] {MapFeatures.Kind.WATERWAY, MapFeatures.Kind.PARK}) {
      double north = kind == MapFeatures.Kind.WATERWAY ? 0 : 100;
      GeoPoint a = map.near('r', -300, -150 + north);
      GeoPoint b = map.near('r', 300, -150 + north);
      features
          .feature(kind, "")
          .ring(new int[] {a.latE7(), b.latE7()}, new int[] {a.lonE7(), b.lonE7()});
    }
    StreetNetwork streets = map.streets(features.done());
    assertThat(isOpen(streets, map.place('r'), map.near('r', 0, -200))).isFalse();
    // the park's edge is no obstacle
    assertThat(isOpen(streets, map.place('r'), map.near('r', 0, -100))).isTrue();
  }
}
