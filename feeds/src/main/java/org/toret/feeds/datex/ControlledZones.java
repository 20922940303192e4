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
import org.toret.network.zone.ChargeText;

/// Reads controlled zones and traffic regulations (DATEX II 3, *urbanVehicleAccessRegulation* and
/// *trafficRegulationOrder*) that keep cars out of an area.
///
/// The tree of conditions of a regulation is evaluated for every kind of private car, see
/// [CarConditions]. A zone that states rates is entered against a charge, in the times of its
/// regulations of *restricted access* if it has any; one that states neither rates nor regulations
/// is open, an outline for rule tables to name; what concerns lorries and vans alone is left out,
/// with a count. Regulations along lines instead of areas are noted and not used.
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
    List<AccessCondition> conditions = conditions(zone, "noEntry");
    String charge = charge(zone);
    boolean outline = zone.all("trafficRegulation").isEmpty();
    if (conditions.isEmpty() && charge.isEmpty() && !outline) {
      return false;
    }
    List<int[]> rings = rings(zone);
    if (rings.isEmpty()) {
      note("datex_zone_without_area", Severity.WARNING, name);
      return true;
    }
    String id = feed + ":" + zone.attribute("id");
    AccessCondition holder = AccessCondition.always(true).holding(id);
    if (!charge.isEmpty()) {
      List<AccessCondition> paid = conditions(zone, "restrictedAccess");
      paid.addAll(paid.isEmpty() ? List.of(AccessCondition.always(false)) : List.of());
      paid.add(holder);
      String own = conditions.isEmpty() ? id : id + "-charge";
      builder.area(new AccessRegime(own, name, true, paid, charge), rings);
    }
    if (!conditions.isEmpty() || charge.isEmpty()) {
      conditions.addAll(conditions.isEmpty() ? List.of() : List.of(holder));
      builder.area(new AccessRegime(id, name, true, conditions), rings);
    }
    return true;
  }

  /// When and whom the regulations of a kind concern.
  private static List<AccessCondition> conditions(XmlElement zone, String kind) {
    List<AccessCondition> conditions = new ArrayList<>();
    for (XmlElement regulation : zone.all("trafficRegulation")) {
      boolean entry =
          regulation.all("accessRestrictionType").stream()
              .anyMatch(type -> type.text().equals(kind));
      if (entry) {
        regulation.child("condition").map(CarConditions::of).ifPresent(conditions::addAll);
      }
    }
    return conditions;
  }

  /// What entering costs: the amount where there is one flat rate and no other; empty where nothing
  /// is said of rates, or that there are none.
  private static String charge(XmlElement zone) {
    Optional<XmlElement> rates = zone.child("rates");
    if (rates.isEmpty() || rates.get().type().equals("FreeOfCharge")) {
      return "";
    }
    List<XmlElement> lines = rates.get().all("rateLine");
    List<XmlElement> currencies = rates.get().all("applicableCurrency");
    boolean flat =
        lines.size() == 1
            && lines.getFirst().text("rateLineType").equals("flatRate")
            && currencies.size() == 1;
    String amount = flat ? lines.getFirst().text("value") + " " + currencies.getFirst().text() : "";
    return ChargeText.parse(amount).isPresent() ? amount : ChargeText.UNKNOWN;
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
