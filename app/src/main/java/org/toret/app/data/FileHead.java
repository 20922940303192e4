package org.toret.app.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.toret.feeds.datex.DatexTraffic;
import org.toret.feeds.fivet.FiveTTraffic;
import org.toret.feeds.parking.ParkingJson;
import org.toret.feeds.siri.SiriReader;

/// The first bytes of a file, unpacked where it is gzipped: enough to tell what it is.
///
/// @param bytes at most [#BYTES] of them
record FileHead(byte[] bytes) {

  static final int BYTES = 16_384;

  private static final Pattern ROOT =
      Pattern.compile("<(?![?!])(?:([\\w.-]+):)?([\\w.-]+)([^>]*)", Pattern.DOTALL);

  static FileHead of(Path file) throws IOException {
    byte[] raw = head(Files.newInputStream(file));
    if (raw.length > 2 && (raw[0] & 0xff) == 0x1f && (raw[1] & 0xff) == 0x8b) {
      raw = head(new GZIPInputStream(Files.newInputStream(file)));
    }
    return new FileHead(raw);
  }

  /// What the head tells; GTFS archives and GBFS folders are told by more than one file.
  SourceKind kind() {
    if (isOsm()) {
      return SourceKind.OSM;
    }
    if (isTiff()) {
      return SourceKind.ELEVATION;
    }
    if (isGtfsRealtime()) {
      return SourceKind.GTFS_RT;
    }
    if (SiriReader.isSiri(bytes)) {
      return SourceKind.SIRI;
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return ParkingJson.isParking(text) ? SourceKind.PARKING : xmlKind(text);
  }

  /// A blob header of type `OSMHeader` behind its big-endian length (OSM PBF, file format).
  private boolean isOsm() {
    byte[] mark = "OSMHeader".getBytes(StandardCharsets.US_ASCII);
    return at(4) == 0x0a && at(5) == mark.length && startsWith(6, mark);
  }

  private boolean isTiff() {
    boolean little = at(0) == 'I' && at(1) == 'I' && (at(2) == 42 || at(2) == 43) && at(3) == 0;
    boolean big = at(0) == 'M' && at(1) == 'M' && at(2) == 0 && (at(3) == 42 || at(3) == 43);
    return little || big;
  }

  /// Field 1 is a header whose field 1 is a version such as `2.0` (gtfs-realtime.proto).
  private boolean isGtfsRealtime() {
    return at(0) == 0x0a
        && at(2) == 0x0a
        && at(3) == 3
        && (at(4) == '1' || at(4) == '2')
        && at(5) == '.'
        && at(6) >= '0'
        && at(6) <= '9';
  }

  private static SourceKind xmlKind(String whole) {
    String text = whole.replaceAll("(?s)<!--.*?-->", "");
    int start = text.indexOf('<');
    if (start < 0 || !text.substring(0, start).replace("\uFEFF", "").isBlank()) {
      return SourceKind.UNKNOWN;
    }
    Matcher root = ROOT.matcher(text);
    if (!root.find()) {
      return SourceKind.UNKNOWN;
    }
    if (FiveTTraffic.isTraffic(text) || DatexTraffic.isTraffic(text)) {
      return SourceKind.TRAFFIC;
    }
    String name = root.group(2);
    String attributes = root.group(3);
    return switch (name) {
      case "PublicationDelivery" -> SourceKind.NETEX;
      case "d2LogicalModel" -> SourceKind.DATEX2;
      default -> {
        if (attributes.contains("datex2")) {
          yield SourceKind.DATEX2;
        }
        yield attributes.contains("5t.torino.it") ? SourceKind.FIVE_T : SourceKind.UNKNOWN;
      }
    };
  }

  private int at(int index) {
    return index < bytes.length ? bytes[index] & 0xff : -1;
  }

  private boolean startsWith(int from, byte[] mark) {
    for (int i = 0; i < mark.length; i++) {
      if (at(from + i) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] head(InputStream in) throws IOException {
    try (in) {
      return in.readNBytes(BYTES);
    }
  }
}
