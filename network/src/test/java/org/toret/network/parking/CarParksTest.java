package org.toret.network.parking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.toret.base.geo.GeoPoint;

final class CarParksTest {

  private static CarPark park(String id, double lat, int capacity, int flags) {
    return new CarPark(
        id, id.startsWith("osm") ? "" : "Bodoni", new GeoPoint(lat, 7.6), capacity, flags);
  }

  /// 45.0005 is 56 m from 45; 45.002 is 222 m away.
  @Test
  void whatTheMapShowsTwiceIsOne() {
    CarParks parks =
        new CarParksBuilder()
            .add(park("osm:way/1", 45.0005, 99, CarParks.COVERED))
            .add(park("osm:way/2", 45.002, 50, CarParks.PARK_AND_RIDE))
            .add(park("pk:2", 45, -1, CarParks.FEE))
            .build();
    assertThat(parks.count()).isEqualTo(2);
    assertThat(parks.ids().get(0)).isEqualTo("pk:2");
    assertThat(parks.capacities()).containsExactly(99, 50);
    assertThat(parks.has(0, CarParks.COVERED)).isTrue();
    assertThat(parks.has(0, CarParks.FEE)).isTrue();
    assertThat(parks.has(1, CarParks.PARK_AND_RIDE)).isTrue();
    assertThat(parks.find("osm:way/2")).isEqualTo(1);
    assertThat(parks.find("osm:way/1")).isEqualTo(-1);
  }
}
