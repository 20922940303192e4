package org.toret.feeds.gtfsrt;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.UnknownFieldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Fields of a message that the bindings do not know, by number. Of a field that stands several
/// times where once is meant the last counts, as protobuf has it.
record Wire(UnknownFieldSet fields) {

  static Wire of(MessageOrBuilder message) {
    return new Wire(message.getUnknownFields());
  }

  OptionalLong number(int field) {
    List<Long> values = fields.getField(field).getVarintList();
    return values.isEmpty() ? OptionalLong.empty() : OptionalLong.of(values.getLast());
  }

  /// A number of 32 bits, with or without a sign.
  OptionalInt integer(int field) {
    OptionalLong value = number(field);
    return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of((int) value.getAsLong());
  }

  OptionalDouble real(int field) {
    List<Integer> values = fields.getField(field).getFixed32List();
    return values.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Float.intBitsToFloat(values.getLast()));
  }

  /// A text, empty where there is none.
  String text(int field) {
    List<String> texts = texts(field);
    return texts.isEmpty() ? "" : texts.getLast();
  }

  List<String> texts(int field) {
    return fields.getField(field).getLengthDelimitedList().stream()
        .map(ByteString::toStringUtf8)
        .toList();
  }

  Optional<Wire> message(int field) throws InvalidProtocolBufferException {
    List<Wire> all = messages(field);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  List<Wire> messages(int field) throws InvalidProtocolBufferException {
    List<Wire> messages = new ArrayList<>();
    for (ByteString bytes : fields.getField(field).getLengthDelimitedList()) {
      messages.add(new Wire(UnknownFieldSet.parseFrom(bytes)));
    }
    return messages;
  }
}
