package org.toret.network.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.geo.GeoPoint;
import org.toret.network.parking.CarParks;
import org.toret.network.parking.ParkingState;
import org.toret.network.sharing.AvailabilityBuilder;
import org.toret.network.sharing.FormFactor;
import org.toret.network.sharing.Propulsion;
import org.toret.network.sharing.ReturnConstraint;
import org.toret.network.sharing.Sharing;
import org.toret.network.sharing.SharingBuilder;
import org.toret.network.sharing.SharingRows;

/// Stations of a made-up town: people take and bring bicycles one by one, more at some hours, on
/// some days more than on others, and go elsewhere where there is none. Forty days are watched,
/// then what is foretold is compared with what comes.
@Tag("SH-09")
final class CalibrationTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Rome");
  private static final int STATIONS = 12;
  private static final int DOCKS = 15;
  private static final int WATCHED = 40;
  private static final int DAYS = 52;
  private static final long SEED = 20_260_915;

  private final Random random = new Random(SEED);
  private final Sharing sharing = sharing();

  private static Sharing sharing() {
    List<SharingRows.StationRow> stations = new java.util.ArrayList<>();
    for (int i = 0; i < STATIONS; i++) {
      stations.add(
          new SharingRows.StationRow("s" + i, "", "", new GeoPoint(45 + 0.01 * i, 7.6), DOCKS));
    }
    return new SharingBuilder()
        .add(
            new SharingRows.SystemRow("b", "b", "b", "3.0", "", ""),
            List.of(
                new SharingRows.TypeRow(
                    "bike",
                    "",
                    FormFactor.BICYCLE,
                    Propulsion.HUMAN,
                    -1,
                    "",
                    ReturnConstraint.ANY_STATION)),
            stations,
            List.of(),
            List.of())
        .build();
  }

  /// Homes empty in the morning and fill in the evening, offices the other way round.
  private static double taken(int station, int hour) {
    boolean home = station % 2 == 0;
    boolean rush = home ? hour >= 7 && hour < 10 : hour >= 17 && hour < 20;
    return hour < 6 ? 0.3 : rush ? 7 : 2;
  }

  private static double brought(int station, int hour) {
    return taken(station + 1, hour);
  }

  private boolean happens(double perHour) {
    return random.nextDouble() < perHour / 60;
  }

  /// The counts of every minute.
  private int[][] town(LocalDate first) {
    int[][] counts = new int[STATIONS][DAYS * 1_440];
    for (int station = 0; station < STATIONS; station++) {
      int count = 4 + random.nextInt(8);
      double busy = 1;
      for (int minute = 0; minute < DAYS * 1_440; minute++) {
        if (minute % 1_440 == 0) {
          boolean workday = first.plusDays(minute / 1_440).getDayOfWeek().getValue() < 6;
          busy = (workday ? 1 : 0.4) * Math.exp(0.25 * random.nextGaussian());
          if (random.nextInt(3) == 0) {
            count = 3 + random.nextInt(9);
          }
        }
        int hour = minute / 60 % 24;
        count += happens(busy * brought(station, hour)) && count < DOCKS ? 1 : 0;
        count -= happens(busy * taken(station, hour)) && count > 0 ? 1 : 0;
        counts[station][minute] = count;
      }
    }
    return counts;
  }

  private static String key(int station) {
    return Outlook.vehicles("b:s" + station);
  }

  private Outlook outlook(int[][] counts, int minute, long at, History history) {
    AvailabilityBuilder builder = new AvailabilityBuilder(sharing).at(0, at);
    for (int station = 0; station < STATIONS; station++) {
      int count = counts[station][minute];
      builder.station(
          station, new AvailabilityBuilder.Status(6, count, DOCKS - count, new int[0], new int[0]));
    }
    return new Outlook(
        sharing,
        builder.build(),
        CarParks.none(),
        ParkingState.unknown(CarParks.none()),
        history,
        new Outlook.Calendar(ZONE, "IT"));
  }

  private static History watched(int[][] counts, long start) {
    HistoryRecorder recorder = new HistoryRecorder(History.NONE, ZONE, "IT");
    for (int minute = 0; minute < WATCHED * 1_440; minute += 2) {
      for (int station = 0; station < STATIONS; station++) {
        recorder.observe(key(station), start + 60L * minute, counts[station][minute]);
      }
    }
    return recorder.history();
  }

  /// Squared errors of what was foretold.
  private static final class Score {
    double model;
    double persistence;
    double history;
    int questions;
    final double[] foretold = new double[10];
    final double[] came = new double[10];
    final int[] asked = new int[10];

    void add(double told, double now, double usual, boolean there) {
      double came1 = there ? 1 : 0;
      model += (told - came1) * (told - came1);
      persistence += (now - came1) * (now - came1);
      history += (usual - came1) * (usual - came1);
      questions++;
      int bin = Math.min(9, (int) (10 * told));
      foretold[bin] += told;
      came[bin] += came1;
      asked[bin]++;
    }
  }

  @Test
  void itIsBetterThanNowAloneAndThanHistoryAloneAndMeansWhatItSays() {
    LocalDate first = LocalDate.of(2026, 9, 7);
    long start = first.atStartOfDay(ZONE).toEpochSecond();
    int[][] counts = town(first);
    History history = watched(counts, start);
    Score score = new Score();
    for (int minute = WATCHED * 1_440; minute < (DAYS - 1) * 1_440; minute += 17) {
      Outlook outlook = outlook(counts, minute, start + 60L * minute, history);
      Outlook blind =
          new Outlook(
              sharing,
              org.toret.network.sharing.Availability.unknown(sharing),
              CarParks.none(),
              ParkingState.unknown(CarParks.none()),
              history,
              new Outlook.Calendar(ZONE, "IT"));
      int later = 5 + random.nextInt(40);
      long then = start + 60L * (minute + later);
      for (int station = 0; station < STATIONS; station++) {
        OptionalDouble told = outlook.take(station, 0, 1, then);
        OptionalDouble usual = blind.take(station, 0, 1, then);
        score.add(
            told.orElseThrow(),
            counts[station][minute] > 0 ? 1 : 0,
            usual.orElseThrow(),
            counts[station][minute + later] > 0);
      }
    }
    System.Logger log = System.getLogger("calibration");
    log.log(
        System.Logger.Level.INFO,
        "seed %d: Brier %.4f, now alone %.4f, history alone %.4f"
            .formatted(
                SEED,
                score.model / score.questions,
                score.persistence / score.questions,
                score.history / score.questions));
    assertThat(score.model).isLessThan(0.9 * score.persistence).isLessThan(0.9 * score.history);
    for (int bin = 0; bin < 10; bin++) {
      if (score.asked[bin] > 100) {
        assertThat(score.came[bin] / score.asked[bin])
            .as("of %d told about %d %%".formatted(score.asked[bin], 10 * bin + 5))
            .isEqualTo(score.foretold[bin] / score.asked[bin], within(0.12));
      }
    }
  }

  @Test
  void theRecorderFindsMeanVarianceAndSteps() throws IOException {
    long start = LocalDate.of(2026, 9, 7).atStartOfDay(ZONE).toEpochSecond();
    HistoryRecorder recorder = new HistoryRecorder(History.NONE, ZONE, "IT");
    int count = 50;
    double sum = 0;
    double squares = 0;
    int hours = 0;
    for (int minute = 0; minute < 35 * 1_440; minute++) {
      double pull = (50 - count) * 0.3;
      count += happens(6 + pull) ? 1 : 0;
      count -= happens(6 - pull) ? 1 : 0;
      recorder.observe("x", start + 60L * minute, count);
      boolean nine = minute / 60 % 24 == 9 && minute / 1_440 % 7 < 5;
      sum += nine ? count : 0;
      squares += nine ? (double) count * count : 0;
      hours += nine ? 1 : 0;
    }
    History.Slot slot = recorder.history().slot("x", DayKind.WORKDAY, 9);
    double mean = sum / hours;
    assertThat(slot.days()).isEqualTo(25);
    assertThat(slot.mean()).isEqualTo(mean, within(0.1));
    assertThat(slot.variance()).isEqualTo(squares / hours - mean * mean, within(1.0));
    // up and down with a tenth each, every minute: the variance of a step is 2 × 0.1 × 0.9
    assertThat(slot.steps()).isEqualTo(60 * 2 * 0.1 * 0.9, within(1.2));
    assertThat(recorder.history().slot("x", DayKind.HOLIDAY, 9).days()).isEqualTo(5);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    recorder.history().write(new DataOutputStream(bytes));
    assertThat(bytes.size()).as("bytes for one store").isLessThan(1_300);
    History again =
        History.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(again.slot("x", DayKind.WORKDAY, 9)).isEqualTo(slot);
  }

  @Test
  void longAgoIsForgottenAndGapsAreNotCounted() {
    long start = LocalDate.of(2026, 9, 7).atStartOfDay(ZONE).toEpochSecond();
    HistoryRecorder recorder = new HistoryRecorder(History.NONE, ZONE, "IT");
    recorder.observe("x", start, 5);
    recorder.observe("x", start + 3_500, 9);
    recorder.observe("x", start + 3_700, 9);
    assertThat(recorder.history().stores()).as("who was silent for an hour").isZero();
    for (int day = 0; day < 200; day++) {
      for (int minute = 0; minute < 120; minute += 10) {
        recorder.observe("x", start + 86_400L * day + 60L * minute, day < 60 ? 2 : 8);
      }
    }
    History.Slot slot = recorder.history().slot("x", DayKind.WORKDAY, 0);
    assertThat(slot.days()).isEqualTo(30);
    assertThat(slot.mean()).isBetween(7.5, 8.0);
    recorder.observe("y", start + 86_400L * 400, 1);
    recorder.observe("y", start + 86_400L * 400 + 1_500, 1);
    recorder.observe("y", start + 86_400L * 400 + 3_700, 1);
    assertThat(recorder.history().series()).containsOnlyKeys("y");
  }
}
