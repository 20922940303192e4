package org.toret.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notice;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.Limits;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.Waypoint;
import org.toret.mobility.plan.When;
import org.toret.network.flex.OnDemand;
import org.toret.network.street.MapFeatures;
import org.toret.network.street.StreetBuilder;
import org.toret.network.street.StreetClass;
import org.toret.network.street.StreetEdge;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;
import org.toret.network.street.StreetSurface;

/// What luggage means: longer changes, no stairs where there is another way, nothing shared with
/// two wheels.
@Tag("BI-04")
final class LuggageTest {

  private static final String LINES =
      """
      stop A at=45.0,7.6 ; stop B at=45.1,7.6 ; stop C at=45.2,7.6
      line 1 bus A 08:00 B 08:10
      line 2 bus B 08:11:30 C 08:20
      line 3 bus B 08:12 C 08:21
      """;

  /// Changing takes two minutes and not one.
  @Test
  void aChangeTakesTwoMinutes() {
    assertThat(arrivals("C", false)).first().isEqualTo("08:20");
    assertThat(arrivals("C", true)).first().isEqualTo("08:21");
  }

  /// 180 s on foot at 78 % of the pace are 231 s: with two minutes, after 08:21, that is 08:26:51.
  @Test
  void theWayBetweenVehiclesTakesLonger() {
    String city =
        """
        stop A at=45.0,7.6 ; stop C at=45.2,7.6 ; stop D at=45.21,7.6 ; stop E at=45.3,7.6
        line 1 bus A 08:00 C 08:21
        line 2 bus D 08:25 E 08:40
        line 3 bus D 08:26:50 E 08:45
        line 4 bus D 08:26:52 E 08:50
        walk C-D 180s
        """;
    assertThat(arrivals(city, "A", "E", false)).first().isEqualTo("08:40");
    assertThat(arrivals(city, "A", "E", true)).first().isEqualTo("08:50");
  }

  private static List<String> arrivals(String to, boolean luggage) {
    return arrivals(LINES, "A", to, luggage);
  }

  private static List<String> arrivals(String text, String from, String to, boolean luggage) {
    TestCity city = TestCity.of(text);
    PlanRequest plain = city.request(from, to, "08:00", false, TravelMode.transit());
    PlanAnswer answer =
        TestCity.answered(
            city.planner.plan(
                request(
                    plain.from(),
                    plain.to(),
                    TravelMode.transit(),
                    TestTravellers.laden(luggage),
                    2000)));
    assertThat(answer.notices().stream().map(Notice::code).anyMatch("luggage_heeded"::equals))
        .isEqualTo(luggage);
    return answer.alternatives().stream()
        .map(alternative -> alternative.arrival().toLocalTime().toString())
        .sorted()
        .toList();
  }

  /// From `A` to `B` straight over 200 m of stairs, or 600 m around.
  @Test
  void stairsAreLeftOutWhereThereIsAnotherWay() {
    assertThat(walk(streets(true), false)).isBetween(195, 205);
    assertThat(walk(streets(true), true)).isBetween(595, 605);
    assertThat(walk(streets(false), true)).isBetween(195, 205);
  }

  private static int walk(StreetNetwork streets, boolean luggage) {
    TestCity city = TestCity.of("stop S at=45.5,7.6", streets, OnDemand.none());
    PlanRequest request =
        request(
            new Waypoint.Point(corner(0, 0), ""),
            new Waypoint.Point(corner(200, 0), ""),
            EnumSet.of(TravelMode.WALK),
            TestTravellers.laden(luggage),
            2000);
    List<Alternative> found = TestCity.answered(city.planner.plan(request)).alternatives();
    return found.getFirst().legs().getFirst().metres();
  }

  private static StreetNetwork streets(boolean around) {
    StreetBuilder builder = new StreetBuilder(false);
    int[] nodes = {
      node(builder, 0, 0), node(builder, 200, 0), node(builder, 0, 200), node(builder, 200, 200)
    };
    builder.edge(edge(nodes[0], nodes[1], StreetFlags.STEPS));
    if (around) {
      builder.edge(edge(nodes[0], nodes[2], 0));
      builder.edge(edge(nodes[2], nodes[3], 0));
      builder.edge(edge(nodes[3], nodes[1], 0));
    }
    return builder.build(MapFeatures.NONE);
  }

  private static int node(StreetBuilder builder, double north, double east) {
    GeoPoint point = corner(north, east);
    return builder.node(point.latE7(), point.lonE7(), 0);
  }

  private static GeoPoint corner(double north, double east) {
    double latPerMetre = 180 / (Math.PI * 6_371_008.8);
    double lon = east * latPerMetre / Math.cos(Math.toRadians(45));
    return new GeoPoint(45 + north * latPerMetre, 7.6 + lon);
  }

  private static StreetEdge edge(int from, int to, int flags) {
    return new StreetEdge(
        from,
        to,
        2000,
        StreetFlags.FOOT | flags,
        5,
        0,
        0,
        0,
        0,
        StreetClass.RESIDENTIAL,
        StreetSurface.SMOOTH,
        10,
        0,
        0,
        "",
        "",
        new int[0],
        new int[0]);
  }

  @Test
  void nothingSharedOnTwoWheelsAndNothingThatLeavesTheBicycle() {
    Set<TravelMode> all = EnumSet.allOf(TravelMode.class);
    assertThat(TestTravellers.laden(false).fit(all)).isEqualTo(all);
    assertThat(TestTravellers.laden(true).fit(all))
        .doesNotContain(TravelMode.BIKESHARE, TravelMode.SCOOTER)
        .contains(TravelMode.TAXI, TravelMode.CARSHARE, TravelMode.BIKE);
    assertThat(TestTravellers.laden(true).fit(EnumSet.of(TravelMode.SCOOTER))).isEmpty();
  }

  private static PlanRequest request(
      Waypoint from, Waypoint to, Set<TravelMode> modes, Traveller traveller, int maxWalk) {
    return new PlanRequest(
        from,
        to,
        List.of(),
        new When(
            LocalDateTime.parse("2026-03-02T08:00").atZone(ZoneId.of("Europe/Rome")).toInstant(),
            false,
            Duration.ofHours(1)),
        modes,
        traveller,
        new Limits(5, maxWalk, 25_000),
        true,
        0,
        PlanRequest.STAY_MINUTES,
        "en");
  }
}
