package org.toret.app.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.toret.app.ask.Problem;
import org.toret.app.ask.ProblemException;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.OpenCity;
import org.toret.app.publish.LiveFacilities;
import org.toret.app.publish.LiveMessages;
import org.toret.base.columns.TextColumn;
import org.toret.feeds.gtfsrt.FeedMessage;
import org.toret.feeds.gtfsrt.RealtimeWriter;
import org.toret.feeds.siri.FacilityWriter;
import org.toret.feeds.siri.SiriWriter;
import org.toret.network.timetable.Timetable;

/// What is known now, for other systems: `GET /api/v1/gtfs-rt/{feed}/{kind}.pb` and `GET
/// /api/v1/siri/{feed}/{kind}.xml`.
@RestController
public final class LiveFeedController {

  private static final MediaType PROTOBUF = MediaType.parseMediaType("application/x-protobuf");
  private static final String PRODUCER = "Toret";

  private final CityHolder holder;
  private final Clock clock;
  private volatile @Nullable Writers writers;

  /// What writes SIRI for one timetable, which takes an index of all its ids.
  private record Writers(Timetable timetable, Map<Integer, SiriWriter> byFeed) {}

  public LiveFeedController(CityHolder holder, Clock clock) {
    this.holder = holder;
    this.clock = clock;
  }

  @GetMapping("/api/v1/gtfs-rt/{feed}/{kind}.pb")
  ResponseEntity<byte[]> realtime(
      @PathVariable String feed, @PathVariable String kind, HttpServletRequest request) {
    OpenCity city = holder.get();
    LiveMessages messages = new LiveMessages(city, feed(city, feed), clock.instant());
    FeedMessage message =
        switch (kind) {
          case "trip-updates" -> messages.tripUpdates();
          case "vehicle-positions" -> messages.vehiclePositions();
          case "alerts" -> messages.alerts();
          default -> throw unknown(kind);
        };
    return answer(PROTOBUF, RealtimeWriter.write(message));
  }

  @GetMapping("/api/v1/siri/{feed}/{kind}.xml")
  ResponseEntity<byte[]> siri(
      @PathVariable String feed, @PathVariable String kind, HttpServletRequest request) {
    OpenCity city = holder.get();
    if (kind.equals("fm")) {
      return facilities(city, feed);
    }
    int row = feed(city, feed);
    LiveMessages messages = new LiveMessages(city, row, clock.instant());
    SiriWriter writer = writer(city.published().city().timetable(), row);
    String xml =
        switch (kind) {
          case "et" -> writer.estimatedTimetable(messages.tripUpdates());
          case "vm" -> writer.vehicleMonitoring(messages.vehiclePositions());
          case "sx" -> writer.situations(messages.alerts());
          default -> throw unknown(kind);
        };
    return answer(MediaType.APPLICATION_XML, xml.getBytes(StandardCharsets.UTF_8));
  }

  /// Of a timetable feed or of one of car parks.
  private ResponseEntity<byte[]> facilities(OpenCity city, String feed) {
    Instant now = clock.instant();
    if (!LiveFacilities.hasParks(city, feed)) {
      feed(city, feed);
    }
    String xml =
        FacilityWriter.write(
            new LiveFacilities(city, feed, now).list(),
            PRODUCER,
            city.zone(),
            LiveMessages.at(city, now));
    return answer(MediaType.APPLICATION_XML, xml.getBytes(StandardCharsets.UTF_8));
  }

  private SiriWriter writer(Timetable published, int row) {
    Writers known = writers;
    if (known == null || known.timetable() != published) {
      known = new Writers(published, new ConcurrentHashMap<>());
      writers = known;
    }
    return known.byFeed().computeIfAbsent(row, fresh -> new SiriWriter(published, fresh, PRODUCER));
  }

  private static int feed(OpenCity city, String wanted) {
    TextColumn ids = city.timetable().feeds().ids();
    for (int row = 0; row < ids.size(); row++) {
      if (ids.get(row).equals(wanted)) {
        return row;
      }
    }
    throw unknown(wanted);
  }

  private static ProblemException unknown(String what) {
    return new ProblemException(Problem.of("unknown_live_feed", 404, what));
  }

  /// Tagged by content: whoever has it already is told so.
  private static ResponseEntity<byte[]> answer(MediaType type, byte[] body) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .eTag('"' + hash(body) + '"')
        .body(body);
  }

  private static String hash(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
