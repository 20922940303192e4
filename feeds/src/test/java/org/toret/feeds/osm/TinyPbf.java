package org.toret.feeds.osm;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.openstreetmap.osmosis.osmbinary.Fileformat;
import org.openstreetmap.osmosis.osmbinary.Osmformat;
import org.toret.feeds.QuietProtobuf;

/// Writes small PBF files for tests. Tags are `key=value` texts.
final class TinyPbf {

  private final List<String> texts = new ArrayList<>(List.of(""));
  private final TreeMap<Long, Osmformat.Node> nodes = new TreeMap<>();
  private final TreeMap<Long, Osmformat.Way> ways = new TreeMap<>();
  private final TreeMap<Long, Osmformat.Relation> relations = new TreeMap<>();

  TinyPbf node(long id, double lat, double lon, String... tags) {
    Osmformat.Node.Builder node = Osmformat.Node.newBuilder().setId(id);
    node.setLat(Math.round(lat * 1e7)).setLon(Math.round(lon * 1e7));
    for (String tag : tags) {
      node.addKeys(text(tag, 0)).addVals(text(tag, 1));
    }
    nodes.put(id, node.build());
    return this;
  }

  TinyPbf way(long id, long[] members, String... tags) {
    Osmformat.Way.Builder way = Osmformat.Way.newBuilder().setId(id);
    long before = 0;
    for (long member : members) {
      way.addRefs(member - before);
      before = member;
    }
    for (String tag : tags) {
      way.addKeys(text(tag, 0)).addVals(text(tag, 1));
    }
    ways.put(id, way.build());
    return this;
  }

  /// Members are `role:n12`, `role:w3`.
  TinyPbf relation(long id, List<String> members, String... tags) {
    Osmformat.Relation.Builder relation = Osmformat.Relation.newBuilder().setId(id);
    long before = 0;
    for (String member : members) {
      String[] parts = member.split(":", 2);
      long ref = Long.parseLong(parts[1].substring(1));
      boolean node = parts[1].charAt(0) == 'n';
      relation.addRolesSid(string(parts[0])).addMemids(ref - before);
      relation.addTypes(
          node ? Osmformat.Relation.MemberType.NODE : Osmformat.Relation.MemberType.WAY);
      before = ref;
    }
    for (String tag : tags) {
      relation.addKeys(text(tag, 0)).addVals(text(tag, 1));
    }
    relations.put(id, relation.build());
    return this;
  }

  Path write(Path file) throws IOException {
    try (QuietProtobuf _ = new QuietProtobuf()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Osmformat.HeaderBlock header =
          Osmformat.HeaderBlock.newBuilder().addRequiredFeatures("OsmSchema-V0.6").build();
      block(bytes, "OSMHeader", header.toByteString());
      block(
          bytes,
          "OSMData",
          group(Osmformat.PrimitiveGroup.newBuilder().addAllNodes(nodes.values())));
      block(
          bytes, "OSMData", group(Osmformat.PrimitiveGroup.newBuilder().addAllWays(ways.values())));
      block(
          bytes,
          "OSMData",
          group(Osmformat.PrimitiveGroup.newBuilder().addAllRelations(relations.values())));
      return Files.write(file, bytes.toByteArray());
    }
  }

  private ByteString group(Osmformat.PrimitiveGroup.Builder group) {
    Osmformat.StringTable.Builder table = Osmformat.StringTable.newBuilder();
    texts.forEach(text -> table.addS(ByteString.copyFromUtf8(text)));
    return Osmformat.PrimitiveBlock.newBuilder()
        .setStringtable(table)
        .addPrimitivegroup(group)
        .build()
        .toByteString();
  }

  private static void block(ByteArrayOutputStream out, String type, ByteString data)
      throws IOException {
    ByteString blob =
        Fileformat.Blob.newBuilder().setRaw(data).setRawSize(data.size()).build().toByteString();
    ByteString header =
        Fileformat.BlobHeader.newBuilder()
            .setType(type)
            .setDatasize(blob.size())
            .build()
            .toByteString();
    DataOutputStream bytes = new DataOutputStream(out);
    bytes.writeInt(header.size());
    header.writeTo(bytes);
    blob.writeTo(bytes);
  }

  private int text(String tag, int part) {
    return string(tag.split("=", 2)[part]);
  }

  private int string(String text) {
    int known = texts.indexOf(text);
    if (known < 0) {
      texts.add(text);
      known = texts.size() - 1;
    }
    return known;
  }
}
