package org.toret.app.fuzz;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.toret.app.answer.LiveViews.AlertsView;
import org.toret.app.answer.LiveViews.VehiclesView;
import org.toret.app.answer.ParkingView;
import org.toret.app.answer.RoadsView;
import org.toret.app.answer.SharingView;
import org.toret.app.keep.OpenCity;
import org.toret.app.publish.LiveMessages;
import org.toret.base.geo.BoundingBox;
import org.toret.feeds.gtfsrt.RealtimeWriter;
import org.toret.feeds.siri.SiriWriter;
import tools.jackson.databind.json.JsonMapper;

/// Everything that a server answers about what is so now.
final class LiveLook {

  private static final BoundingBox WORLD = new BoundingBox(-90, -180, 90, 180);

  private LiveLook() {}

  /// All answers, as one text.
  static String at(OpenCity city, Instant now) {
    List<Object> all =
        List.of(
            AlertsView.of(
                city.live().alerts(),
                Optional.empty(),
                "",
                now.getEpochSecond(),
                city.zone(),
                Locale.ITALIAN,
                List.of()),
            VehiclesView.of(city, WORLD, "it", List.of()),
            RoadsView.of(
                city.live(),
                city.city().streets(),
                WORLD,
                now,
                city.zone(),
                Locale.ITALIAN,
                List.of()),
            ParkingView.of(city.city().parking(), city.parking(now), WORLD, city.zone(), List.of()),
            SharingView.of(
                city.city().sharing(), city.availability(now), WORLD, city.zone(), List.of()));
    StringBuilder text = new StringBuilder(JsonMapper.shared().writeValueAsString(all));
    for (String stop : List.of("tiny:A", "tiny:B", "tiny:C")) {
      text.append(city.boards().departures(stop, now, now.plusSeconds(7_200), 50, "it"));
    }
    LocalDate today = LocalDate.ofInstant(now, city.zone());
    text.append(city.boards().trip("tiny:there4", today, "it"));
    LiveMessages told = new LiveMessages(city, 0, now);
    SiriWriter siri = new SiriWriter(city.published().city().timetable(), 0, "test");
    text.append(RealtimeWriter.write(told.tripUpdates()).length)
        .append(RealtimeWriter.write(told.vehiclePositions()).length)
        .append(RealtimeWriter.write(told.alerts()).length)
        .append(siri.estimatedTimetable(told.tripUpdates()).length())
        .append(siri.vehicleMonitoring(told.vehiclePositions()).length())
        .append(siri.situations(told.alerts()).length());
    return text.toString();
  }
}
