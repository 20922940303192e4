package org.toret.feeds.gtfsrt;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.feeds.QuietProtobuf;

/// Reads GTFS-Realtime messages, versions 1 and 2, as published in binary form.
///
/// Whatever is wrong is a notice, and the rest is used: an entity that cannot be read is left out,
/// a message that breaks off gives what stands before (and says so, see [FeedMessage#isWhole]).
/// Nothing is thrown. Cost: some microseconds for each trip.
public final class RealtimeReader {

  private static final int HEADER = 1 << 3 | 2;
  private static final int ENTITY = 2 << 3 | 2;

  /// So many bytes show what a text is.
  private static final int HEAD_BYTES = 512;

  private RealtimeReader() {}

  /// How much is read at most.
  ///
  /// @param bytes of a message; larger ones are not read at all
  /// @param entities of a message; what stands behind is left out
  public record Limits(int bytes, int entities) {

    /// 64 MB and a million entities: several times the largest feeds known.
    public static final Limits STANDARD = new Limits(64 << 20, 1_000_000);
  }

  /// Reads a file. Empty, with a notice, where nothing of it can be used.
  public static Optional<FeedMessage> read(String feed, Path path, Limits limits, Notices notices) {
    try (InputStream in = Files.newInputStream(path)) {
      return read(feed, in, limits, notices);
    } catch (IOException e) {
      return unread(feed, notices);
    }
  }

  /// Reads a stream to its end, or to the limit; who opened it closes it.
  public static Optional<FeedMessage> read(
      String feed, InputStream in, Limits limits, Notices notices) {
    try {
      byte[] bytes = in.readNBytes(Math.addExact(limits.bytes(), 1));
      return read(feed, bytes, limits, notices);
    } catch (IOException e) {
      return unread(feed, notices);
    }
  }

  /// Reads a message held in memory.
  public static Optional<FeedMessage> read(
      String feed, byte[] bytes, Limits limits, Notices notices) {
    if (bytes.length > limits.bytes()) {
      note(notices, feed, "gtfsrt_too_large", limits.bytes());
      return Optional.empty();
    }
    MessageParts parts = new MessageParts(new Fields(feed, "", notices));
    boolean whole = true;
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    try (QuietProtobuf _ = new QuietProtobuf()) {
      whole = frames(in, limits, parts);
      if (!whole) {
        note(notices, feed, "gtfsrt_too_many", limits.entities());
      }
    } catch (IOException e) {
      if (parts.isEmpty()) {
        return unreadable(feed, bytes, in.getTotalBytesRead(), notices);
      }
      whole = false;
      note(notices, feed, "gtfsrt_truncated", parts.entities());
    }
    if (parts.isEmpty()) {
      return unreadable(feed, bytes, 0, notices);
    }
    return Optional.of(parts.message(whole));
  }

  /// Reads frame by frame; false when there are more entities than the limit.
  private static boolean frames(CodedInputStream in, Limits limits, MessageParts parts)
      throws IOException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (tag == HEADER) {
        parts.header(in.readBytes());
      } else if (tag == ENTITY) {
        if (parts.entities() == limits.entities()) {
          return false;
        }
        parts.entity(in.readBytes());
      } else {
        in.skipField(tag);
      }
    }
    return true;
  }

  private static Optional<FeedMessage> unread(String feed, Notices notices) {
    notices.add(Notice.of("gtfsrt_unread", Severity.ERROR, Place.ofFeed(feed)));
    return Optional.empty();
  }

  /// Says what the bytes look like instead, where they look like anything.
  ///
  /// @param at byte at which reading ended
  private static Optional<FeedMessage> unreadable(
      String feed, byte[] bytes, int at, Notices notices) {
    String head =
        new String(bytes, 0, Math.min(HEAD_BYTES, bytes.length), StandardCharsets.UTF_8)
            .replace("\uFEFF", "")
            .strip()
            .toLowerCase(Locale.ROOT);
    if (bytes.length == 0) {
      notices.add(Notice.of("gtfsrt_empty", Severity.ERROR, Place.ofFeed(feed)));
    } else if (head.startsWith("<")) {
      boolean page = head.startsWith("<!doctype html") || head.contains("<html");
      note(notices, feed, "gtfsrt_text", page ? "HTML" : "XML");
    } else if (head.startsWith("{") || head.startsWith("[")) {
      note(notices, feed, "gtfsrt_text", "JSON");
    } else {
      note(notices, feed, "gtfsrt_unreadable", at);
    }
    return Optional.empty();
  }

  private static void note(Notices notices, String feed, String code, Object arg) {
    notices.add(Notice.of(code, Severity.ERROR, Place.ofFeed(feed), arg));
  }
}
