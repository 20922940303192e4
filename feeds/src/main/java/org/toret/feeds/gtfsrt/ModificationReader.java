package org.toret.feeds.gtfsrt;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.toret.base.geo.GeoPoint;
import org.toret.base.geo.Polyline;
import org.toret.base.notice.Severity;
import org.toret.feeds.gtfsrt.TripModifications.Modification;
import org.toret.feeds.gtfsrt.TripModifications.ReplacementStop;
import org.toret.feeds.gtfsrt.TripModifications.SelectedTrips;
import org.toret.feeds.gtfsrt.TripModifications.StopSelector;

/// Reads `TripModifications`, `Shape` and `Stop`, none of which the bindings know.
final class ModificationReader {

  private static final StopSelector NO_STOP = new StopSelector(java.util.OptionalInt.empty(), "");

  private final Fields fields;

  ModificationReader(Fields fields) {
    this.fields = fields;
  }

  TripModifications modifications(Wire message) throws InvalidProtocolBufferException {
    List<SelectedTrips> trips = new ArrayList<>();
    for (Wire each : message.messages(1)) {
      trips.add(new SelectedTrips(each.texts(1), each.text(2)));
    }
    List<Integer> starts = new ArrayList<>();
    message.texts(2).forEach(text -> fields.time(text).ifPresent(starts::add));
    List<LocalDate> dates = new ArrayList<>();
    message.texts(3).forEach(text -> fields.date(text).ifPresent(dates::add));
    List<Modification> modifications = new ArrayList<>();
    for (Wire each : message.messages(4)) {
      modifications.add(modification(each));
    }
    return new TripModifications(fields.entity(), trips, starts, dates, modifications);
  }

  private Modification modification(Wire message) throws InvalidProtocolBufferException {
    StopSelector start = selector(message, 1);
    if (start.equals(NO_STOP)) {
      fields.note("gtfsrt_no_stop", Severity.WARNING, fields.entity());
    }
    List<ReplacementStop> replacements = new ArrayList<>();
    for (Wire each : message.messages(4)) {
      replacements.add(new ReplacementStop(each.text(2), each.integer(1)));
    }
    return new Modification(
        start,
        selector(message, 2),
        message.integer(3).orElse(0),
        replacements,
        message.text(5),
        Fields.moment(message.number(6).isPresent(), message.number(6).orElse(0)));
  }

  private static StopSelector selector(Wire message, int field)
      throws InvalidProtocolBufferException {
    return message
        .message(field)
        .map(selector -> new StopSelector(selector.integer(1), selector.text(2)))
        .orElse(NO_STOP);
  }

  /// Empty, with a notice, where the line cannot be drawn.
  Optional<LiveShape> shape(Wire message) {
    try {
      List<GeoPoint> line = Polyline.decode(message.text(2));
      if (!message.text(1).isEmpty() && line.size() >= 2) {
        return Optional.of(new LiveShape(fields.entity(), message.text(1), line));
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // Noted below, as a line too short is.
    }
    fields.note("gtfsrt_shape_invalid", Severity.WARNING, fields.entity(), message.text(1));
    return Optional.empty();
  }

  LiveStop stop(Wire message) throws InvalidProtocolBufferException {
    OptionalDouble lat = message.real(6);
    OptionalDouble lon = message.real(7);
    return new LiveStop(
        fields.entity(),
        message.text(1),
        Fields.text(message, 2),
        Fields.text(message, 3),
        Fields.text(message, 4),
        Fields.text(message, 5),
        fields.point(lat.orElse(0), lon.orElse(0)),
        message.text(8),
        Fields.text(message, 9),
        message.text(11),
        message.text(12),
        fields.upTo(message.integer(13), 2, "wheelchair_boarding").orElse(0),
        message.text(14),
        Fields.text(message, 15));
  }
}
