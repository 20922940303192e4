package org.toret.feeds.osm;

import com.carrotsearch.hppc.LongArrayList;
import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderRelation;
import com.graphhopper.reader.ReaderWay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.GeoPoint;
import org.toret.feeds.osm.area.RingJoiner;
import org.toret.feeds.osm.pbf.PbfPass;
import org.toret.network.parking.CarParksBuilder;
import org.toret.network.street.MapFeatures;
import org.toret.network.street.MapFeatures.Kind;

/// Reads water, green, place names and car parks of one or several files in three passes, so that
/// only what is needed is ever held: relations (which ways form areas), ways (which nodes they
/// need), nodes (where they are). An area that the extract's border cuts open is drawn as far as
/// its rings can be closed.
final class FeatureReader {

  private static final int[] NOT_SEEN = {};

  private final List<Path> files;
  private final MapFeatures.Builder out;
  private final CarParksBuilder parks;
  private final TreeMap<Long, ReaderWay> parkWays = new TreeMap<>();
  private final Set<Long> parkNodes = new HashSet<>();
  private final TreeMap<Long, Area> areas = new TreeMap<>();
  private final Set<Long> memberIds = new HashSet<>();
  private final Map<Long, long[]> memberWays = new HashMap<>();
  private final TreeMap<Long, Shape> shapes = new TreeMap<>();
  private final Map<Long, int[]> points = new HashMap<>();
  private final TreeMap<Long, Named> places = new TreeMap<>();

  /// A multipolygon: its ways become rings.
  private record Area(Kind kind, String name, List<Long> ways) {}

  /// A way that is a feature by itself.
  private record Shape(Kind kind, String name, long[] nodes) {}

  private record Named(Kind kind, String name, int latE7, int lonE7) {}

  FeatureReader(List<Path> files, MapFeatures.Builder out, CarParksBuilder parks) {
    this.files = files;
    this.out = out;
    this.parks = parks;
  }

  void read() throws IOException {
    for (Path file : files) {
      PbfPass.relations(file, this::relation);
    }
    for (Path file : files) {
      PbfPass.ways(file, this::way);
    }
    for (Path file : files) {
      PbfPass.nodes(file, this::node);
    }
    parkWays.values().forEach(this::park);
    places.values().forEach(p -> point(p.kind(), p.name(), p.latE7(), p.lonE7()));
    for (Shape shape : shapes.values()) {
      out.feature(shape.kind(), shape.name());
      ring(shape.nodes());
    }
    for (Area area : areas.values()) {
      out.feature(area.kind(), area.name());
      List<long[]> ways = new ArrayList<>();
      area.ways().forEach(id -> ways.add(memberWays.getOrDefault(id, new long[0])));
      RingJoiner.rings(ways).forEach(this::ring);
    }
  }

  private void relation(ReaderElement element) {
    if (element instanceof ReaderRelation relation && relation.hasTag("type", "multipolygon")) {
      Kind kind = FeatureTags.area(relation);
      List<Long> ways = new ArrayList<>();
      for (ReaderRelation.Member member : relation.getMembers()) {
        if (member.getType() == ReaderElement.Type.WAY) {
          ways.add(member.getRef());
        }
      }
      if (kind != null && !ways.isEmpty()) {
        areas.put(relation.getId(), new Area(kind, FeatureTags.name(relation), ways));
        memberIds.addAll(ways);
      }
    }
  }

  private void way(ReaderElement element) {
    if (!(element instanceof ReaderWay way) || way.getNodes().size() < 2) {
      return;
    }
    if (memberIds.contains(way.getId())) {
      memberWays.put(way.getId(), needed(way.getNodes()));
    }
    if (ParkingTags.isPark(way)) {
      parkWays.put(way.getId(), way);
      needed(way.getNodes());
    }
    Kind kind = kind(way);
    if (kind != null) {
      shapes.put(way.getId(), new Shape(kind, FeatureTags.name(way), needed(way.getNodes())));
    }
  }

  private static @Nullable Kind kind(ReaderWay way) {
    LongArrayList nodes = way.getNodes();
    boolean closed = nodes.size() > 3 && nodes.get(0) == nodes.get(nodes.size() - 1);
    Kind area = closed ? FeatureTags.area(way) : null;
    return area != null ? area : FeatureTags.line(way);
  }

  private long[] needed(LongArrayList nodes) {
    long[] ids = nodes.toArray();
    for (long id : ids) {
      points.putIfAbsent(id, NOT_SEEN);
    }
    return ids;
  }

  private void node(ReaderElement element) {
    if (!(element instanceof ReaderNode node)) {
      return;
    }
    int lat = (int) Math.round(node.getLat() * GeoPoint.E7);
    int lon = (int) Math.round(node.getLon() * GeoPoint.E7);
    if (points.containsKey(node.getId())) {
      points.put(node.getId(), new int[] {lat, lon});
    }
    if (ParkingTags.isPark(node) && parkNodes.add(node.getId())) {
      parks.add(ParkingTags.park(node, new GeoPoint(node.getLat(), node.getLon())));
    }
    Kind kind = FeatureTags.place(node);
    if (kind != null) {
      places.put(node.getId(), new Named(kind, FeatureTags.name(node), lat, lon));
    }
  }

  /// A car park lies in the middle of its corners.
  private void park(ReaderWay way) {
    double lats = 0;
    double lons = 0;
    int count = 0;
    for (long id : way.getNodes().toArray()) {
      int[] point = points.getOrDefault(id, NOT_SEEN);
      if (point != null && point.length == 2) {
        lats += point[0];
        lons += point[1];
        count++;
      }
    }
    if (count > 0) {
      GeoPoint middle = new GeoPoint(lats / count / GeoPoint.E7, lons / count / GeoPoint.E7);
      parks.add(ParkingTags.park(way, middle));
    }
  }

  private void point(Kind kind, String name, int latE7, int lonE7) {
    out.feature(kind, name).ring(new int[] {latE7}, new int[] {lonE7});
  }

  /// Adds a ring of those of its nodes that the extract holds.
  private void ring(long[] nodes) {
    int[] lats = new int[nodes.length];
    int[] lons = new int[nodes.length];
    int count = 0;
    for (long id : nodes) {
      int[] point = points.getOrDefault(id, NOT_SEEN);
      if (point != null && point.length == 2) {
        lats[count] = point[0];
        lons[count++] = point[1];
      }
    }
    if (count > 1) {
      out.ring(Arrays.copyOf(lats, count), Arrays.copyOf(lons, count));
    }
  }
}
