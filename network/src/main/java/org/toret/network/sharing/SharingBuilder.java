package org.toret.network.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;
import org.toret.base.columns.TextColumn;
import org.toret.network.sharing.SharingRows.PlanRow;
import org.toret.network.sharing.SharingRows.RuleRow;
import org.toret.network.sharing.SharingRows.StationRow;
import org.toret.network.sharing.SharingRows.StepRow;
import org.toret.network.sharing.SharingRows.SystemRow;
import org.toret.network.sharing.SharingRows.TypeRow;
import org.toret.network.sharing.SharingRows.ZoneRow;
import org.toret.network.zone.ZoneAreas;

/// Collects the rows of systems and makes columns of them. Not thread-safe.
public final class SharingBuilder {

  private final List<SystemRow> systems = new ArrayList<>();
  private final List<Of<TypeRow>> types = new ArrayList<>();
  private final List<Of<StationRow>> stations = new ArrayList<>();
  private final List<Of<PlanRow>> plans = new ArrayList<>();
  private final List<Of<ZoneRow>> zones = new ArrayList<>();

  record Of<T>(int system, T row) {}

  /// One system with everything in it. References to plans and types that are not there are left
  /// out: whoever reads the files says so.
  public SharingBuilder add(
      SystemRow system,
      List<TypeRow> itsTypes,
      List<StationRow> itsStations,
      List<PlanRow> itsPlans,
      List<ZoneRow> itsZones) {
    int index = systems.size();
    systems.add(system);
    itsTypes.forEach(row -> types.add(new Of<>(index, row)));
    itsStations.forEach(row -> stations.add(new Of<>(index, row)));
    itsPlans.forEach(row -> plans.add(new Of<>(index, row)));
    itsZones.forEach(row -> zones.add(new Of<>(index, row)));
    return this;
  }

  public Sharing build() {
    PricingPlans builtPlans = plans();
    VehicleTypes builtTypes = types(builtPlans);
    return new Sharing(systems(), builtTypes, stations(), builtPlans, zones(zones, builtTypes));
  }

  private SharingSystems systems() {
    return new SharingSystems(
        TextColumn.of(systems.stream().map(SystemRow::id).toList()),
        TextColumn.of(systems.stream().map(SystemRow::systemId).toList()),
        TextColumn.of(systems.stream().map(SystemRow::name).toList()),
        TextColumn.of(systems.stream().map(SystemRow::version).toList()),
        TextColumn.of(systems.stream().map(SystemRow::licence).toList()),
        TextColumn.of(systems.stream().map(SystemRow::url).toList()));
  }

  private VehicleTypes types(PricingPlans built) {
    return new VehicleTypes(
        ints(types, Of::system),
        TextColumn.of(types.stream().map(of -> of.row().id()).toList()),
        TextColumn.of(types.stream().map(of -> of.row().name()).toList()),
        bytes(types, of -> of.row().form().ordinal()),
        bytes(types, of -> of.row().propulsion().ordinal()),
        ints(types, of -> of.row().maxRangeMetres()),
        ints(types, of -> built.find(of.system(), of.row().plan())),
        bytes(types, of -> of.row().returns().ordinal()),
        bytes(types, of -> of.row().seats()));
  }

  private SharingStations stations() {
    return new SharingStations(
        ints(stations, Of::system),
        TextColumn.of(
            stations.stream()
                .map(of -> systems.get(of.system()).id() + ":" + of.row().id())
                .toList()),
        TextColumn.of(stations.stream().map(of -> of.row().name()).toList()),
        TextColumn.of(stations.stream().map(of -> of.row().region()).toList()),
        ints(stations, of -> of.row().point().latE7()),
        ints(stations, of -> of.row().point().lonE7()),
        ints(stations, of -> of.row().capacity()));
  }

  private PricingPlans plans() {
    return new PricingPlans(
        ints(plans, Of::system),
        TextColumn.of(plans.stream().map(of -> of.row().id()).toList()),
        TextColumn.of(plans.stream().map(of -> of.row().name()).toList()),
        TextColumn.of(plans.stream().map(of -> of.row().currency()).toList()),
        plans.stream().mapToLong(of -> of.row().priceMicros()).toArray(),
        bytes(plans, of -> of.row().flags()),
        steps(plans.stream().map(of -> of.row().perKilometre()).toList()),
        steps(plans.stream().map(of -> of.row().perMinute()).toList()));
  }

  private static PriceSteps steps(List<List<StepRow>> ofPlans) {
    int[] offsets = new int[ofPlans.size() + 1];
    for (int plan = 0; plan < ofPlans.size(); plan++) {
      offsets[plan + 1] = offsets[plan] + ofPlans.get(plan).size();
    }
    List<StepRow> all = ofPlans.stream().flatMap(List::stream).toList();
    return new PriceSteps(
        offsets,
        ints(all, StepRow::start),
        all.stream().mapToLong(StepRow::rateMicros).toArray(),
        ints(all, StepRow::interval),
        ints(all, StepRow::end));
  }

  static GeofencingZones zones(List<Of<ZoneRow>> zones, VehicleTypes built) {
    int[] ruleOffsets = new int[zones.size() + 1];
    List<RuleRow> rules = new ArrayList<>();
    IntList keys = new IntList();
    IntList values = new IntList();
    for (int zone = 0; zone < zones.size(); zone++) {
      for (RuleRow rule : zones.get(zone).row().rules()) {
        for (String type : rule.types()) {
          keys.add(rules.size());
          values.add(built.find(zones.get(zone).system(), type));
        }
        rules.add(rule);
      }
      ruleOffsets[zone + 1] = rules.size();
    }
    return new GeofencingZones(
        ints(zones, Of::system),
        bytes(zones, of -> of.row().combines() ? 1 : 0),
        TextColumn.of(zones.stream().map(of -> of.row().name()).toList()),
        ZoneAreas.ofRings(zones.stream().map(of -> of.row().rings()).toList()),
        ruleOffsets,
        bytes(rules, RuleRow::flags),
        ints(rules, RuleRow::maxKmh),
        Csr.group(rules.size(), keys.toArray(), values.toArray()));
  }

  private static <T> int[] ints(List<T> rows, ToIntFunction<T> value) {
    return rows.stream().mapToInt(value).toArray();
  }

  private static <T> byte[] bytes(List<T> rows, ToIntFunction<T> value) {
    byte[] bytes = new byte[rows.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) value.applyAsInt(rows.get(i));
    }
    return bytes;
  }
}
