package org.toret.feeds.gtfsrt;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.transit.realtime.GtfsRealtime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.toret.base.notice.Severity;
import org.toret.feeds.gtfsrt.FeedMessage.Header;
import org.toret.feeds.gtfsrt.FeedMessage.Incrementality;

/// Collects the parts of a message while it is being read.
final class MessageParts {

  private final Fields fields;
  private final Set<String> ids = new HashSet<>();
  private final List<TripUpdate> tripUpdates = new ArrayList<>();
  private final List<VehiclePosition> vehicles = new ArrayList<>();
  private final List<Alert> alerts = new ArrayList<>();
  private final List<TripModifications> modifications = new ArrayList<>();
  private final List<LiveShape> shapes = new ArrayList<>();
  private final List<LiveStop> stops = new ArrayList<>();
  private final List<String> deleted = new ArrayList<>();
  private Optional<Header> header = Optional.empty();
  private int entities;

  MessageParts(Fields fields) {
    this.fields = fields;
  }

  /// Whether nothing was found at all, so that it may be no such message.
  boolean isEmpty() {
    return header.isEmpty() && entities == 0;
  }

  /// Entities read so far, whether they could be used or not.
  int entities() {
    return entities;
  }

  void header(ByteString bytes) {
    try {
      GtfsRealtime.FeedHeader read = GtfsRealtime.FeedHeader.parser().parsePartialFrom(bytes);
      String version = read.getGtfsRealtimeVersion();
      if (!version.equals("1.0") && !version.equals("2.0")) {
        fields.note("gtfsrt_version_unknown", Severity.INFO, version);
      }
      header =
          Optional.of(
              new Header(
                  version,
                  fields.choice(read, 2, Incrementality.class).orElse(Incrementality.FULL_DATASET),
                  Fields.moment(read.hasTimestamp(), read.getTimestamp()),
                  Wire.of(read).text(4)));
    } catch (InvalidProtocolBufferException e) {
      fields.note("gtfsrt_header_unreadable", Severity.WARNING);
    }
  }

  void entity(ByteString bytes) {
    entities++;
    try {
      GtfsRealtime.FeedEntity entity = GtfsRealtime.FeedEntity.parser().parsePartialFrom(bytes);
      String id = entity.getId();
      if (id.isEmpty()) {
        fields.note("gtfsrt_missing_id", Severity.WARNING, entities);
      } else if (!ids.add(id)) {
        fields.note("gtfsrt_duplicate_id", Severity.WARNING, id);
      }
      if (entity.getIsDeleted()) {
        deleted.add(id);
      } else {
        entity(entity, fields.of(id.isEmpty() ? "#" + entities : id));
      }
    } catch (InvalidProtocolBufferException e) {
      fields.note("gtfsrt_entity_unreadable", Severity.ERROR, entities);
    }
  }

  private void entity(GtfsRealtime.FeedEntity entity, Fields own)
      throws InvalidProtocolBufferException {
    Wire later = Wire.of(entity);
    ModificationReader reader = new ModificationReader(own);
    if (entity.hasTripUpdate()) {
      new TripUpdateReader(own).read(entity.getTripUpdate()).ifPresent(tripUpdates::add);
    }
    if (entity.hasVehicle()) {
      vehicles.add(new VehicleReader(own).read(entity.getVehicle()));
    }
    if (entity.hasAlert()) {
      alerts.add(new AlertReader(own).read(entity.getAlert()));
    }
    Optional<Wire> shape = later.message(6);
    shape.flatMap(reader::shape).ifPresent(shapes::add);
    Optional<Wire> stop = later.message(7);
    if (stop.isPresent()) {
      stops.add(reader.stop(stop.get()));
    }
    Optional<Wire> modified = later.message(8);
    if (modified.isPresent()) {
      modifications.add(reader.modifications(modified.get()));
    }
    boolean empty =
        !entity.hasTripUpdate()
            && !entity.hasVehicle()
            && !entity.hasAlert()
            && shape.isEmpty()
            && stop.isEmpty()
            && modified.isEmpty();
    if (empty) {
      own.note("gtfsrt_entity_empty", Severity.WARNING, own.entity());
    }
  }

  FeedMessage message(boolean whole) {
    if (header.isEmpty()) {
      fields.note("gtfsrt_no_header", Severity.WARNING);
    }
    return new FeedMessage(
        header.orElse(new Header("", Incrementality.FULL_DATASET, OptionalLong.empty(), "")),
        whole,
        tripUpdates,
        vehicles,
        alerts,
        modifications,
        shapes,
        stops,
        deleted);
  }
}
