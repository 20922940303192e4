package org.toret.app.simulate.feed;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;

/// Fields of GTFS-Realtime that the published bindings do not know, by number.
final class WireFields {

  private final UnknownFieldSet.Builder fields = UnknownFieldSet.newBuilder();

  WireFields number(int field, long value) {
    fields.mergeField(field, UnknownFieldSet.Field.newBuilder().addVarint(value).build());
    return this;
  }

  WireFields real(int field, double value) {
    int bits = Float.floatToRawIntBits((float) value);
    fields.mergeField(field, UnknownFieldSet.Field.newBuilder().addFixed32(bits).build());
    return this;
  }

  WireFields text(int field, String text) {
    return bytes(field, ByteString.copyFromUtf8(text));
  }

  WireFields message(int field, WireFields message) {
    return bytes(field, message.done().toByteString());
  }

  private WireFields bytes(int field, ByteString bytes) {
    fields.mergeField(field, UnknownFieldSet.Field.newBuilder().addLengthDelimited(bytes).build());
    return this;
  }

  UnknownFieldSet done() {
    return fields.build();
  }
}
