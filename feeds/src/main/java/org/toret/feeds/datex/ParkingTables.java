package org.toret.feeds.datex;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Severity;
import org.toret.base.xml.XmlElement;
import org.toret.feeds.Moments;
import org.toret.network.parking.CarPark;
import org.toret.network.parking.CarParks;
import org.toret.network.parking.CarParksBuilder;
import org.toret.network.parking.ParkingReport;
import org.toret.network.parking.ParkingState;

/// Reads car parks from DATEX II: `parkingFacility` and its status (version 2.3 with the German
/// parking extension) and `parkingRecord` with `parkingRecordStatus` (the later parking model).
///
/// Coordinates that are no degrees (some cities write metres of a national grid) make a car park
/// unusable, which is noted with a count.
public final class ParkingTables {

  private ParkingTables() {}

  /// Adds the car parks of a file to those of a city.
  public static void parks(String feed, Path file, CarParksBuilder builder, Notices notices) {
    Optional<XmlElement> root = DatexFile.root(feed, file, notices);
    if (root.isEmpty()) {
      return;
    }
    List<XmlElement> records = new ArrayList<>(root.get().all("parkingFacility"));
    records.addAll(root.get().all("parkingRecord"));
    int nowhere = 0;
    for (XmlElement record : records) {
      boolean lorries = record.type().equals("InterUrbanParkingSite");
      Optional<GeoPoint> point = point(record);
      if (point.isEmpty()) {
        nowhere++;
      } else if (!record.attribute("id").isEmpty() && !lorries) {
        builder.add(park(feed, record, point.get()));
      }
    }
    if (nowhere > 0) {
      notices.add(
          Notice.of(
              "datex_parking_nowhere",
              Severity.WARNING,
              DatexFile.place(feed, file),
              nowhere,
              records.size()));
    }
  }

  private static CarPark park(String feed, XmlElement record, GeoPoint point) {
    String name = first(record, "parkingFacilityName", "parkingName");
    String layout = record.text("parkingFacilityLayout") + record.text("parkingLayout");
    boolean covered = layout.startsWith("multi") || layout.startsWith("underground");
    boolean ride =
        record.all("urbanParkingSiteType").stream()
            .anyMatch(type -> type.text().equals("parkAndRide"));
    int capacity =
        count(record, "totalParkingCapacity")
            .or(() -> count(record, "parkingNumberOfSpaces"))
            .orElse(-1);
    int flags = (covered ? CarParks.COVERED : 0) | (ride ? CarParks.PARK_AND_RIDE : 0);
    return new CarPark(feed + ":" + record.attribute("id"), name, point, capacity, flags);
  }

  /// What a file tells of the car parks of a city, whichever feed of the city they are from.
  ///
  /// @param feeds where the ids may belong
  public static List<ParkingState.News> state(
      String feed, Path file, List<String> feeds, CarParks parks, Notices notices) {
    List<ParkingState.News> news = new ArrayList<>();
    DatexFile.root(feed, file, notices).map(ParkingTables::reports).orElse(List.of()).stream()
        .forEach(report ->
            feeds.stream()
                .flatMap(one -> report.news(one, parks).stream())
                .findFirst()
                .ifPresent(news::add));
    return news;
  }

  /// Whether the beginning of an XML message is one of what is free in car parks.
  public static boolean isStatus(String text) {
    return Stream.of(
            "parkingFacilityStatus",
            "parkingRecordStatus",
            "ParkingStatusPublication",
            "ParkingFacilityTableStatusPublication")
        .anyMatch(text::contains);
  }

  /// What a message tells of car parks.
  public static List<ParkingReport> reports(XmlElement root) {
    Optional<Instant> published =
        root.all("publicationTime").stream().findFirst().flatMap(e -> Moments.instant(e.text()));
    List<XmlElement> told = new ArrayList<>(root.all("parkingFacilityStatus"));
    told.addAll(root.all("parkingRecordStatus"));
    return told.stream().flatMap(status -> report(status, published).stream()).toList();
  }

  /// What of a file is lasting, as one text: without what is free, what happens and what is
  /// measured, and without the time of publication.
  public static String lasting(Path file) throws IOException {
    return XmlElement.read(file)
        .without(
            Set.of(
                "publicationTime",
                "parkingFacilityStatus",
                "parkingRecordStatus",
                "situation",
                "siteMeasurements",
                "elaboratedData"));
  }

  private static Optional<ParkingReport> report(XmlElement status, Optional<Instant> published) {
    String id =
        status
            .child("parkingFacilityReference")
            .or(() -> status.child("parkingRecordReference"))
            .map(reference -> reference.attribute("id"))
            .orElse("");
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> at =
        Moments.instant(first(status, "parkingFacilityStatusTime", "parkingStatusOriginTime"))
            .or(() -> published);
    boolean closed =
        status.children("parkingFacilityStatus").stream()
                .anyMatch(state -> state.text().equals("closed"))
            || status.text("parkingSiteOpeningStatus").startsWith("closed");
    int free =
        count(status, "totalNumberOfVacantParkingSpaces")
            .or(() ->
                status
                    .child("parkingOccupancy")
                    .flatMap(occupancy -> count(occupancy, "parkingNumberOfVacantSpaces")))
            .orElse(-1);
    long epochSecond = at.map(Instant::getEpochSecond).orElse(ParkingState.NEVER);
    return Optional.of(new ParkingReport(id, free, -1, closed, epochSecond, null));
  }

  private static String first(XmlElement element, String... names) {
    for (String name : names) {
      Optional<XmlElement> child = element.child(name);
      if (child.isPresent()) {
        return child.get().text();
      }
    }
    return "";
  }

  private static Optional<Integer> count(XmlElement element, String name) {
    String text = element.text(name);
    return text.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static Optional<GeoPoint> point(XmlElement record) {
    Optional<XmlElement> lat = record.all("latitude").stream().findFirst();
    Optional<XmlElement> lon = record.all("longitude").stream().findFirst();
    if (lat.isEmpty() || lon.isEmpty()) {
      return Optional.empty();
    }
    try {
      double north = Double.parseDouble(lat.get().text());
      double east = Double.parseDouble(lon.get().text());
      boolean real = Math.abs(north) <= 90 && Math.abs(east) <= 180;
      return real ? Optional.of(new GeoPoint(north, east)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
