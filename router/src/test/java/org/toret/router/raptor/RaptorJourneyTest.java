package org.toret.router.raptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SR-44")
final class RaptorJourneyTest {

  private static final int HOUR = 3600;

  /// Rides of ten minutes each, the next after so long; a trip each, and a walk of a minute before.
  private static RaptorJourney journey(int departs, int... waits) {
    List<Ride> rides = new ArrayList<>();
    int at = departs + 60;
    for (int i = 0; i <= waits.length; i++) {
      rides.add(new Ride(0, i, 0, 1, false, at, at + 600));
      at += 600 + (i < waits.length ? waits[i] : 0);
    }
    return new RaptorJourney(departs, at, rides);
  }

  @Test
  void whoWaitsAnHourIdlesBesideAShorterWayThatIsAsGood() {
    RaptorJourney idle = journey(0, HOUR);
    assertThat(idle.idlesBeside(journey(HOUR, 0))).isTrue();
    assertThat(journey(0, HOUR - 1).idlesBeside(journey(HOUR, 0))).as("a minute less").isFalse();
    assertThat(idle.idlesBeside(journey(HOUR, 0, 0))).as("more vehicles").isFalse();
    assertThat(idle.idlesBeside(journey(HOUR / 2 - 1, HOUR / 2 + 1)))
        .as("hardly shorter")
        .isFalse();
    assertThat(idle.idlesBeside(journey(HOUR / 2, HOUR / 2))).isTrue();
  }

  @Test
  void itMayBeWorseByAFifthOfWhatItSaves() {
    RaptorJourney idle = journey(0, 2 * HOUR);
    int arrives = idle.arrivalSeconds();
    // 1,260 s instead of 8,460
    int saved = 7_200;
    assertThat(idle.idlesBeside(journey(arrives - 1_260 + saved / 5, 0))).isTrue();
    assertThat(idle.idlesBeside(journey(arrives - 1_260 + saved / 5 + 1, 0))).isFalse();
    assertThat(idle.idlesBeside(journey(-saved / 5, 0))).isTrue();
    assertThat(idle.idlesBeside(journey(-saved / 5 - 1, 0))).isFalse();
  }

  @Test
  void whoStaysSeatedDoesNotWaitForAnotherVehicle() {
    Ride first = new Ride(0, 0, 0, 1, false, 60, 660);
    Ride later = new Ride(0, 1, 0, 1, true, 660 + HOUR, 1_260 + HOUR);
    RaptorJourney seated = new RaptorJourney(0, 1_260 + HOUR, List.of(first, later));
    assertThat(seated.boardings()).isEqualTo(1);
    assertThat(seated.idlesBeside(journey(HOUR))).isFalse();
  }

  @Test
  void aRunThatIsLeftAndBoardedAgainIsTold() {
    Ride first = new Ride(0, 7, 0, 1, false, 60, 660);
    Ride again = new Ride(0, 7, 2, 3, false, 900, 1_500);
    Ride other = new Ride(1, 7, 2, 3, false, 900, 1_500);
    assertThat(new RaptorJourney(0, 1_500, List.of(first, again)).boardsAgain()).isTrue();
    assertThat(new RaptorJourney(0, 1_500, List.of(first, other)).boardsAgain())
        .as("the run of another day")
        .isFalse();
  }
}
