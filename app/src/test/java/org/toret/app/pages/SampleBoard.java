package org.toret.app.pages;

import static org.toret.app.pages.SampleRides.at;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.toret.app.pages.board.StopBoard;
import org.toret.mobility.live.ServiceAlert;

/// What a board of the sample city tells of today.
final class SampleBoard {

  private SampleBoard() {}

  /// What does not go as the timetable says.
  static List<StopBoard.Departure> today(
      StopBoard.LineMark metro, StopBoard.LineMark tram, StopBoard.LineMark bus) {
    OffsetDateTime time = at("08:16");
    return List.of(
        departure(metro, "Bengasi", time),
        new StopBoard.Departure(
            "demo:late",
            tram,
            "Torino Esposizioni",
            "1",
            time.plusMinutes(1),
            time.plusMinutes(4),
            "updated",
            "prediction",
            "few_seats_available"),
        new StopBoard.Departure(
            "demo:seen",
            bus,
            "Falchera",
            "",
            time.plusMinutes(2),
            time.plusMinutes(2),
            "updated",
            "position",
            null),
        new StopBoard.Departure(
            "demo:led",
            bus,
            "Corso Turati",
            "",
            time.plusMinutes(3),
            time.plusMinutes(1),
            "detoured",
            "prediction",
            null),
        missing("canceled", tram, "Deposito", time.plusMinutes(5)),
        missing("skipped", bus, "Ospedale", time.plusMinutes(6)));
  }

  private static StopBoard.Departure missing(
      String live, StopBoard.LineMark line, String headsign, OffsetDateTime time) {
    return new StopBoard.Departure("demo:trip", line, headsign, "1", time, time, live, null, null);
  }

  static ServiceAlert alert(String effect, String header, String text) {
    return new ServiceAlert(
        "x:" + header,
        "demo",
        "unknown_cause",
        effect,
        Map.of("", header),
        Map.of("", text),
        Map.of(),
        List.of(),
        List.of());
  }

  static StopBoard.Departure departure(
      StopBoard.LineMark line, String headsign, OffsetDateTime time) {
    return new StopBoard.Departure(
        "demo:trip", line, headsign, "1", time, time, "scheduled", null, null);
  }
}
