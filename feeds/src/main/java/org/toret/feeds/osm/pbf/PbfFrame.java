package org.toret.feeds.osm.pbf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.toret.base.outcome.Outcome;

/// Checks the outer frame of a PBF file without decoding it: a sequence of blocks, each a length of
/// 4 bytes, a header of that length, and as many bytes of data as the header says (OpenStreetMap
/// wiki, *PBF Format*). So a cut-off download is told from a foreign file before anything is read.
public final class PbfFrame {

  private static final int MOST_HEADER_BYTES = 64 * 1024;
  private static final int MOST_DATA_BYTES = 32 * 1024 * 1024;
  private static final int TYPE_FIELD = 1;
  private static final int SIZE_FIELD = 3;

  private PbfFrame() {}

  /// Whether the file looks like a PBF file by its first block.
  public static boolean isPbf(Path file) {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      return header(channel).type().equals("OSMHeader");
    } catch (IOException e) {
      return false;
    }
  }

  /// The number of data blocks, or a refusal.
  public static Outcome<Integer> check(Path file) {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      Header first = header(channel);
      if (!first.type().equals("OSMHeader")) {
        return Outcome.refused("osm_not_pbf", file);
      }
      int blocks = 0;
      Header block = first;
      while (true) {
        long next = channel.position() + block.dataBytes();
        if (next > channel.size()) {
          return Outcome.refused("osm_truncated", file);
        }
        channel.position(next);
        if (next == channel.size()) {
          return Outcome.done(blocks);
        }
        block = header(channel);
        if (block.type().isEmpty()) {
          boolean atEnd = channel.position() >= channel.size();
          return atEnd
              ? Outcome.refused("osm_truncated", file)
              : Outcome.refused("osm_damaged", file, "block " + (blocks + 1));
        }
        blocks++;
      }
    } catch (IOException e) {
      return Outcome.refused("osm_unreadable", file, e);
    }
  }

  /// What a block's header says; an empty type when it is none.
  private record Header(String type, int dataBytes) {}

  private static final Header NO_HEADER = new Header("", 0);

  private static Header header(SeekableByteChannel channel) throws IOException {
    ByteBuffer length = ByteBuffer.allocate(4);
    if (!fill(channel, length)) {
      return NO_HEADER;
    }
    int bytes = length.getInt(0);
    if (bytes <= 0 || bytes > MOST_HEADER_BYTES) {
      return NO_HEADER;
    }
    ByteBuffer header = ByteBuffer.allocate(bytes);
    return fill(channel, header) ? parsed(header.flip()) : NO_HEADER;
  }

  private static boolean fill(SeekableByteChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        return false;
      }
    }
    return true;
  }

  /// Reads the protobuf fields `type` (text), `indexdata` (bytes) and `datasize` (number).
  private static Header parsed(ByteBuffer header) {
    String type = "";
    long size = -1;
    while (header.hasRemaining()) {
      long key = number(header);
      int kind = (int) (key & 7);
      if (kind == 0) {
        long value = number(header);
        size = key >> 3 == SIZE_FIELD ? value : size;
      } else if (kind == 2) {
        long bytes = number(header);
        if (bytes < 0 || bytes > header.remaining()) {
          return NO_HEADER;
        }
        byte[] text = new byte[(int) bytes];
        header.get(text);
        type = key >> 3 == TYPE_FIELD ? new String(text, StandardCharsets.UTF_8) : type;
      } else {
        return NO_HEADER;
      }
    }
    return size < 0 || size > MOST_DATA_BYTES ? NO_HEADER : new Header(type, (int) size);
  }

  private static long number(ByteBuffer buffer) {
    long value = 0;
    for (int shift = 0; shift < 64 && buffer.hasRemaining(); shift += 7) {
      byte part = buffer.get();
      value |= (long) (part & 0x7f) << shift;
      if (part >= 0) {
        return value;
      }
    }
    return -1;
  }
}
