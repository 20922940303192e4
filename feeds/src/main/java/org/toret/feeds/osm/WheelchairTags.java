package org.toret.feeds.osm;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.EdgeIntAccess;
import com.graphhopper.routing.util.parsers.TagParser;
import com.graphhopper.storage.IntsRef;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether a wheelchair gets along, as far as the tags say (OpenStreetMap, *Key:wheelchair*): what
/// is said explicitly counts; else steps, loose or cobbled surfaces, bad smoothness, mountain paths
/// and steep slopes keep it out. Kerbs are mostly unmapped and not judged.
final class WheelchairTags implements TagParser {

  private static final Set<String> ALLOWED = Set.of("yes", "designated", "limited", "official");
  private static final Set<String> BAD_SURFACES =
      Set.of(
          "cobblestone",
          "unhewn_cobblestone",
          "sand",
          "mud",
          "grass",
          "gravel",
          "pebblestone",
          "ground",
          "dirt",
          "earth",
          "rock",
          "stepping_stones",
          "woodchips");
  private static final Set<String> BAD_SMOOTHNESS =
      Set.of("very_bad", "horrible", "very_horrible", "impassable");
  private static final Set<String> BAD_BARRIERS =
      Set.of("stile", "turnstile", "kissing_gate", "cycle_barrier", "step", "motorcycle_barrier");
  private static final double STEEPEST_PERCENT = 10;

  private final BooleanEncodedValue wheelchair;

  WheelchairTags(BooleanEncodedValue wheelchair) {
    this.wheelchair = wheelchair;
  }

  @Override
  public void handleWayTags(int edge, EdgeIntAccess access, ReaderWay way, IntsRef relationFlags) {
    wheelchair.setBool(false, edge, access, passable(way));
  }

  private static boolean passable(ReaderWay way) {
    if (way.hasTag("gh:barrier_edge") && barrierBlocks(way)) {
      return false;
    }
    String said = way.getTag("wheelchair", "");
    if (ALLOWED.contains(said)) {
      return true;
    }
    return !said.equals("no")
        && !way.hasTag("highway", "steps")
        && !way.hasTag("sac_scale")
        && !way.hasTag("mtb:scale")
        && !BAD_SURFACES.contains(way.getTag("surface", ""))
        && !BAD_SMOOTHNESS.contains(way.getTag("smoothness", ""))
        && !isSteep(way.getTag("incline", ""));
  }

  private static boolean barrierBlocks(ReaderWay way) {
    List<Map<String, Object>> nodes = way.getTag("node_tags", List.of());
    if (nodes.isEmpty()) {
      return false;
    }
    Object barrier = nodes.getFirst().get("barrier");
    Object said = nodes.getFirst().get("wheelchair");
    return "no".equals(said) || (barrier instanceof String b && BAD_BARRIERS.contains(b));
  }

  private static boolean isSteep(String incline) {
    if (!incline.endsWith("%")) {
      return false;
    }
    try {
      String number = incline.substring(0, incline.length() - 1).trim();
      return Math.abs(Double.parseDouble(number)) > STEEPEST_PERCENT;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
