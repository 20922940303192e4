package org.toret.feeds.osm;

import com.graphhopper.reader.ReaderWay;
import java.util.List;
import java.util.Locale;

/// How fast cars may drive, after OpenStreetMap *Key:maxspeed*; where nothing is told, what holds
/// in towns.
final class SpeedTags {

  private static final double KMH_PER_MPH = 1.609344;
  private static final List<String> ZONES =
      List.of("zone:maxspeed", "maxspeed:type", "source:maxspeed", "zone:traffic");

  private SpeedTags() {}

  /// The limit in one direction.
  static double kmh(ReaderWay way, boolean forward) {
    double told = kmh(way.getTag(forward ? "maxspeed:forward" : "maxspeed:backward", ""));
    told = told > 0 ? told : kmh(way.getTag("maxspeed", ""));
    for (String key : ZONES) {
      told = told > 0 ? told : kmh(way.getTag(key, ""));
    }
    return told > 0 ? told : usual(way.getTag("highway", ""));
  }

  private static double usual(String highway) {
    return switch (highway) {
      case "motorway", "motorway_link" -> 130;
      case "trunk", "trunk_link" -> 90;
      case "living_street" -> 20;
      case "service", "track" -> 30;
      default -> 50;
    };
  }

  /// 0 for what is no speed.
  private static double kmh(String text) {
    String value = text.strip().toLowerCase(Locale.ROOT);
    int colon = value.indexOf(':');
    if (colon >= 0) {
      value = value.substring(colon + 1);
    }
    return switch (value) {
      case "walk", "living_street" -> 10;
      case "urban" -> 50;
      case "rural" -> 90;
      case "trunk" -> 110;
      case "motorway" -> 130;
      default -> number(value);
    };
  }

  private static double number(String value) {
    boolean miles = value.endsWith("mph");
    String digits = miles ? value.substring(0, value.length() - 3) : value;
    digits = digits.startsWith("zone") ? digits.substring(4) : digits;
    try {
      double number = Double.parseDouble(digits.strip());
      double kmh = miles ? KMH_PER_MPH * number : number;
      return kmh > 0 && kmh < 300 ? kmh : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
