package org.toret.router.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// However long a journey is and however many there are, each is told from its end to its start.
final class LabelStoreTest {

  private static final int RIDES = 10_000;

  @Test
  void aJourneyOfManyRidesIsToldBackToItsFirst() {
    LabelStore store = new LabelStore();
    int other = store.board(7, 7, 7, -1, -1);
    int at = -1;
    for (int ride = 0; ride < RIDES; ride++) {
      int boarding = store.board(ride, 2 * ride, 3 * ride, at, -1);
      at = store.alight(boarding, 3 * ride + 1);
    }
    int last = at;
    for (int ride = RIDES - 1; ride >= 0; ride--) {
      int boarding = store.boardingOf(at);
      assertThat(store.lineOf(boarding)).isEqualTo(ride);
      assertThat(store.tripOf(boarding)).isEqualTo(2 * ride);
      assertThat(store.callOf(boarding)).isEqualTo(3 * ride);
      assertThat(store.alightCallOf(at)).isEqualTo(3 * ride + 1);
      at = store.labelBefore(boarding);
    }
    assertThat(at).isEqualTo(-1);
    assertThat(store.firstBoarding(last)).isEqualTo(other + 1);
    int seated = store.board(8, 8, 0, -1, other);
    assertThat(store.firstBoarding(store.alight(seated, 1))).isEqualTo(other);
  }
}
