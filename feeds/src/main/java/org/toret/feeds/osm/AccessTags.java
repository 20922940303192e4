package org.toret.feeds.osm;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.EdgeIntAccess;
import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.routing.util.parsers.TagParser;
import com.graphhopper.storage.IntsRef;
import java.util.List;

/// When cars may enter, where that depends on hours or persons (OpenStreetMap, *Conditional
/// restrictions*): the most specific of the tags for cars counts. Conditions for one direction
/// count for both.
///
/// Each distinct text gets a number, see [WayTexts].
final class AccessTags implements TagParser {

  /// Bits of the number.
  static final int BITS = 12;

  private static final List<String> KEYS =
      List.of("motorcar", "motor_vehicle", "vehicle", "access");

  private final IntEncodedValue number;
  private final WayTexts texts = new WayTexts(BITS);

  AccessTags(IntEncodedValue number) {
    this.number = number;
  }

  /// The text of a number: `base|conditional|zone`.
  String text(int of) {
    return texts.text(of);
  }

  /// How many ways had texts beyond those that can be kept.
  int left() {
    return texts.left();
  }

  @Override
  public void handleWayTags(int edge, EdgeIntAccess access, ReaderWay way, IntsRef relationFlags) {
    String text = text(way);
    if (!text.isEmpty()) {
      number.setInt(false, edge, access, texts.numberOf(text));
    }
  }

  private static String text(ReaderWay way) {
    for (int i = 0; i < KEYS.size(); i++) {
      String conditional = conditional(way, KEYS.get(i));
      if (!conditional.isEmpty()) {
        return base(way, i) + "|" + conditional + "|" + way.getTag("zone:traffic:name", "");
      }
      if (way.hasTag(KEYS.get(i))) {
        return "";
      }
    }
    return "";
  }

  private static String conditional(ReaderWay way, String key) {
    for (String direction : List.of("", ":forward", ":backward")) {
      String text = way.getTag(key + direction + ":conditional", "");
      if (!text.isBlank()) {
        return text.strip().replace('|', ' ');
      }
    }
    return "";
  }

  private static String base(ReaderWay way, int from) {
    for (String key : KEYS.subList(from, KEYS.size())) {
      String value = way.getTag(key, "");
      if (!value.isEmpty()) {
        return value.replace('|', ' ');
      }
    }
    return "";
  }
}
