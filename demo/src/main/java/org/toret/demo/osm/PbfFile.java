package org.toret.demo.osm;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import crosby.binary.Fileformat;
import crosby.binary.Osmformat;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes OpenStreetMap's PBF format: a header, then blocks of dense nodes, then blocks of ways.
///
/// Source: <https://wiki.openstreetmap.org/wiki/PBF_Format>. No versions, authors or times are
/// written, so the same map gives the same bytes.
public final class PbfFile {

  private static final int PER_BLOCK = 8000;
  private static final long NANODEGREES = 1_000_000_000L;
  private static final int GRANULARITY = 100;

  /// A node: degrees, and tags.
  public record Node(long id, double lat, double lon, SortedMap<String, String> tags) {}

  /// A way over nodes.
  public record Line(long id, List<Long> nodes, SortedMap<String, String> tags) {}

  private final DataOutputStream out;

  private PbfFile(OutputStream out) {
    this.out = new DataOutputStream(out);
  }

  /// Writes everything; ids must ascend.
  public static void write(OutputStream out, String program, List<Node> nodes, List<Line> lines)
      throws IOException {
    PbfFile file = new PbfFile(out);
    file.header(program, nodes);
    for (int i = 0; i < nodes.size(); i += PER_BLOCK) {
      file.nodes(nodes.subList(i, Math.min(nodes.size(), i + PER_BLOCK)));
    }
    for (int i = 0; i < lines.size(); i += PER_BLOCK) {
      file.lines(lines.subList(i, Math.min(lines.size(), i + PER_BLOCK)));
    }
    file.out.flush();
  }

  private void header(String program, List<Node> nodes) throws IOException {
    double south = nodes.stream().mapToDouble(Node::lat).min().orElse(0);
    double north = nodes.stream().mapToDouble(Node::lat).max().orElse(0);
    double west = nodes.stream().mapToDouble(Node::lon).min().orElse(0);
    double east = nodes.stream().mapToDouble(Node::lon).max().orElse(0);
    Osmformat.HeaderBBox box =
        Osmformat.HeaderBBox.newBuilder()
            .setBottom(Math.round(south * NANODEGREES))
            .setTop(Math.round(north * NANODEGREES))
            .setLeft(Math.round(west * NANODEGREES))
            .setRight(Math.round(east * NANODEGREES))
            .build();
    blob(
        "OSMHeader",
        Osmformat.HeaderBlock.newBuilder()
            .setBbox(box)
            .addRequiredFeatures("OsmSchema-V0.6")
            .addRequiredFeatures("DenseNodes")
            .addOptionalFeatures("Sort.Type_then_ID")
            .setWritingprogram(program)
            .build());
  }

  private void nodes(List<Node> nodes) throws IOException {
    Words words = new Words();
    Osmformat.DenseNodes.Builder dense = Osmformat.DenseNodes.newBuilder();
    long id = 0;
    long lat = 0;
    long lon = 0;
    for (Node node : nodes) {
      long units = NANODEGREES / GRANULARITY;
      long nodeLat = Math.round(node.lat() * units);
      long nodeLon = Math.round(node.lon() * units);
      dense.addId(node.id() - id).addLat(nodeLat - lat).addLon(nodeLon - lon);
      id = node.id();
      lat = nodeLat;
      lon = nodeLon;
      for (Map.Entry<String, String> tag : node.tags().entrySet()) {
        dense.addKeysVals(words.number(tag.getKey())).addKeysVals(words.number(tag.getValue()));
      }
      dense.addKeysVals(0);
    }
    block(words, Osmformat.PrimitiveGroup.newBuilder().setDense(dense).build());
  }

  private void lines(List<Line> lines) throws IOException {
    Words words = new Words();
    Osmformat.PrimitiveGroup.Builder group = Osmformat.PrimitiveGroup.newBuilder();
    for (Line line : lines) {
      Osmformat.Way.Builder way = Osmformat.Way.newBuilder().setId(line.id());
      long last = 0;
      for (long node : line.nodes()) {
        way.addRefs(node - last);
        last = node;
      }
      for (Map.Entry<String, String> tag : line.tags().entrySet()) {
        way.addKeys(words.number(tag.getKey())).addVals(words.number(tag.getValue()));
      }
      group.addWays(way);
    }
    block(words, group.build());
  }

  private void block(Words words, Osmformat.PrimitiveGroup group) throws IOException {
    blob(
        "OSMData",
        Osmformat.PrimitiveBlock.newBuilder()
            .setStringtable(words.table())
            .setGranularity(GRANULARITY)
            .addPrimitivegroup(group)
            .build());
  }

  private void blob(String type, MessageLite content) throws IOException {
    byte[] raw = content.toByteArray();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
      deflater.write(raw);
    }
    Fileformat.Blob blob =
        Fileformat.Blob.newBuilder()
            .setRawSize(raw.length)
            .setZlibData(ByteString.copyFrom(packed.toByteArray()))
            .build();
    Fileformat.BlobHeader head =
        Fileformat.BlobHeader.newBuilder()
            .setType(type)
            .setDatasize(blob.getSerializedSize())
            .build();
    out.writeInt(head.getSerializedSize());
    head.writeTo(out);
    blob.writeTo(out);
  }

  /// The string table of one block; number 0 is reserved.
  private static final class Words {

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<ByteString> words = new ArrayList<>(List.of(ByteString.EMPTY));

    int number(String word) {
      return numbers.computeIfAbsent(
          word,
          x -> {
            words.add(ByteString.copyFromUtf8(x));
            return words.size() - 1;
          });
    }

    Osmformat.StringTable table() {
      return Osmformat.StringTable.newBuilder().addAllS(words).build();
    }
  }
}
