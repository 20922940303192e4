package org.toret.feeds.siri;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;

/// Reads SIRI 2 messages, in XML (deliveries, or answers in a SOAP envelope) and in the JSON of
/// SIRI Lite, plain or gzipped: estimated timetables, vehicle monitoring, situations and
/// facilities.
///
/// Whatever is wrong is a notice, and the rest is used; a message that breaks off gives what stands
/// before. Nothing is thrown, and nothing outside the message is ever fetched. Records are read one
/// after the other, so that memory is bounded by what they say.
public final class SiriReader {

  private static final int HEAD_BYTES = 4096;
  private static final Pattern XML = Pattern.compile("<(?:[\\w.-]+:)?Siri[\\s>/]");
  private static final String NAMESPACE = "http://www.siri.org.uk/siri";
  private static final Pattern JSON =
      Pattern.compile(
          "^\\s*\\{\\s*\"(?:Siri|siri|ServiceDelivery|EstimatedTimetableDelivery"
              + "|VehicleMonitoringDelivery|SituationExchangeDelivery"
              + "|FacilityMonitoringDelivery)\"");

  private SiriReader() {}

  /// How much is read at most.
  ///
  /// @param bytes of a message, unpacked; larger ones are not read at all
  /// @param records of a message; what stands behind is left out
  public record Limits(int bytes, int records) {

    /// 256 MB and a million records: several times what a nation's answer holds.
    public static final Limits STANDARD = new Limits(256 << 20, 1_000_000);
  }

  /// Whether a message is SIRI, from how it begins. Cheap.
  public static boolean isSiri(byte[] message) {
    String head;
    try (InputStream in = unpacked(message)) {
      head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8).replace("\uFEFF", "");
    } catch (IOException e) {
      return false;
    }
    String start = head.stripLeading();
    if (start.startsWith("<")) {
      return XML.matcher(start).find() || start.contains(NAMESPACE);
    }
    return JSON.matcher(start).find();
  }

  /// Reads a message.
  ///
  /// @param source name of the source, for the notices
  /// @param zone in which times without an offset are meant
  /// @param otherwiseEpochSeconds when it counts as made if it does not tell
  /// @return empty, with a notice, where it holds nothing that is used
  public static Optional<SiriMessage> read(
      String source,
      byte[] message,
      ZoneId zone,
      long otherwiseEpochSeconds,
      Limits limits,
      Notices notices) {
    Values values = new Values(source, zone, notices);
    MessageParts parts = new MessageParts(values, otherwiseEpochSeconds);
    Records records = new Records(limits.records(), parts::take);
    try (InputStream in = new Bounded(unpacked(message), limits.bytes())) {
      if (isJson(message)) {
        JsonRecords.read(in, records);
      } else {
        XmlRecords.read(in, records);
      }
      if (records.isFull()) {
        note(notices, source, "siri_too_many", limits.records());
      }
    } catch (IOException e) {
      boolean some = records.count() > 0;
      if (some) {
        note(notices, source, "siri_truncated", records.count());
      } else {
        notices.add(Notice.of("siri_unreadable", Severity.ERROR, Place.ofFeed(source)));
      }
      if (!some) {
        return Optional.empty();
      }
    }
    if (parts.isEmpty()) {
      notices.add(Notice.of("siri_nothing", Severity.ERROR, Place.ofFeed(source)));
      return Optional.empty();
    }
    return Optional.of(parts.message());
  }

  private static boolean isJson(byte[] message) throws IOException {
    try (InputStream in = unpacked(message)) {
      String head = new String(in.readNBytes(64), StandardCharsets.UTF_8).replace("\uFEFF", "");
      return head.stripLeading().startsWith("{");
    }
  }

  private static InputStream unpacked(byte[] message) throws IOException {
    InputStream in = new ByteArrayInputStream(message);
    boolean packed =
        message.length > 2 && (message[0] & 0xff) == 0x1f && (message[1] & 0xff) == 0x8b;
    return packed ? new GZIPInputStream(in) : in;
  }

  private static void note(Notices notices, String source, String code, Object arg) {
    notices.add(Notice.of(code, Severity.ERROR, Place.ofFeed(source), arg));
  }

  /// A stream that fails where it is longer than it may be.
  private static final class Bounded extends java.io.FilterInputStream {

    private long left;

    Bounded(InputStream in, long most) {
      super(in);
      left = most;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int read = super.read(buffer, from, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) throws IOException {
      left -= read;
      if (left < 0) {
        throw new IOException("too large");
      }
    }
  }
}
