package org.toret.app.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.toret.base.geo.GeoPoint;
import org.toret.base.outcome.Outcome;
import org.toret.mobility.Planner;
import org.toret.mobility.place.Directory;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.Limits;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.mobility.plan.Waypoint;
import org.toret.mobility.plan.When;
import org.toret.network.City;
import org.toret.network.image.ImageFile;
import org.toret.router.fare.DriveCosts;
import org.toret.router.journey.CityEngine;

/// What OpenTripPlanner 2.9 answered to the published questions of Milan with the same limits, kept
/// in `bench/peers`, against what we answer.
@Tag("PF-02")
@Tag("slow")
@EnabledIfEnvironmentVariable(
    named = "TORET_DATA",
    matches = ".+",
    disabledReason = "TORET_DATA names no folder of published data")
final class PeerAnswersTest {

  private static final Path BENCH = Path.of("..", "bench");
  private static final int ALIKE_SECONDS = 60;

  @TempDir Path state;

  @Test
  void whereOpenTripPlannerRidesWeRideAndArriveNoLater() throws Exception {
    CityEngine engine = engine();
    Planner planner =
        new Planner(engine, new Directory(engine.city().timetable()), DriveCosts.tables());
    Map<String, String[]> questions = new HashMap<>();
    rows(BENCH.resolve("examples/milano.csv")).forEach(row -> questions.put(row[0], row));
    List<String> later = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    int compared = 0;
    for (String[] theirs : rows(BENCH.resolve("peers/milano-otp.csv"))) {
      if (theirs[1].isEmpty()) {
        continue;
      }
      compared++;
      PlanAnswer answer = plan(engine, planner, Objects.requireNonNull(questions.get(theirs[0])));
      List<Alternative> ours = answer.alternatives();
      long soonest =
          ours.stream()
              .mapToLong(way -> way.arrival().toEpochSecond())
              .min()
              .orElse(Long.MAX_VALUE);
      if (Math.min(soonest, onFoot(answer)) - Long.parseLong(theirs[1]) >= ALIKE_SECONDS) {
        later.add(theirs[0]);
      }
      if (!theirs[2].equals("0") && ours.stream().noneMatch(way -> way.group().equals("public"))) {
        missed.add(theirs[0]);
      }
    }
    assertThat(compared).isEqualTo(165);
    assertThat(missed).isEmpty();
    assertThat(later).isEmpty();
  }

  private CityEngine engine() throws IOException {
    Path data = Path.of(String.valueOf(System.getenv("TORET_DATA"))).resolve("milano");
    CityPreparation preparation = new CityPreparation(Optional.of(data), state, Clock.systemUTC());
    StoredCity stored =
        done(
            preparation
                .inputs()
                .then(inputs -> preparation.prepare(inputs, CityProgress.NONE, refused -> {})));
    ImageFile file = done(ImageFile.open(CityPreparation.image(stored)));
    return CityEngine.of(City.read(file), file.hash());
  }

  /// When one is there on foot, where only that is told because the walk is longer than asked for.
  private static long onFoot(PlanAnswer answer) {
    return answer.notices().stream()
        .filter(notice -> notice.code().equals("walk_longer"))
        .mapToLong(
            notice -> answer.at().toEpochSecond() + 60 * Long.parseLong(notice.args().get(1)))
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private static PlanAnswer plan(CityEngine engine, Planner planner, String[] question) {
    Set<TravelMode> modes = EnumSet.of(TravelMode.WALK);
    modes.addAll(TravelMode.transit());
    When when =
        new When(
            LocalDateTime.parse(question[5]).atZone(engine.schedule().zone()).toInstant(),
            false,
            Duration.ofHours(1));
    return done(
        planner.plan(
            new PlanRequest(
                place(question, 1),
                place(question, 3),
                List.of(),
                when,
                modes,
                Traveller.ordinary(),
                Limits.sensible(),
                true,
                0,
                PlanRequest.STAY_MINUTES,
                "en")));
  }

  private static Waypoint place(String[] question, int at) {
    double lat = Double.parseDouble(question[at]);
    return new Waypoint.Point(new GeoPoint(lat, Double.parseDouble(question[at + 1])), "");
  }

  private static List<String[]> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(",", -1))
        .toList();
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T> refused -> throw new AssertionError(refused.toString());
    };
  }
}
