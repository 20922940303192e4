package org.toret.feeds.osm;

import com.graphhopper.reader.osm.RestrictionTagParser;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.DefaultImportRegistry;
import com.graphhopper.routing.ev.EncodedValue;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.ImportUnit;
import com.graphhopper.routing.ev.ImportUnitSorter;
import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.routing.ev.IntEncodedValueImpl;
import com.graphhopper.routing.ev.RoadAccess;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.ev.RoadEnvironment;
import com.graphhopper.routing.ev.RouteNetwork;
import com.graphhopper.routing.ev.SimpleBooleanEncodedValue;
import com.graphhopper.routing.ev.Surface;
import com.graphhopper.routing.ev.TurnRestriction;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.routing.util.OSMParsers;
import com.graphhopper.routing.util.parsers.OSMBikeNetworkTagParser;
import com.graphhopper.util.PMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which tags are understood, and by which of GraphHopper's parsers: access and speed for foot,
/// bicycle and car, class, surface, and our own (wheelchair, ways of cyclists and the stress of
/// traffic, lanes of buses, private ways on foot, conditional access of cars, tolls).
final class StreetTags {

  private static final List<String> UNITS =
      List.of(
          "roundabout",
          "ferry_speed",
          "smoothness",
          "surface",
          "road_class",
          "road_environment",
          "road_access",
          "bike_network",
          "car_access",
          "car_average_speed",
          "bike_access",
          "bike_average_speed",
          "bike_priority",
          "get_off_bike",
          "foot_access",
          "foot_average_speed");

  /// The vehicles whose `restriction:…` and `except` count for a private car.
  private static final List<String> CAR_TYPES = List.of("motorcar", "motor_vehicle");

  private final BooleanEncodedValue wheelchair =
      new SimpleBooleanEncodedValue("toret_wheelchair", false);
  private final BooleanEncodedValue cycleFacility =
      new SimpleBooleanEncodedValue("toret_cycle_facility", true);
  private final IntEncodedValue stress =
      new IntEncodedValueImpl("toret_stress", CyclingTags.STRESS_BITS, true);
  private final BooleanEncodedValue busLane = new SimpleBooleanEncodedValue("toret_bus_lane", true);
  private final BooleanEncodedValue privateFoot =
      new SimpleBooleanEncodedValue("toret_private_foot", true);
  private final IntEncodedValue accessText =
      new IntEncodedValueImpl("toret_access", AccessTags.BITS, false);
  private final AccessTags access = new AccessTags(accessText);
  private final IntEncodedValue tollText =
      new IntEncodedValueImpl("toret_toll", TollTags.BITS, false);
  private final TollTags toll = new TollTags(tollText);
  private final BooleanEncodedValue carTurn = TurnRestriction.create("car");
  private final EncodingManager encoding;

  StreetTags() {
    EncodingManager.Builder builder = new EncodingManager.Builder();
    for (ImportUnit unit : units().values()) {
      EncodedValue value = unit.getCreateEncodedValue().apply(new PMap());
      builder.add(value);
    }
    builder
        .add(wheelchair)
        .add(cycleFacility)
        .add(stress)
        .add(busLane)
        .add(privateFoot)
        .add(accessText)
        .add(tollText);
    encoding = builder.addTurnCostEncodedValue(carTurn).build();
  }

  EncodingManager encoding() {
    return encoding;
  }

  OSMParsers parsers() {
    OSMParsers parsers = new OSMParsers();
    for (ImportUnit unit : units().values()) {
      if (unit.getCreateTagParser() != null) {
        parsers.addWayTagParser(unit.getCreateTagParser().apply(encoding, new PMap()));
      }
    }
    EnumEncodedValue<RouteNetwork> network =
        encoding.getEnumEncodedValue("bike_network", RouteNetwork.class);
    parsers.addRelationTagParser(config -> new OSMBikeNetworkTagParser(network, config));
    parsers.addWayTagParser(new FootDirections(encoding.getBooleanEncodedValue("foot_access")));
    parsers.addWayTagParser(new PrivateFootAccess(privateFoot));
    parsers.addWayTagParser(new WheelchairTags(wheelchair));
    parsers.addWayTagParser(new CyclingTags(cycleFacility, stress));
    parsers.addWayTagParser(new BusTags(busLane));
    parsers.addWayTagParser(access);
    parsers.addWayTagParser(toll);
    parsers.addRestrictionTagParser(new RestrictionTagParser(CAR_TYPES, carTurn));
    return parsers;
  }

  BooleanEncodedValue flag(String name) {
    return encoding.getBooleanEncodedValue(name);
  }

  DecimalEncodedValue number(String name) {
    return encoding.getDecimalEncodedValue(name);
  }

  EnumEncodedValue<RoadClass> roadClass() {
    return encoding.getEnumEncodedValue(RoadClass.KEY, RoadClass.class);
  }

  EnumEncodedValue<RoadEnvironment> roadEnvironment() {
    return encoding.getEnumEncodedValue(RoadEnvironment.KEY, RoadEnvironment.class);
  }

  EnumEncodedValue<RoadAccess> roadAccess() {
    return encoding.getEnumEncodedValue(RoadAccess.KEY, RoadAccess.class);
  }

  EnumEncodedValue<Surface> surface() {
    return encoding.getEnumEncodedValue(Surface.KEY, Surface.class);
  }

  BooleanEncodedValue wheelchair() {
    return wheelchair;
  }

  BooleanEncodedValue cycleFacility() {
    return cycleFacility;
  }

  /// Level of traffic stress less 1.
  IntEncodedValue stress() {
    return stress;
  }

  /// Where buses have a lane or the way to themselves.
  BooleanEncodedValue busLane() {
    return busLane;
  }

  /// Where people on foot may go who have business there.
  BooleanEncodedValue privateFoot() {
    return privateFoot;
  }

  IntEncodedValue accessText() {
    return accessText;
  }

  AccessTags access() {
    return access;
  }

  IntEncodedValue tollText() {
    return tollText;
  }

  TollTags toll() {
    return toll;
  }

  BooleanEncodedValue carTurn() {
    return carTurn;
  }

  /// The import units in an order in which each comes after what it needs.
  private static Map<String, ImportUnit> units() {
    var registry = new DefaultImportRegistry();
    Map<String, ImportUnit> units = new LinkedHashMap<>();
    for (String name : UNITS) {
      units.put(name, registry.createImportUnit(name));
    }
    Map<String, ImportUnit> sorted = new LinkedHashMap<>();
    for (String name : new ImportUnitSorter(units).sort()) {
      sorted.put(name, units.get(name));
    }
    return sorted;
  }
}
