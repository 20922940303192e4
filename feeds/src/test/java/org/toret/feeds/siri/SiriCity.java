package org.toret.feeds.siri;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.toret.base.notice.Notices;
import org.toret.feeds.TestTimetable;
import org.toret.feeds.gtfsrt.FeedMessage;
import org.toret.network.timetable.Timetable;

/// A line between A and C by a station B with two platforms, on every day of September 2026, and
/// what is said of it by SIRI:
///
/// ```
///   t     A 8:00   B1 8:10   C 8:30              r  C 8:00  B1 8:10  A 8:30
///   loop  A 9:00   B1 9:10   C 9:20   B1 9:30   A 9:40
///   late  A 25:00  B1 25:10  C 25:30
/// ```
final class SiriCity {

  static final LocalDate TODAY = LocalDate.of(2026, 9, 15);
  static final ZoneId ROME = ZoneId.of("Europe/Rome");

  final Notices notices = new Notices();
  final Timetable timetable;
  private final SiriMatcher matcher;

  private SiriCity(Timetable timetable) {
    this.timetable = timetable;
    this.matcher = new SiriMatcher(timetable, 0);
  }

  static SiriCity write(Path folder) {
    Map<String, String> files =
        Map.of(
            "agency.txt",
            "agency_id,agency_name,agency_url,agency_timezone\nX,X,https://x.example,Europe/Rome\n",
            "stops.txt",
            """
            stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station
            A,Alfa,45.00,7.6,0,
            B,Beta,45.01,7.6,1,
            B1,Beta,45.01,7.6,0,B
            B2,Beta,45.01,7.6,0,B
            C,Gamma,45.03,7.6,0,
            D,Delta,45.04,7.6,0,
            """,
            "routes.txt",
            "route_id,agency_id,route_short_name,route_long_name,route_type\nL,X,4,Alfa - Gamma,3\n",
            "calendar.txt",
            "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
                + "S,1,1,1,1,1,1,1,20260901,20260930\n",
            "trips.txt",
            "route_id,service_id,trip_id,direction_id\nL,S,t,0\nL,S,r,1\nL,S,loop,0\nL,S,late,0\n",
            "stop_times.txt",
            """
            trip_id,arrival_time,departure_time,stop_id,stop_sequence
            t,8:00:00,8:00:00,A,10
            t,8:10:00,8:10:00,B1,20
            t,8:30:00,8:30:00,C,30
            r,8:00:00,8:00:00,C,10
            r,8:10:00,8:10:00,B1,20
            r,8:30:00,8:30:00,A,30
            loop,9:00:00,9:00:00,A,1
            loop,9:10:00,9:10:00,B1,2
            loop,9:20:00,9:20:00,C,3
            loop,9:30:00,9:30:00,B1,4
            loop,9:40:00,9:40:00,A,5
            late,25:00:00,25:00:00,A,1
            late,25:10:00,25:10:00,B1,2
            late,25:30:00,25:30:00,C,3
            """);
    files.forEach((name, text) -> {
      try {
        Files.writeString(folder.resolve(name), text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    return new SiriCity(TestTimetable.read("city", folder));
  }

  /// The epoch second of a time of today.
  static long at(String time) {
    return TODAY.atTime(LocalTime.parse(time)).atZone(ROME).toEpochSecond();
  }

  /// The same as SIRI writes it.
  static String iso(String time) {
    return Instant.ofEpochSecond(at(time)).atZone(ROME).toOffsetDateTime().toString();
  }

  /// A message of eight o'clock.
  static String message(String deliveries) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- a comment -->
    <Siri xmlns="http://www.siri.org.uk/siri" version="2.1"><ServiceDelivery>
    <ResponseTimestamp>2026-09-15T08:00:00+02:00</ResponseTimestamp>
    <ProducerRef>X</ProducerRef>%s</ServiceDelivery></Siri>
    """
        .formatted(deliveries);
  }

  static String et(String journeys) {
    return message(
        "<EstimatedTimetableDelivery><EstimatedJourneyVersionFrame>"
            + journeys
            + "</EstimatedJourneyVersionFrame></EstimatedTimetableDelivery>");
  }

  static String journey(String ref, String rest) {
    return """
    <EstimatedVehicleJourney><LineRef>L</LineRef><DirectionRef>outbound</DirectionRef>
    <FramedVehicleJourneyRef><DataFrameRef>2026-09-15</DataFrameRef>
    <DatedVehicleJourneyRef>%s</DatedVehicleJourneyRef></FramedVehicleJourneyRef>%s
    </EstimatedVehicleJourney>
    """
        .formatted(ref, rest);
  }

  Optional<SiriMessage> read(String message) {
    return read(message.getBytes(StandardCharsets.UTF_8));
  }

  Optional<SiriMessage> read(byte[] message) {
    return SiriReader.read("s", message, ROME, 0, SiriReader.Limits.STANDARD, notices);
  }

  FeedMessage matched(String message) {
    return matched(read(message).orElseThrow());
  }

  FeedMessage matched(SiriMessage message) {
    return matcher.match("s", message, notices);
  }

  int hits(String message) {
    return matcher.hits(read(message).orElseThrow());
  }
}
