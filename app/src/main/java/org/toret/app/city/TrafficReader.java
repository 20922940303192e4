package org.toret.app.city;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.toret.base.notice.Notices;
import org.toret.feeds.datex.DatexTraffic;
import org.toret.feeds.fivet.FiveTTraffic;
import org.toret.network.traffic.RoadMessage;

/// Reads messages about traffic in any of the formats that are understood.
public final class TrafficReader {

  /// Enough to tell what a document is.
  private static final int HEAD_BYTES = 16_384;

  private TrafficReader() {}

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
