package org.toret.testkit.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.impact.ImpactCalculator;
import org.toret.base.notice.Notices;
import org.toret.network.overlay.CallChange;
import org.toret.network.overlay.FeedChanges;
import org.toret.network.overlay.LiveOverlay;
import org.toret.network.overlay.TripChange;
import org.toret.network.timetable.AlikePatterns;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.router.fare.DriveCosts;
import org.toret.router.impact.RideWeights;
import org.toret.testkit.city.TimetableText;

/// What the search weighs belongs to the line and not to the delay of the day.
@Tag("SR-16")
final class LateWeightTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  @Test
  void aLateVehicleWeighsWhatItWeighsInTime() {
    Timetable published =
        TimetableText.of(
                """
                line 4 bus A 08:00 B 08:10 C 08:40
                line 4 bus A 09:00 B 09:10 C 09:20
                line 5 tram A 08:00 C 08:30
                """)
            .timetable();
    RideWeights weights =
        RideWeights.of(published, new ImpactCalculator(DriveCosts.tables()), "IT", TODAY);
    Timetable now = late(published, "4@08:00", 1800);
    Patterns patterns = now.patterns();
    assertThat(patterns.count()).isGreaterThan(published.patterns().count());
    int late = patterns.count() - 1;
    int inTime = AlikePatterns.of(patterns).first(late);
    assertThat(inTime).isLessThan(published.patterns().count());
    assertThat(weights.with(now).costs().milliwattHours(late, 0, 2))
        .isPositive()
        .isEqualTo(weights.costs().milliwattHours(inTime, 0, 2));
    assertThat(weights.with(published)).isSameAs(weights);
  }

  private static Timetable late(Timetable published, String trip, int seconds) {
    CallChange call =
        new CallChange(
            OptionalInt.of(1),
            "",
            CallChange.Kind.CALLS,
            Optional.of(CallChange.Event.late(seconds)),
            Optional.empty(),
            "",
            OptionalInt.empty(),
            OptionalInt.empty());
    TripChange change =
        new TripChange(
            TripChange.Kind.RUNS,
            trip,
            "",
            -1,
            OptionalInt.empty(),
            Optional.of(TODAY),
            OptionalInt.empty(),
            List.of(call),
            TripChange.Told.NOTHING);
    LiveOverlay overlay = new LiveOverlay(published);
    return overlay.update(new FeedChanges("t", "t", 0, List.of(change)), new Notices()).timetable();
  }
}
