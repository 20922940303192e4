package org.toret.feeds.datex;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Severity;
import org.toret.base.xml.XmlElement;
import org.toret.network.zone.AccessCondition;
import org.toret.network.zone.AccessRegime;
import org.toret.network.zone.AccessZonesBuilder;

/// Reads controlled zones and traffic regulations (DATEX II 3, *urbanVehicleAccessRegulation* and
/// *trafficRegulationOrder*) that keep cars out of an area.
///
/// The tree of conditions of a regulation is evaluated for every kind of private car, see
/// [CarConditions]; what concerns lorries and vans alone is left out, with a count. Regulations
/// along lines instead of areas are noted and not used.
public final class ControlledZones {

  private final String feed;
  private final Path file;
  private final AccessZonesBuilder builder;
  private final Notices notices;

  private ControlledZones(String feed, Path file, AccessZonesBuilder builder, Notices notices) {
    this.feed = feed;
    this.file = file;
    this.builder = builder;
    this.notices = notices;
  }

  /// Adds the zones of a file to those of a city; a file without any adds nothing.
  public static void read(String feed, Path file, AccessZonesBuilder builder, Notices notices) {
    DatexFile.root(feed, file, notices)
        .ifPresent(root -> new ControlledZones(feed, file, builder, notices).zones(root));
  }

  private void zones(XmlElement root) {
    int others = 0;
    List<XmlElement> records = new ArrayList<>(root.all("urbanVehicleAccessRegulation"));
    records.addAll(root.all("controlledZone"));
    if (records.isEmpty()) {
      records.addAll(root.all("trafficRegulationOrder"));
    }
    for (XmlElement zone : records) {
      others += zone(zone) ? 0 : 1;
    }
    if (others > 0) {
      note("datex_zones_for_others", Severity.INFO, String.valueOf(others));
    }
  }

  /// Adds a zone; false when it does not concern private cars.
  private boolean zone(XmlElement zone) {
    String name = name(zone);
    List<AccessCondition> conditions = new ArrayList<>();
    for (XmlElement regulation : zone.all("trafficRegulation")) {
      boolean entry =
          regulation.all("accessRestrictionType").stream()
              .anyMatch(type -> type.text().equals("noEntry"));
      if (entry) {
        regulation.child("condition").map(CarConditions::of).ifPresent(conditions::addAll);
      }
    }
    if (conditions.isEmpty()) {
      return false;
    }
    List<int[]> rings = rings(zone);
    if (rings.isEmpty()) {
      note("datex_zone_without_area", Severity.WARNING, name);
      return true;
    }
    String id = feed + ":" + zone.attribute("id");
    conditions.add(AccessCondition.always(true).holding(id));
    builder.area(new AccessRegime(id, name, true, conditions), rings);
    return true;
  }

  private static String name(XmlElement zone) {
    String name = zone.text("name", "values", "value");
    return name.isEmpty() ? zone.text("description", "values", "value") : name;
  }

  /// Outlines and holes: latitude and longitude in turn, as `posList` has them.
  private static List<int[]> rings(XmlElement zone) {
    List<int[]> rings = new ArrayList<>();
    for (XmlElement list : zone.all("posList")) {
      String[] numbers = list.text().split("\\s+");
      Optional<int[]> ring = ring(numbers);
      ring.filter(found -> found.length >= 6).ifPresent(rings::add);
    }
    return rings;
  }

  private static Optional<int[]> ring(String[] numbers) {
    int[] ring = new int[numbers.length / 2 * 2];
    try {
      for (int i = 0; i < ring.length; i++) {
        double degrees = Double.parseDouble(numbers[i]);
        if (Math.abs(degrees) > 180) {
          return Optional.empty();
        }
        ring[i] = (int) Math.round(degrees * GeoPoint.E7);
      }
      return Optional.of(ring);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private void note(String code, Severity severity, String what) {
    notices.add(Notice.of(code, severity, DatexFile.place(feed, file), what));
  }
}
