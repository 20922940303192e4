package org.toret.app.fuzz;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.util.Random;

/// Damages a message of Protocol Buffers so that it can still be decoded: its lengths fit, and what
/// is wrong are the values, which fields there are and how often.
final class WireDamage {

  private static final long[] NUMBERS = {
    0,
    1,
    2,
    7,
    86_400,
    Integer.MAX_VALUE,
    1L << 31,
    0xffff_ffffL,
    -1,
    -86_400,
    Integer.MIN_VALUE,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    LiveSeeds.AT,
    LiveSeeds.AT + 3_600
  };
  private static final float[] REALS = {
    0, -0f, 1, 45.01f, 7.6f, 90, 181, -1e38f, Float.NaN, Float.POSITIVE_INFINITY, Float.MIN_VALUE
  };
  private static final String[] WORDS = {
    "",
    "A",
    "B",
    "C",
    "new",
    "there4",
    "there5",
    "back5",
    "20260915",
    "20260230",
    "99999999",
    "24:00:00",
    "99999:00:00",
    "-1:00:00",
    "_p~iF~ps|U_ulLnnqC",
    "~~~~~~~~~~~~~~~~~~",
    "?",
    "\u0000",
    "tiny:there4"
  };

  /// Repetition within repetition grows fast.
  private static final int LARGEST = 100_000;

  private final Random random;

  WireDamage(Random random) {
    this.random = random;
  }

  /// One to four wounds; bytes that are no message stay as they are.
  byte[] done(byte[] good) {
    ByteString bytes = ByteString.copyFrom(good);
    for (int wounds = random.nextInt(4); wounds >= 0; wounds--) {
      ByteString next = wounded(bytes);
      bytes = next.size() > LARGEST ? bytes : next;
    }
    return bytes.toByteArray();
  }

  /// A field of the message, or of one within it, is another.
  private ByteString wounded(ByteString bytes) {
    UnknownFieldSet message;
    try {
      message = UnknownFieldSet.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      return bytes;
    }
    if (message.asMap().isEmpty()) {
      return bytes;
    }
    Integer[] numbers = message.asMap().keySet().toArray(Integer[]::new);
    int number = numbers[random.nextInt(numbers.length)];
    UnknownFieldSet.Field field = message.getField(number);
    UnknownFieldSet.Builder out = message.toBuilder();
    switch (random.nextInt(12)) {
      case 0 -> out.clearField(number);
      case 1 -> out.mergeField(number, field);
      case 2 -> {
        for (int i = random.nextInt(300); i > 0; i--) {
          out.mergeField(number, field);
        }
      }
      case 3 -> out.addField(1 + random.nextInt(16), field);
      default -> out.addField(number, other(field));
    }
    return out.build().toByteString();
  }

  private UnknownFieldSet.Field other(UnknownFieldSet.Field field) {
    UnknownFieldSet.Field.Builder out = UnknownFieldSet.Field.newBuilder();
    field.getVarintList().forEach(old -> out.addVarint(NUMBERS[random.nextInt(NUMBERS.length)]));
    field
        .getFixed32List()
        .forEach(old -> out.addFixed32(Float.floatToIntBits(REALS[random.nextInt(REALS.length)])));
    field.getFixed64List().forEach(out::addFixed64);
    int all = field.getLengthDelimitedList().size();
    int chosen = all == 0 ? 0 : random.nextInt(all);
    for (int i = 0; i < all; i++) {
      ByteString old = field.getLengthDelimitedList().get(i);
      out.addLengthDelimited(i == chosen ? otherBytes(old) : old);
    }
    return out.build();
  }

  private ByteString otherBytes(ByteString old) {
    boolean message;
    try {
      message = !old.isEmpty() && !UnknownFieldSet.parseFrom(old).asMap().isEmpty();
    } catch (InvalidProtocolBufferException e) {
      message = false;
    }
    return message && random.nextInt(8) > 0
        ? wounded(old)
        : ByteString.copyFromUtf8(WORDS[random.nextInt(WORDS.length)]);
  }
}
