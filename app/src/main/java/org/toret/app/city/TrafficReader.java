package org.toret.app.city;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.toret.base.notice.Notices;
import org.toret.feeds.datex.DatexTraffic;
import org.toret.feeds.fivet.FiveTTraffic;
import org.toret.network.traffic.RoadMessage;

/// Reads messages about traffic in any of the formats that are understood.
public final class TrafficReader {

  /// Enough to tell what a document is.
  private static final int HEAD_BYTES = 16_384;

  /// More than is read of any message.
  private static final int MOST_BYTES = 33 << 20;

  private TrafficReader() {}

  /// What lies in a file, unpacked where it is gzipped; too much is cut off behind what is read.
  public static byte[] bytes(Path file) throws IOException {
    byte[] raw;
    try (InputStream in = Files.newInputStream(file)) {
      raw = in.readNBytes(MOST_BYTES);
    }
    if (raw.length < 2 || (raw[0] & 0xff) != 0x1f || (raw[1] & 0xff) != 0x8b) {
      return raw;
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(raw))) {
      return in.readNBytes(MOST_BYTES);
    }
  }

  /// Whether bytes begin as such a message does.
  public static boolean knows(byte[] message) {
    String head = head(message);
    return FiveTTraffic.isTraffic(head) || DatexTraffic.isTraffic(head);
  }

  /// What a message tells; empty with a notice where it cannot be read.
  public static Optional<RoadMessage> read(String source, byte[] message, Notices notices) {
    return FiveTTraffic.isTraffic(head(message))
        ? FiveTTraffic.read(source, message, notices)
        : DatexTraffic.read(source, message, notices);
  }

  private static String head(byte[] message) {
    int length = Math.min(HEAD_BYTES, message.length);
    return new String(message, 0, length, StandardCharsets.UTF_8);
  }
}
