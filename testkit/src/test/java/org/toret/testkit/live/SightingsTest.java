package org.toret.testkit.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notices;
import org.toret.network.overlay.CallChange;
import org.toret.network.overlay.FeedChanges;
import org.toret.network.overlay.LiveOverlay;
import org.toret.network.overlay.LiveTimetable;
import org.toret.network.overlay.Sightings;
import org.toret.network.overlay.Sightings.Sighting;
import org.toret.network.overlay.TripChange;
import org.toret.router.raptor.TimetableView;
import org.toret.testkit.city.TimetableText;

/// Where a vehicle is seen tells how late it is: the places are drawn between stops, and what must
/// come out follows from the timetable.
@Tag("RT-17")
final class SightingsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private final TimetableText city =
      TimetableText.of(
          """
          stop A at=45.00,7.00 ; stop B at=45.01,7.00 ; stop C at=45.02,7.00
          line 4 trip=t A 08:00 B 08:10-08:12 C 08:22
          """);
  private final Sightings sightings = new Sightings(city.timetable());

  @Test
  void halfWayTheTimetableIsHalfWay() {
    assertThat(late(45.005, "08:05:00")).hasValue(0);
    assertThat(
            new Sightings(city.timetable()).delays("t", at("08:07:30"), seen(45.005, "08:07:30")))
        .hasSize(1)
        .allMatch(change -> seconds(change) == 150);
    assertThat(fresh(45.015, "08:15:00")).hasValue(-120);
  }

  @Test
  void whoStandsWithinTheStopIsOnTime() {
    assertThat(fresh(45.01, "08:11:00")).hasValue(0);
    assertThat(fresh(45.01, "08:14:00")).hasValue(120);
    assertThat(fresh(45.00, "07:40:00")).as("before the first departure").hasValue(0);
    assertThat(fresh(45.00, "08:04:00")).hasValue(240);
  }

  @Test
  void whatCannotBeIsNotTold() {
    assertThat(fresh(45.005, 7.01, "08:05:00")).as("another street").isEmpty();
    assertThat(fresh(45.005, "10:05:00")).as("two hours late").isEmpty();
    assertThat(fresh(45.015, "08:02:00")).as("15 minutes early").isEmpty();
  }

  @Test
  void delaysAreSmoothedAndLeapsHaveToBeConfirmed() {
    assertThat(late(45.005, "08:06:00")).hasValue(60);
    assertThat(late(45.005, "08:08:00")).as("between 60 and 180").hasValue(120);
    assertThat(late(45.002, "08:09:00")).as("a leap to 420").hasValue(270);
    assertThat(late(45.002, "08:13:30")).as("a leap to 690").hasValue(270);
    assertThat(late(45.002, "08:14:00")).as("confirmed").hasValue(720);
  }

  @Test
  void theDelayGoesOnFromTheNextCall() {
    List<TripChange> changes = sightings.delays("t", at("08:07:00"), seen(45.005, "08:07:00"));
    LiveTimetable live =
        new LiveOverlay(city.timetable())
            .update(new FeedChanges("s", "t", at("08:07:00"), changes), new Notices());
    int row = live.tripOn(0, TODAY);
    assertThat(live.kind(row)).isEqualTo(TripChange.Kind.SEEN);
    var patterns = live.timetable().patterns();
    int times = patterns.timeOffset(live.timetable().trips().patterns()[row], row);
    assertThat(patterns.departure(times)).isEqualTo(8 * 3600);
    assertThat(patterns.arrival(times + 1)).isEqualTo(8 * 3600 + 720);
    assertThat(patterns.arrival(times + 2)).isEqualTo(8 * 3600 + 22 * 60 + 120);
  }

  /// By vehicles that were seen before.
  private OptionalInt late(double lat, String clock) {
    return late(sightings, lat, 7, clock);
  }

  private OptionalInt fresh(double lat, String clock) {
    return fresh(lat, 7, clock);
  }

  private OptionalInt fresh(double lat, double lon, String clock) {
    return late(new Sightings(city.timetable()), lat, lon, clock);
  }

  private OptionalInt late(Sightings sightings, double lat, double lon, String clock) {
    List<TripChange> changes = sightings.delays("t", at(clock), seen(lat, lon, clock));
    return changes.isEmpty() ? OptionalInt.empty() : OptionalInt.of(seconds(changes.getFirst()));
  }

  private static int seconds(TripChange change) {
    CallChange call = change.calls().getFirst();
    return call.arrival().orElseThrow().delaySeconds().orElseThrow();
  }

  private List<Sighting> seen(double lat, String clock) {
    return seen(lat, 7, clock);
  }

  private List<Sighting> seen(double lat, double lon, String clock) {
    return List.of(
        new Sighting(
            "t",
            OptionalInt.empty(),
            Optional.of(TODAY),
            new GeoPoint(lat, lon),
            OptionalInt.empty(),
            "",
            false,
            at(clock)));
  }

  private long at(String clock) {
    return TimetableView.origin(TODAY, city.zone())
        + java.time.LocalTime.parse(clock).toSecondOfDay();
  }
}
