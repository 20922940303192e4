package org.toret.router.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.toret.router.walk.WalkOptions;

/// By car and bicycle among drawn streets: cars drive 10 m/s, bicycles 5, lengths are read off.
final class DrivingStoriesTest {

  private static final PathOptions OPTIONS = PathOptions.of(WalkOptions.upTo(5000));

  private static Optional<StreetPath> find(StreetMap map, char from, char to, StreetMode mode) {
    return map.router()
        .path(Endpoint.of(map.place(from)), Endpoint.of(map.place(to)), mode, OPTIONS);
  }

  private static int driven(StreetMap map, char from, char to) {
    return metres(find(map, from, to, StreetMode.CAR).orElseThrow());
  }

  private static int metres(StreetPath path) {
    return Math.round((path.metres() - path.offStreetMetres()) / 10f) * 10;
  }

  @Test
  void carsObeyOneWayStreets() {
    StreetMap map =
        StreetMap.of(
            """
             a   b
            A>>>>>B
            |     |
            C-----D
            """);
    assertThat(driven(map, 'a', 'b')).isEqualTo(400);
    assertThat(driven(map, 'b', 'a')).isEqualTo(100 + 200 + 600 + 200 + 100);
    StreetPath bike = find(map, 'b', 'a', StreetMode.BIKE).orElseThrow();
    assertThat(metres(bike)).isEqualTo(1200);
  }

  @Test
  void aGoalJustBehindOnAOneWayStreetMeansRoundTheBlock() {
    StreetMap map =
        StreetMap.of(
            """
              ba
            A>>>>>B
            |     |
            C-----D
            """);
    assertThat(driven(map, 'a', 'b')).isEqualTo(300 + 200 + 600 + 200 + 200);
    assertThat(driven(map, 'b', 'a')).isEqualTo(100);
  }

  @Test
  void aForbiddenTurnCostsADetour() {
    String art =
        """
           b
           E-----F
           |     |
         a |     |
        A--B-----C
           |     |
           D-----G
        """;
    assertThat(driven(StreetMap.of(art), 'a', 'b')).isEqualTo(200 + 300);
    StreetMap noLeft = StreetMap.of(art).forbid('A', 'B', 'E');
    assertThat(driven(noLeft, 'a', 'b')).isEqualTo(200 + 600 + 300 + 600);
    StreetMap onlyRight = StreetMap.of(art).forbid('A', 'B', 'E').forbid('A', 'B', 'C');
    // right, round the southern block, and north through B
    assertThat(driven(onlyRight, 'a', 'b')).isEqualTo(200 + 200 + 600 + 200 + 600 + 300);
  }

  @Test
  void aForbiddenTurnBindsCarsAlone() {
    StreetMap map =
        StreetMap.of(
                """
                   b
                   E-----F
                 a |     |
                A--B-----C
                """)
            .forbid('A', 'B', 'E');
    StreetPath bike = find(map, 'a', 'b', StreetMode.BIKE).orElseThrow();
    StreetPath walk = find(map, 'a', 'b', StreetMode.WALK).orElseThrow();
    assertThat(metres(bike)).isEqualTo(200 + 200);
    assertThat(walk.metres()).isBetween(595, 605);
  }

  @Test
  void nobodyTurnsBackInTheMiddleOfACrossing() {
    StreetMap map =
        StreetMap.of(
                """
                     b
                     E
                   a |
                A----B----C-----H
                          |     |
                          F-----G
                """)
            .forbid('A', 'B', 'E');
    // on to C, round the block C H G F, back to B and right
    int round = 500 + 600 + 200 + 600 + 200;
    assertThat(driven(map, 'a', 'b')).isEqualTo(200 + round + 500 + 200);
  }

  @Test
  void atADeadEndOneTurnsBack() {
    StreetMap map =
        StreetMap.of(
                """
                     b
                     E
                   a |
                A----B----C
                """)
            .forbid('A', 'B', 'E');
    assertThat(driven(map, 'a', 'b')).isEqualTo(200 + 500 + 500 + 200);
  }

  @Test
  void carsDoNotPassThroughAPrivateStreetButMayEndThere() {
    StreetMap map =
        StreetMap.of(
            """
             a       b
            A-B~~~~C-D
              |  p |
              |    |
              E----F
            """);
    assertThat(driven(map, 'a', 'b')).isEqualTo(100 + 300 + 500 + 300 + 200);
    assertThat(driven(map, 'a', 'p')).isEqualTo(100 + 300);
  }

  @Test
  void carsAndBicyclesStayOffFootpaths() {
    StreetMap map =
        StreetMap.of(
            """
            a      b
            A-B===C-D
              |   |
              E---F
            """);
    assertThat(driven(map, 'a', 'b')).isEqualTo(200 + 200 + 400 + 200 + 100);
    assertThat(find(map, 'a', 'b', StreetMode.WALK).orElseThrow().metres()).isBetween(895, 905);
  }

  @Test
  void theWayToTheStreetIsWalked() {
    StreetMap map =
        StreetMap.of(
            """
            a     b
            A-----B
            """);
    StreetPath path = find(map, 'a', 'b', StreetMode.CAR).orElseThrow();
    assertThat(path.offStreetMetres()).isBetween(199, 201);
    assertThat(path.seconds() - path.offStreetSeconds()).isEqualTo(60);
    assertThat(path.averageKmh()).isBetween(35.5, 36.5);
  }

  @Test
  void stepsTellTheTurns() {
    StreetMap map =
        StreetMap.of(
            """
             a
            A-----B
                  |
                  |
                  C---D
                     b
            """);
    StreetPath path = find(map, 'a', 'b', StreetMode.CAR).orElseThrow();
    assertThat(path.steps())
        .extracting(PathStep::direction)
        .startsWith(StepDirection.DEPART)
        .containsSubsequence(StepDirection.RIGHT, StepDirection.LEFT)
        .endsWith(StepDirection.ARRIVE);
  }
}
