package org.toret.feeds.gtfsrt;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.google.transit.realtime.GtfsRealtime;
import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.FeedHeader;
import org.toret.feeds.QuietProtobuf;

/// Writes messages for tests, also with fields that the bindings do not know.
final class TestMessage {

  private final UnknownFieldSet.Builder fields = UnknownFieldSet.newBuilder();

  private TestMessage() {}

  static TestMessage fields() {
    return new TestMessage();
  }

  static TestMessage text(String text, String language) {
    return fields().message(1, fields().text(1, text).text(2, language));
  }

  TestMessage number(int field, long value) {
    fields.mergeField(field, UnknownFieldSet.Field.newBuilder().addVarint(value).build());
    return this;
  }

  TestMessage real(int field, float value) {
    fields.mergeField(
        field,
        UnknownFieldSet.Field.newBuilder().addFixed32(Float.floatToRawIntBits(value)).build());
    return this;
  }

  TestMessage text(int field, String text) {
    return bytes(field, ByteString.copyFromUtf8(text));
  }

  TestMessage message(int field, TestMessage message) {
    return bytes(field, message.build().toByteString());
  }

  TestMessage bytes(int field, ByteString bytes) {
    fields.mergeField(field, UnknownFieldSet.Field.newBuilder().addLengthDelimited(bytes).build());
    return this;
  }

  UnknownFieldSet build() {
    return fields.build();
  }

  /// A header of 2026-09-15, 08:15 in Rome.
  ///
  /// @param incrementality as published
  /// @param versionField field that gets the version of the timetable
  static FeedHeader header(int incrementality, int versionField, String version) {
    FeedHeader.Builder header =
        FeedHeader.newBuilder()
            .setGtfsRealtimeVersion("2.0")
            .setIncrementality(FeedHeader.Incrementality.forNumber(incrementality))
            .setTimestamp(1_789_452_900);
    if (!version.isEmpty()) {
      header.setUnknownFields(fields().text(versionField, version).build());
    }
    return header.build();
  }

  static byte[] of(FeedHeader header, FeedEntity.Builder... entities) {
    try (QuietProtobuf _ = new QuietProtobuf()) {
      GtfsRealtime.FeedMessage.Builder message =
          GtfsRealtime.FeedMessage.newBuilder().setHeader(header);
      for (FeedEntity.Builder entity : entities) {
        message.addEntity(entity.buildPartial());
      }
      return message.buildPartial().toByteArray();
    }
  }
}
