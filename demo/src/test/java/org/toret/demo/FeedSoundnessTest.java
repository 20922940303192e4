package org.toret.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for any good feed.
final class FeedSoundnessTest {

  @ParameterizedTest
  @ValueSource(strings = {"demo-gtt.zip", "demo-sfm.zip"})
  void everyReferenceLeadsSomewhere(String zip) throws Exception {
    Feed feed = DemoFiles.feed(zip);
    Set<String> stops = feed.stops().keySet();
    Set<String> trips = feed.byId("trips.txt", "trip_id").keySet();
    Set<String> routes = feed.byId("routes.txt", "route_id").keySet();
    Set<String> stopsOrNone = with(stops, "");
    assertThat(feed.calls().keySet()).isEqualTo(trips);
    assertThat(stops).containsAll(feed.ids("stop_times.txt", "stop_id"));
    assertThat(routes).isEqualTo(feed.ids("trips.txt", "route_id"));
    assertThat(routes).isEqualTo(feed.ids("route_networks.txt", "route_id"));
    assertThat(feed.ids("shapes.txt", "shape_id")).isEqualTo(feed.ids("trips.txt", "shape_id"));
    assertThat(feed.ids("calendar.txt", "service_id"))
        .containsAll(feed.ids("trips.txt", "service_id"))
        .containsAll(feed.ids("calendar_dates.txt", "service_id"));
    assertThat(stopsOrNone).containsAll(feed.ids("stops.txt", "parent_station"));
    assertThat(feed.ids("networks.txt", "network_id"))
        .containsAll(feed.ids("route_networks.txt", "network_id"))
        .containsAll(feed.ids("fare_leg_rules.txt", "network_id"));
    assertThat(feed.ids("fare_products.txt", "fare_product_id"))
        .containsAll(feed.ids("fare_leg_rules.txt", "fare_product_id"));
    assertThat(feed.ids("fare_media.txt", "fare_media_id"))
        .containsAll(feed.ids("fare_products.txt", "fare_media_id"));
  }

  @ParameterizedTest
  @CsvSource({"demo-gtt.zip, 80", "demo-sfm.zip, 140"})
  void vehiclesMoveForwardAtAPlausibleSpeed(String zip, double mostKilometresAnHour)
      throws Exception {
    Feed feed = DemoFiles.feed(zip);
    feed.calls()
        .forEach((trip, calls) -> {
          for (int i = 1; i < calls.size(); i++) {
            Feed.Call before = calls.get(i - 1);
            Feed.Call here = calls.get(i);
            int seconds = here.arrives() - before.leaves();
            double speed = feed.metres(before.stop(), here.stop()) / seconds * 3.6;
            boolean plausible = seconds > 0 && speed > 3 && speed < mostKilometresAnHour;
            if (!plausible || here.leaves() < here.arrives()) {
              fail(trip + " to " + here.stop() + ": " + speed + " km/h, " + seconds + " s");
            }
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo-gtt.zip", "demo-sfm.zip"})
  void vehiclesStopAtPlatformsOnly(String zip) throws Exception {
    Feed feed = DemoFiles.feed(zip);
    for (String stop : feed.ids("stop_times.txt", "stop_id")) {
      assertThat(feed.stops().get(stop)).as(stop).containsEntry("location_type", "0");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo-gtt.zip"})
  void stationPartsArePathwaysApart(String zip) throws Exception {
    Feed feed = DemoFiles.feed(zip);
    Set<String> joined = new HashSet<>();
    for (Map<String, String> row : feed.rows("pathways.txt")) {
      for (String end : List.of("from_stop_id", "to_stop_id")) {
        assertThat(feed.stops()).containsKey(Feed.cell(row, end));
        joined.add(Feed.cell(row, end));
      }
    }
    feed.stops()
        .forEach((id, row) -> {
          if (id.startsWith("M-") && !Feed.cell(row, "location_type").equals("1")) {
            assertThat(joined).contains(id);
          }
        });
  }

  private static Set<String> with(Set<String> set, String more) {
    Set<String> all = new HashSet<>(set);
    all.add(more);
    return all;
  }
}
