package org.toret.feeds.gtfsrt;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.transit.realtime.GtfsRealtime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.feeds.Moments;

/// Reads values that many kinds of entities share, and notes what is wrong with them.
///
/// @param entity id of the entity being read, for the notices
record Fields(String feed, String entity, Notices notices) {

  private static final Pattern TIME = Pattern.compile("(\\d{1,3}):(\\d\\d):(\\d\\d)");
  private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

  Fields of(String another) {
    return new Fields(feed, another, notices);
  }

  void note(String code, Severity severity, Object... args) {
    notices.add(Notice.of(code, severity, Place.ofFeed(feed), args));
  }

  /// A published choice; empty where nothing is said, and, with a notice, where the number is not
  /// one of the specification.
  <E extends Enum<E> & Numbered> Optional<E> choice(Message message, int field, Class<E> type) {
    FieldDescriptor known = message.getDescriptorForType().findFieldByNumber(field);
    if (known != null && message.hasField(known)) {
      int number = ((EnumValueDescriptor) message.getField(known)).getNumber();
      return choice(OptionalLong.of(number), type);
    }
    return choice(Wire.of(message).number(field), type);
  }

  /// The same of a number read already.
  <E extends Enum<E> & Numbered> Optional<E> choice(OptionalLong number, Class<E> type) {
    if (number.isEmpty()) {
      return Optional.empty();
    }
    for (E value : type.getEnumConstants()) {
      if (value.number() == number.getAsLong()) {
        return Optional.of(value);
      }
    }
    note(
        "gtfsrt_unknown_value", Severity.WARNING, entity, type.getSimpleName(), number.getAsLong());
    return Optional.empty();
  }

  /// A number from 0 to a limit; anything else is noted and counts as not said.
  OptionalInt upTo(OptionalInt value, int limit, String name) {
    if (value.isPresent() && (value.getAsInt() < 0 || value.getAsInt() > limit)) {
      note("gtfsrt_unknown_value", Severity.WARNING, entity, name, value.getAsInt());
      return OptionalInt.empty();
    }
    return value;
  }

  /// A date as `YYYYMMDD`.
  Optional<LocalDate> date(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text, DATE));
    } catch (DateTimeException e) {
      note("gtfsrt_invalid_date", Severity.WARNING, entity, text);
      return Optional.empty();
    }
  }

  /// A time as `HH:MM:SS`, in seconds.
  OptionalInt time(String text) {
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    Matcher time = TIME.matcher(text.strip());
    if (!time.matches()) {
      note("gtfsrt_invalid_time", Severity.WARNING, entity, text);
      return OptionalInt.empty();
    }
    return OptionalInt.of(
        Integer.parseInt(time.group(1)) * 3600
            + Integer.parseInt(time.group(2)) * 60
            + Integer.parseInt(time.group(3)));
  }

  /// A moment, at most the end of the year 9999; 0 is how some publishers write that they do not
  /// know it.
  static OptionalLong moment(boolean told, long epochSeconds) {
    return told && epochSeconds > 0
        ? OptionalLong.of(Math.min(epochSeconds, Moments.LAST_EPOCH_SECOND))
        : OptionalLong.empty();
  }

  /// A place; one off the earth is noted. 0,0 is how some publishers write that they do not know
  /// it.
  Optional<GeoPoint> point(double lat, double lon) {
    if (lat == 0 && lon == 0) {
      return Optional.empty();
    }
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
      note("gtfsrt_position_invalid", Severity.WARNING, entity, lat, lon);
      return Optional.empty();
    }
    return Optional.of(new GeoPoint(lat, lon));
  }

  /// Which run is meant; empty where its relationship to the timetable is none of the
  /// specification, which is noted: it cannot be known then what is said of it.
  Optional<TripDescriptor> trip(GtfsRealtime.TripDescriptor trip)
      throws InvalidProtocolBufferException {
    Optional<TripDescriptor.Relationship> relationship =
        choice(trip, 4, TripDescriptor.Relationship.class);
    boolean told = trip.hasScheduleRelationship() || Wire.of(trip).number(4).isPresent();
    if (told && relationship.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TripDescriptor(
            trip.getTripId(),
            trip.getRouteId(),
            trip.hasDirectionId() ? trip.getDirectionId() : -1,
            time(trip.getStartTime()),
            date(trip.getStartDate()),
            relationship.orElse(TripDescriptor.Relationship.SCHEDULED),
            modified(Wire.of(trip))));
  }

  private Optional<TripDescriptor.ModifiedTrip> modified(Wire trip)
      throws InvalidProtocolBufferException {
    Optional<Wire> modified = trip.message(7);
    if (modified.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TripDescriptor.ModifiedTrip(
            modified.get().text(1),
            modified.get().text(2),
            time(modified.get().text(3)),
            date(modified.get().text(4))));
  }

  VehicleDescriptor vehicle(GtfsRealtime.VehicleDescriptor vehicle) {
    return new VehicleDescriptor(
        vehicle.getId(),
        vehicle.getLabel(),
        vehicle.getLicensePlate(),
        choice(vehicle, 4, VehicleDescriptor.WheelchairAccess.class)
            .orElse(VehicleDescriptor.WheelchairAccess.NO_VALUE));
  }

  static TranslatedText text(GtfsRealtime.TranslatedString text) {
    List<TranslatedText.Translation> translations = new ArrayList<>();
    for (GtfsRealtime.TranslatedString.Translation each : text.getTranslationList()) {
      translations.add(new TranslatedText.Translation(each.getText(), each.getLanguage()));
    }
    return new TranslatedText(translations);
  }

  /// A translated text in a field that the bindings do not know.
  static TranslatedText text(Wire message, int field) throws InvalidProtocolBufferException {
    List<TranslatedText.Translation> translations = new ArrayList<>();
    for (Wire text : message.messages(field)) {
      for (Wire each : text.messages(1)) {
        translations.add(new TranslatedText.Translation(each.text(1), each.text(2)));
      }
    }
    return new TranslatedText(translations);
  }
}
