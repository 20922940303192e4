package org.toret.network.sharing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.toret.base.columns.Csr;
import org.toret.base.columns.TextColumn;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;
import org.toret.network.sharing.SharingRows.RuleRow;
import org.toret.network.sharing.SharingRows.ZoneRow;
import org.toret.network.zone.ZoneAreas;

/// The geofencing zones of all systems in the order of their files, the rules for everywhere behind
/// those with an area.
///
/// Of several rules for a vehicle type at a place the earlier one holds: of the same zone, of zones
/// that overlap, and of a zone before the rules for everywhere. Files before version 3 combine
/// overlapping zones: what the first rule leaves open (a speed limit, parking at stations) a later
/// one may fill in. See GBFS, "Geofencing Rule Precedence".
///
/// @param systems index into [SharingSystems], one per zone
/// @param combine 1 where overlapping zones combine, one per zone
/// @param ruleOffsets the rules of zone `z` are `ruleOffsets[z] … ruleOffsets[z + 1] - 1`
/// @param ruleFlags bits [#START], [#END], [#THROUGH], [#STATION_PARKING]
/// @param ruleMaxKmh speed limits, [ZoneRule#NO_LIMIT] where there is none
/// @param ruleTypes the vehicle types of each rule, index into [VehicleTypes]; an empty row means
///   all of the system
public record GeofencingZones(
    int[] systems,
    byte[] combine,
    TextColumn names,
    ZoneAreas areas,
    int[] ruleOffsets,
    byte[] ruleFlags,
    int[] ruleMaxKmh,
    Csr ruleTypes) {

  public static final byte START = 1;
  public static final byte END = 2;
  public static final byte THROUGH = 4;

  /// Rides end at stations only.
  public static final byte STATION_PARKING = 8;

  public int count() {
    return systems.length;
  }

  /// What holds for a vehicle type at a place.
  public ZoneRule rule(int system, int type, int latE7, int lonE7) {
    int flags = -1;
    int maxKmh = ZoneRule.NO_LIMIT;
    for (int zone = 0; zone < count(); zone++) {
      if (systems[zone] != system || flags >= 0 && areas.isEverywhere(zone)) {
        continue;
      }
      int rule = areas.contains(zone, latE7, lonE7) ? find(zone, type) : -1;
      if (rule >= 0) {
        flags = flags < 0 ? ruleFlags[rule] : flags | (ruleFlags[rule] & STATION_PARKING);
        maxKmh = maxKmh == ZoneRule.NO_LIMIT ? ruleMaxKmh[rule] : maxKmh;
        if (combine[zone] == 0) {
          break;
        }
      }
    }
    if (flags < 0) {
      return ZoneRule.FREE;
    }
    boolean end = (flags & END) != 0 && (flags & STATION_PARKING) == 0;
    return new ZoneRule((flags & START) != 0, end, (flags & THROUGH) != 0, maxKmh);
  }

  /// Whether any zone of a system says something about riding a vehicle type, not only about where
  /// it begins and ends.
  public boolean restrictsRiding(int system, int type) {
    for (int zone = 0; zone < count(); zone++) {
      int rule = systems[zone] == system ? find(zone, type) : -1;
      if (rule >= 0
          && ((ruleFlags[rule] & THROUGH) == 0 || ruleMaxKmh[rule] != ZoneRule.NO_LIMIT)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the same holds everywhere, zone by zone.
  public boolean isSame(GeofencingZones other) {
    return Arrays.equals(systems, other.systems)
        && Arrays.equals(combine, other.combine)
        && areas.isSame(other.areas)
        && Arrays.equals(ruleOffsets, other.ruleOffsets)
        && Arrays.equals(ruleFlags, other.ruleFlags)
        && Arrays.equals(ruleMaxKmh, other.ruleMaxKmh)
        && Arrays.equals(ruleTypes.offsets(), other.ruleTypes.offsets())
        && Arrays.equals(ruleTypes.values(), other.ruleTypes.values());
  }

  /// A zone as it was given to the builder.
  ZoneRow row(int zone, VehicleTypes types) {
    List<RuleRow> rules = new ArrayList<>();
    for (int rule = ruleOffsets[zone]; rule < ruleOffsets[zone + 1]; rule++) {
      List<String> named = new ArrayList<>();
      for (int i = ruleTypes.start(rule); i < ruleTypes.end(rule); i++) {
        int type = ruleTypes.values()[i];
        named.add(type < 0 ? "" : types.ids().get(type));
      }
      rules.add(new RuleRow(named, ruleFlags[rule], ruleMaxKmh[rule]));
    }
    return new ZoneRow(names.get(zone), combine[zone] != 0, areas.rings(zone), rules);
  }

  /// The rule of a zone for a vehicle type, -1 where it has none.
  private int find(int zone, int type) {
    for (int rule = ruleOffsets[zone]; rule < ruleOffsets[zone + 1]; rule++) {
      int first = ruleTypes.start(rule);
      int end = ruleTypes.end(rule);
      boolean all = first == end;
      for (int i = first; i < end && !all; i++) {
        all = ruleTypes.values()[i] == type;
      }
      if (all) {
        return rule;
      }
    }
    return -1;
  }

  void write(ImageWriter image) {
    image
        .ints("sharing.zone.system", systems)
        .bytes("sharing.zone.combine", combine)
        .texts("sharing.zone.name", names)
        .ints("sharing.zone.rules", ruleOffsets)
        .bytes("sharing.zone.flags", ruleFlags)
        .ints("sharing.zone.speed", ruleMaxKmh)
        .csr("sharing.zone.types", ruleTypes);
    areas.write(image, "sharing.zone");
  }

  static GeofencingZones read(ImageFile image) {
    return new GeofencingZones(
        image.ints("sharing.zone.system"),
        image.bytes("sharing.zone.combine"),
        image.texts("sharing.zone.name"),
        ZoneAreas.read(image, "sharing.zone"),
        image.ints("sharing.zone.rules"),
        image.bytes("sharing.zone.flags"),
        image.ints("sharing.zone.speed"),
        image.csr("sharing.zone.types"));
  }
}
