package org.toret.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;
import org.toret.app.keep.OpenCity;
import org.toret.network.access.LiftOutage;
import org.toret.network.access.LiftOutage.Need;
import tools.jackson.databind.JsonNode;

/// A lift out of order, told while people who take no steps, or avoid stairs, ask their way in a
/// [LiftTown].
@Tag("RT-34")
final class LiftApiTest {

  @TempDir static Path folder;
  @TempDir static Path state;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    server = LiftTown.serve(folder, state);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void whoTakesNoStepsIsLedRoundALiftThatIsOutUntilItWorksAgain() {
    assertThat(first("PS", "QS", "&wheelchair=true")).isEqualTo("metro");
    JsonNode source = send(LiftTown.lift("notAvailable", "StopPlaceRef", "QS", ""));
    assertThat(source.path("state").asString()).isEqualTo("fresh");
    assertThat(first("PS", "QS", "&wheelchair=true")).isEqualTo("bus");
    assertThat(first("PS", "QS", "&wheelchair=true&arriveBy=true")).isEqualTo("bus");
    assertThat(first("QS", "RS", "&wheelchair=true")).isEqualTo("bus");
    assertThat(first("PS", "RS", "&wheelchair=true")).as("passes below").isEqualTo("metro");
    assertThat(first("PS", "QS", "")).as("takes the stairs").isEqualTo("metro");
    assertThat(first("PS", "QS", "&wheelchair=true&live=false")).isEqualTo("metro");
    JsonNode leg = ride(plan("PS", "QS", ""));
    assertThat(leg.path("alerts").toString()).contains("Ascensore fermo");
    send(LiftTown.lift("available", "StopPlaceRef", "QS", ""));
    assertThat(first("PS", "QS", "&wheelchair=true")).isEqualTo("metro");
    assertThat(ride(plan("PS", "QS", "")).path("alerts").toString()).doesNotContain("Ascensore");
  }

  @Test
  void worksThatAreAnnouncedCloseAStationInTheirTimeAlone() {
    String later =
        """
        <ValidityPeriod><StartTime>2026-09-15T12:00:00+02:00</StartTime>
        <EndTime>2026-09-15T14:00:00+02:00</EndTime></ValidityPeriod>
        """;
    send(LiftTown.lift("notAvailable", "StopPlaceRef", "RS", later));
    assertThat(first("PS", "RS", "&wheelchair=true")).isEqualTo("metro");
    assertThat(first("PS", "RS", "&wheelchair=true&at=2026-09-15T12:30")).isEqualTo("bus");
    assertThat(first("PS", "RS", "&wheelchair=true&at=2026-09-15T14:30")).isEqualTo("metro");
    send(LiftTown.lift("available", "StopPlaceRef", "RS", ""));
  }

  @Test
  void whoAvoidsStairsIsLedRoundALiftBesideStairs() {
    assertThat(first("PS", "QS", "&avoidStairs=true")).isEqualTo("metro");
    send(LiftTown.lift("notAvailable", "StopPlaceRef", "QS", ""));
    assertThat(first("PS", "QS", "&avoidStairs=true")).isEqualTo("bus");
    assertThat(first("QS", "RS", "&avoidStairs=true&arriveBy=true")).isEqualTo("bus");
    assertThat(first("PS", "RS", "&avoidStairs=true")).as("passes below").isEqualTo("metro");
    assertThat(first("PS", "QS", "&avoidStairs=true&live=false")).isEqualTo("metro");
    assertThat(first("PS", "QS", "&luggage=true")).as("may take stairs").isEqualTo("metro");
    send(LiftTown.lift("available", "StopPlaceRef", "QS", ""));
    assertThat(first("PS", "QS", "&avoidStairs=true")).isEqualTo("metro");
  }

  @Test
  void whoAvoidsStairsGoesByEscalatorWhereWheelsCannot() {
    send(LiftTown.lift("notAvailable", "StopPlaceRef", "WS", ""));
    JsonNode answer = plan("PS", "WS", "&avoidStairs=true");
    assertThat(ride(answer).at("/to/stop").asString()).isEqualTo("town:W1");
    assertThat(answer.path("notices").toString()).doesNotContain("lift_out");
    assertThat(plan("PS", "WS", "&wheelchair=true").toString())
        .as("by metro as far as it goes, on by bus")
        .contains("town:WB")
        .doesNotContain("town:W1");
    send(LiftTown.lift("available", "StopPlaceRef", "WS", ""));
  }

  @Test
  void whereNoWaysArePublishedWhoAvoidsStairsIsToldThatNobodyKnows() {
    send(LiftTown.lift("notAvailable", "StopPlaceRef", "RS", ""));
    JsonNode answer = plan("PS", "RS", "&avoidStairs=true");
    assertThat(ride(answer).path("mode").asString()).isEqualTo("metro");
    assertThat(ride(answer).path("alerts").toString()).contains("Ascensore fermo");
    assertThat(answer.path("notices").toString())
        .contains("lift_out_stairs_unknown")
        .contains("At R a lift is out of order");
    assertThat(plan("PS", "QS", "&avoidStairs=true").path("notices").toString())
        .as("nobody gets off at R")
        .doesNotContain("lift_out");
    assertThat(plan("PS", "RS", "").path("notices").toString()).doesNotContain("lift_out");
    assertThat(plan("PS", "RS", "&avoidStairs=true&at=2026-09-16T08:00").path("notices").toString())
        .as("until it works again")
        .contains("lift_out");
    send(LiftTown.lift("available", "StopPlaceRef", "RS", ""));
  }

  @Test
  void theWaysInsideAStationTellWhichStopsALiftLeadsTo() {
    assertThat(closed("QS", Need.STEP_FREE)).as("the bus stands at the kerb").isEqualTo("Q1 / Q1 ");
    assertThat(closed("QN", Need.STEP_FREE)).as("node below the lift").isEqualTo("Q1 / Q1 ");
    assertThat(closed("QE", Need.STEP_FREE)).as("no lift begins at the entrance").isEqualTo("/ ");
    assertThat(closed("Q1", Need.STEP_FREE)).isEqualTo("Q1 / Q1 ");
    assertThat(closed("RS", Need.STEP_FREE)).as("no ways are told").isEqualTo("R1 / R1 ");
    assertThat(closed("QB", Need.STEP_FREE)).as("named itself").isEqualTo("QB / QB ");
    assertThat(closed("TS", Need.STEP_FREE)).as("a second lift leads there").isEqualTo("/ ");
    assertThat(closed("TN", Need.STEP_FREE)).isEqualTo("/ ");
    assertThat(closed("WS", Need.STEP_FREE)).as("beside escalators").isEqualTo("W1 / W1 ");
  }

  @Test
  void theWaysTellWhatIsLeftToWhoAvoidsStairs() {
    assertThat(closed("QS", Need.NO_STAIRS)).isEqualTo("Q1 / Q1 ");
    assertThat(closed("WS", Need.NO_STAIRS)).as("escalators up and down").isEqualTo("/ ");
    assertThat(closed("US", Need.NO_STAIRS)).as("one escalator, up").isEqualTo("U1 / ");
    assertThat(closed("RS", Need.NO_STAIRS)).as("no ways are told").isEqualTo("/ ? R1 ");
    assertThat(closed("QB", Need.NO_STAIRS)).isEqualTo("/ ? QB ");
  }

  /// The stops that cannot be entered, `/`, those that cannot be left, `?`, those in doubt.
  private static String closed(String named, Need need) {
    OpenCity city = server.refresh();
    BitSet places = new BitSet();
    places.set(city.directory().findStop("town:" + named).orElseThrow());
    LiftOutage.Closed closed = LiftOutage.closed(city.timetable(), places, need);
    String doubtful = ids(city, closed.doubtful());
    return ids(city, closed.entry())
        + "/ "
        + ids(city, closed.exit())
        + (doubtful.isEmpty() ? "" : "? " + doubtful);
  }

  private static String ids(OpenCity city, BitSet stops) {
    StringBuilder out = new StringBuilder();
    stops.stream()
        .forEach(
            stop -> out.append(city.timetable().stops().ids().get(stop).substring(5)).append(' '));
    return out.toString();
  }

  private static JsonNode plan(String from, String to, String more) {
    String at = more.contains("at=") ? "" : "&at=2026-09-15T08:00";
    String question = "api/v1/plan?modes=transit&from=town:%s&to=town:%s%s%s";
    return server.json(question.formatted(from, to, at, more));
  }

  /// The mode of what arrives first.
  private static String first(String from, String to, String more) {
    return ride(plan(from, to, more)).path("mode").asString();
  }

  private static JsonNode ride(JsonNode plan) {
    JsonNode best = null;
    String arrival = "";
    for (JsonNode way : plan.path("alternatives")) {
      String theirs = way.path("arrival").asString();
      for (JsonNode leg : way.path("legs")) {
        if (leg.has("trip") && (best == null || theirs.compareTo(arrival) < 0)) {
          best = leg;
          arrival = theirs;
        }
      }
    }
    if (best == null) {
      throw new AssertionError("nothing is ridden: " + plan);
    }
    return best;
  }

  private static JsonNode send(String message) {
    return LiftTown.send(server, message);
  }
}
