package org.toret.mobility.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.notice.Notices;
import org.toret.mobility.reliability.DelayHistory.Event;
import org.toret.mobility.reliability.DelayHistory.Where;
import org.toret.network.overlay.CallChange;
import org.toret.network.overlay.FeedChanges;
import org.toret.network.overlay.LiveOverlay;
import org.toret.network.overlay.TripChange;
import org.toret.network.timetable.Timetable;
import org.toret.router.raptor.TimetableView;
import org.toret.testkit.city.TimetableText;

/// What is counted of messages that tell the same run again and again.
@Tag("RE-01")
final class DelayWatchTest {

  private final TimetableText text =
      TimetableText.of("line 1 bus trip=r A 08:00 B 08:10 C 08:20-08:22 D 08:30");
  private final Timetable timetable = text.timetable();
  private final LiveOverlay overlay = new LiveOverlay(timetable);
  private final DelayHistory history = new DelayHistory();
  private final DelayWatch watch = new DelayWatch(history);

  @Test
  void aPassingIsCountedOnceWithTheLastWordBeforeIt() {
    say("07:59", late(0, 0));
    say("08:05", late(1, 60));
    say("08:09", late(1, 120));
    say("08:11", late(1, 180));
    assertThat(counted("B")).as("expected at 08:13").isEmpty();
    say("08:14", late(2, 180));
    assertThat(counted("B")).containsExactly(180);
    say("08:15", late(2, 180));
    assertThat(counted("B")).containsExactly(180);
    assertThat(counted("A")).as("left on time").containsExactly(0);
  }

  @Test
  void aRunOnTimeCountsTooAndSoDoesItsEnd() {
    say("07:59", late(0, 0));
    say("08:10", late(1, 0));
    say("08:29", late(3, 0));
    assertThat(counted("B")).containsExactly(0);
    assertThat(counted("D")).isEmpty();
    hear("08:31", List.of());
    assertThat(counted("D")).containsExactly(0);
  }

  @Test
  void whatWasPassedBeforeTheFirstWordIsNotCounted() {
    say("08:12", late(0, 60), late(1, 60), late(2, 60));
    say("08:13", late(0, 60), late(1, 60), late(2, 60));
    assertThat(counted("A")).isEmpty();
    assertThat(counted("B")).isEmpty();
    say("08:22", late(2, 60));
    assertThat(counted("C")).containsExactly(60);
  }

  @Test
  void aStopThatIsPassedThroughIsNotCounted() {
    say("07:59", late(0, 0));
    say("08:05", late(0, 0), skipped(1), late(2, 0));
    say("08:12", late(0, 0), skipped(1), late(2, 0));
    assertThat(counted("B")).isEmpty();
  }

  @Test
  void whoFallsSilentIsForgotten() {
    say("08:01", late(1, 600));
    hear("08:30", List.of());
    assertThat(counted("B")).isEmpty();
    assertThat(watch.toldAt(tripId(), text.date(), at("08:04"))).isEmpty();
  }

  @Test
  void whatWasToldBeforeIsComparedWithWhatCame() {
    for (int day = 0; day < DelayHistory.LEAST; day++) {
      DelayWatch fresh = new DelayWatch(history);
      hear(fresh, "08:00", late(1, 0));
      hear(fresh, "08:12", late(1, 240));
      hear(fresh, "08:15", late(1, 240));
    }
    Delays long_ = history.errors(lineId(), DelayHistory.lead(600)).orElseThrow();
    assertThat(long_.probabilities()[DelayBins.of(240)])
        .as("told ten minutes before: drawn to the city, where half of all words were right")
        .isGreaterThan(0.95);
    Delays short_ = history.errors(lineId(), DelayHistory.lead(120)).orElseThrow();
    assertThat(short_.probabilities()[DelayBins.of(0)]).isGreaterThan(0.95);
  }

  @Test
  void stopsWithAStayCountArrivalAndDeparture() {
    for (int day = 0; day < DelayHistory.LEAST; day++) {
      DelayWatch fresh = new DelayWatch(history);
      hear(fresh, "08:15", late(2, 120, 0));
      hear(fresh, "08:23", late(3, 0));
    }
    Where where = new Where(lineId(), stopId("C"), 8, Event.DEPARTURE);
    assertThat(history.delays(where).orElseThrow().probabilities()[DelayBins.of(0)])
        .isGreaterThan(0.9);
    assertThat(counted("C")).containsExactly(120);
  }

  /// The delays counted of arrivals at a stop.
  private List<Integer> counted(String stop) {
    int[] counts = history.counts(new Where(lineId(), stopId(stop), 8, Event.ARRIVAL));
    return IntStream.range(0, counts.length)
        .filter(bin -> counts[bin] > 0)
        .map(DelayBins::middle)
        .boxed()
        .toList();
  }

  private void say(String time, CallChange... calls) {
    hear(time, List.of(run(calls)));
  }

  private void hear(DelayWatch ears, String time, CallChange... calls) {
    hear(ears, time, List.of(run(calls)));
  }

  private void hear(String time, List<TripChange> changes) {
    hear(watch, time, changes);
  }

  private void hear(DelayWatch ears, String time, List<TripChange> changes) {
    FeedChanges said = new FeedChanges("s", feed(), at(time), changes);
    overlay.update(said, new Notices());
    ears.hear(timetable, overlay.listTold(said), "IT", at(time));
  }

  private TripChange run(CallChange... calls) {
    return new TripChange(
        TripChange.Kind.RUNS,
        tripId().substring(tripId().indexOf(':') + 1),
        "",
        -1,
        OptionalInt.empty(),
        Optional.of(text.date()),
        OptionalInt.empty(),
        List.of(calls),
        TripChange.Told.NOTHING);
  }

  private CallChange late(int call, int seconds) {
    return late(call, seconds, seconds);
  }

  private CallChange late(int call, int arrives, int leaves) {
    return call(
        call,
        CallChange.Kind.CALLS,
        Optional.of(CallChange.Event.late(arrives)),
        Optional.of(CallChange.Event.late(leaves)));
  }

  private CallChange skipped(int call) {
    return call(call, CallChange.Kind.SKIPPED, Optional.empty(), Optional.empty());
  }

  private CallChange call(
      int call,
      CallChange.Kind kind,
      Optional<CallChange.Event> arrival,
      Optional<CallChange.Event> departure) {
    return new CallChange(
        OptionalInt.of(timetable.patterns().sequences()[call]),
        "",
        kind,
        arrival,
        departure,
        "",
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  private long at(String time) {
    String[] parts = time.split(":");
    int seconds = Integer.parseInt(parts[0]) * 3600 + Integer.parseInt(parts[1]) * 60;
    return TimetableView.origin(text.date(), text.zone()) + seconds;
  }

  private String feed() {
    return timetable.feeds().ids().get(0);
  }

  private String tripId() {
    return timetable.trips().ids().get(0);
  }

  private String lineId() {
    return timetable.routes().ids().get(0);
  }

  private String stopId(String name) {
    return timetable.stops().ids().get(text.stop(name));
  }
}
