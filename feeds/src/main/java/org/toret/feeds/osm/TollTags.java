package org.toret.feeds.osm;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.EdgeIntAccess;
import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.routing.util.parsers.TagParser;
import com.graphhopper.storage.IntsRef;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where cars pay (OpenStreetMap, `toll`, `barrier=toll_booth`, `charge`, both also with
/// `:conditional`): a text for each road with tolls and each booth, as in
/// [org.toret.network.street.StreetEdge].
///
/// A booth on a service road without `toll` is the gate of a car park, not one for passing.
final class TollTags implements TagParser {

  /// Bits of the number.
  static final int BITS = 11;

  /// The most specific first.
  private static final List<String> TOLL = List.of("toll:motorcar", "toll:motor_vehicle", "toll");

  private static final List<String> CHARGE =
      List.of("charge:motorcar", "charge:motor_vehicle", "charge");

  private static final Set<String> PARKING = Set.of("service", "track", "footway", "path");

  private final IntEncodedValue number;
  private final WayTexts texts = new WayTexts(BITS);

  /// What stands for texts beyond those that can be kept: a road with an unknown toll.
  private final int nameless;

  TollTags(IntEncodedValue number) {
    this.number = number;
    nameless = texts.numberOf("road|||");
  }

  String text(int of) {
    return texts.text(of);
  }

  @Override
  public void handleWayTags(int edge, EdgeIntAccess access, ReaderWay way, IntsRef relationFlags) {
    String text = text(way);
    if (!text.isEmpty()) {
      int known = texts.numberOf(text);
      number.setInt(false, edge, access, known == 0 ? nameless : known);
    }
  }

  private static String text(ReaderWay way) {
    boolean road = isToll(way.getTags());
    if (way.hasTag("gh:barrier_edge", true)) {
      for (Map<String, Object> node : nodes(way)) {
        boolean booth = "toll_booth".equals(node.get("barrier"));
        boolean passing = road || isToll(node) || !PARKING.contains(way.getTag("highway", ""));
        if (booth && passing && !isFree(node)) {
          return "booth||" + name(node) + "|" + price(node);
        }
      }
    }
    return road
        ? "road|"
            + plain(way.getTag("ref", ""))
            + "|"
            + name(way.getTags())
            + "|"
            + price(way.getTags())
        : "";
  }

  private static List<Map<String, Object>> nodes(ReaderWay way) {
    return way.getTag("node_tags", List.<Map<String, Object>>of());
  }

  /// Whether something is paid at some time.
  private static boolean isToll(Map<String, Object> tags) {
    return value(tags, TOLL).equals("yes") || conditional(tags, TOLL).contains("yes");
  }

  private static boolean isFree(Map<String, Object> tags) {
    return value(tags, TOLL).equals("no") && !isToll(tags);
  }

  /// What the first of some keys says that is there.
  private static String value(Map<String, Object> tags, List<String> keys) {
    return keys.stream()
        .filter(tags::containsKey)
        .findFirst()
        .map(key -> String.valueOf(tags.get(key)))
        .orElse("");
  }

  /// The conditions of the first of some keys that is there with conditions or without.
  private static String conditional(Map<String, Object> tags, List<String> keys) {
    for (String key : keys) {
      Object conditional = tags.get(key + ":conditional");
      if (conditional != null || tags.containsKey(key)) {
        return conditional == null ? "" : plain(String.valueOf(conditional));
      }
    }
    return "";
  }

  private static String name(Map<String, Object> tags) {
    String name = String.valueOf(tags.getOrDefault("name", ""));
    return plain(name.isEmpty() ? String.valueOf(tags.getOrDefault("operator", "")) : name);
  }

  /// `charge`, with `|toll|conditional toll|conditional charge` behind it where there are
  /// conditions.
  private static String price(Map<String, Object> tags) {
    String tolls = conditional(tags, TOLL);
    String charges = conditional(tags, CHARGE);
    String charge = plain(value(tags, CHARGE));
    boolean always = tolls.isEmpty() && charges.isEmpty();
    return always ? charge : String.join("|", charge, value(tags, TOLL), tolls, charges);
  }

  private static String plain(String text) {
    return text.replace('|', ' ').strip();
  }
}
