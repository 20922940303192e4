package org.toret.feeds.gtfsrt;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.transit.realtime.GtfsRealtime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.toret.base.notice.Severity;
import org.toret.feeds.Moments;
import org.toret.feeds.gtfsrt.Alert.ActivePeriod;
import org.toret.feeds.gtfsrt.Alert.Image;
import org.toret.feeds.gtfsrt.Alert.InformedEntity;

/// Reads `Alert`.
final class AlertReader {

  private final Fields fields;

  AlertReader(Fields fields) {
    this.fields = fields;
  }

  Alert read(GtfsRealtime.Alert alert) throws InvalidProtocolBufferException {
    Wire later = Wire.of(alert);
    TranslatedText header = Fields.text(alert.getHeaderText());
    if (header.isEmpty() && alert.getDescriptionText().getTranslationCount() == 0) {
      fields.note("gtfsrt_alert_no_text", Severity.INFO, fields.entity());
    }
    return new Alert(
        fields.entity(),
        periods(alert),
        informed(alert),
        fields.choice(alert, 6, Alert.Cause.class).orElse(Alert.Cause.UNKNOWN_CAUSE),
        fields.choice(alert, 7, Alert.Effect.class).orElse(Alert.Effect.UNKNOWN_EFFECT),
        fields.choice(alert, 14, Alert.Severity.class).orElse(Alert.Severity.UNKNOWN_SEVERITY),
        Fields.text(alert.getUrl()),
        header,
        Fields.text(alert.getDescriptionText()),
        Fields.text(alert.getTtsHeaderText()),
        Fields.text(alert.getTtsDescriptionText()),
        Fields.text(later, 17),
        Fields.text(later, 18),
        images(later),
        Fields.text(later, 16));
  }

  private static List<ActivePeriod> periods(GtfsRealtime.Alert alert) {
    return alert.getActivePeriodList().stream()
        .map(range ->
            new ActivePeriod(
                Fields.moment(range.hasStart(), range.getStart()),
                // the greatest numbers are how some publishers write that there is no end
                Fields.moment(range.hasEnd() && Moments.isUsual(range.getEnd()), range.getEnd())))
        .toList();
  }

  private List<InformedEntity> informed(GtfsRealtime.Alert alert)
      throws InvalidProtocolBufferException {
    List<InformedEntity> informed = new ArrayList<>();
    for (GtfsRealtime.EntitySelector each : alert.getInformedEntityList()) {
      Optional<TripDescriptor> trip =
          each.hasTrip() ? fields.trip(each.getTrip()) : Optional.empty();
      boolean named =
          trip.isPresent()
              || each.hasAgencyId()
              || each.hasRouteId()
              || each.hasRouteType()
              || each.hasStopId();
      if (named) {
        informed.add(
            new InformedEntity(
                each.getAgencyId(),
                each.getRouteId(),
                each.hasRouteType() ? OptionalInt.of(each.getRouteType()) : OptionalInt.empty(),
                each.hasDirectionId() ? each.getDirectionId() : -1,
                trip,
                each.getStopId()));
      }
    }
    if (informed.isEmpty()) {
      fields.note("gtfsrt_alert_concerns_nobody", Severity.WARNING, fields.entity());
    }
    return informed;
  }

  private static List<Image> images(Wire alert) throws InvalidProtocolBufferException {
    List<Image> images = new ArrayList<>();
    for (Wire translated : alert.messages(15)) {
      for (Wire image : translated.messages(1)) {
        images.add(new Image(image.text(1), image.text(2), image.text(3)));
      }
    }
    return images;
  }
}
