package org.toret.feeds.osm;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.EdgeIntAccess;
import com.graphhopper.routing.util.parsers.TagParser;
import com.graphhopper.storage.IntsRef;
import java.util.Set;

/// Which way one may walk where the tags speak of directions (OpenStreetMap, *Key:foot:forward*,
/// *Key:oneway:foot*). The library's own parser takes the mere presence of `foot:backward` for a
/// one-way pavement; here a direction is closed only by a tag that closes it. Runs after that
/// parser.
final class FootDirections implements TagParser {

  private static final Set<String> ONE_WAY = Set.of("yes", "true", "1");
  private static final Set<String> REVERSE = Set.of("-1", "reverse");

  private final BooleanEncodedValue access;

  FootDirections(BooleanEncodedValue access) {
    this.access = access;
  }

  @Override
  public void handleWayTags(int edge, EdgeIntAccess values, ReaderWay way, IntsRef relationFlags) {
    boolean speaks = way.hasTag("foot:forward") || way.hasTag("foot:backward");
    boolean walkable = access.getBool(false, edge, values) || access.getBool(true, edge, values);
    if (speaks && walkable) {
      String oneWay = way.getTag("oneway:foot", "");
      access.setBool(
          false, edge, values, !way.hasTag("foot:forward", "no") && !REVERSE.contains(oneWay));
      access.setBool(
          true, edge, values, !way.hasTag("foot:backward", "no") && !ONE_WAY.contains(oneWay));
    }
  }
}
