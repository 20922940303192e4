package org.toret.feeds.osm;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.EdgeIntAccess;
import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.routing.util.parsers.TagParser;
import com.graphhopper.storage.IntsRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.toret.network.zone.ChargeText;

/// Where cars pay (OpenStreetMap, `toll`, `barrier=toll_booth`, `charge`): a text for each road
/// with tolls and each booth, as in [org.toret.network.street.StreetEdge].
///
/// A booth on a service road without `toll` is the gate of a car park, not one for passing.
final class TollTags implements TagParser {

  /// Bits of the number.
  static final int BITS = 11;

  /// The most specific first.
  private static final List<String> KEYS = List.of("toll:motorcar", "toll:motor_vehicle", "toll");

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
          return "booth||" + name(node) + "|" + charge(node);
        }
      }
    }
    return road
        ? "road|"
            + plain(way.getTag("ref", ""))
            + "|"
            + name(way.getTags())
            + "|"
            + charge(way.getTags())
        : "";
  }

  private static List<Map<String, Object>> nodes(ReaderWay way) {
    return way.getTag("node_tags", List.<Map<String, Object>>of());
  }

  private static boolean isToll(Map<String, Object> tags) {
    return KEYS.stream()
        .filter(tags::containsKey)
        .findFirst()
        .map(tags::get)
        .orElse("")
        .equals("yes");
  }

  private static boolean isFree(Map<String, Object> tags) {
    return KEYS.stream()
        .filter(tags::containsKey)
        .findFirst()
        .map(tags::get)
        .orElse("")
        .equals("no");
  }

  private static String name(Map<String, Object> tags) {
    String name = String.valueOf(tags.getOrDefault("name", ""));
    return plain(name.isEmpty() ? String.valueOf(tags.getOrDefault("operator", "")) : name);
  }

  /// A price that depends on more than the vehicle is none.
  private static String charge(Map<String, Object> tags) {
    if (tags.containsKey("charge:conditional")) {
      return ChargeText.UNKNOWN;
    }
    Object own = tags.get("charge:motorcar");
    return plain(String.valueOf(own == null ? tags.getOrDefault("charge", "") : own));
  }

  private static String plain(String text) {
    return text.replace('|', ' ').strip();
  }
}
