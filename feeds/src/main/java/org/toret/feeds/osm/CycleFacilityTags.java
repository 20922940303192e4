package org.toret.feeds.osm;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.EdgeIntAccess;
import com.graphhopper.routing.util.parsers.TagParser;
import com.graphhopper.storage.IntsRef;
import java.util.List;
import java.util.Set;

/// Whether cyclists have a way of their own: a cycle way, or a lane or track on either side
/// (OpenStreetMap, *Key:cycleway*).
final class CycleFacilityTags implements TagParser {

  private static final List<String> KEYS =
      List.of("cycleway", "cycleway:left", "cycleway:right", "cycleway:both");
  private static final Set<String> VALUES =
      Set.of("lane", "track", "opposite_lane", "opposite_track", "separate");

  private final BooleanEncodedValue facility;

  CycleFacilityTags(BooleanEncodedValue facility) {
    this.facility = facility;
  }

  @Override
  public void handleWayTags(int edge, EdgeIntAccess access, ReaderWay way, IntsRef relationFlags) {
    boolean found = way.hasTag("highway", "cycleway") || way.hasTag("bicycle", "designated");
    for (String key : KEYS) {
      found |= VALUES.contains(way.getTag(key, ""));
    }
    facility.setBool(false, edge, access, found);
  }
}
