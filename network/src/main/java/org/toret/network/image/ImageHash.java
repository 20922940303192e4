package org.toret.network.image;

import java.lang.foreign.MemorySegment;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The content hash of an image: SHA-256 over everything behind the head.
final class ImageHash {

  private static final long STEP = 1L << 26;

  private ImageHash() {}

  static byte[] of(MemorySegment image) {
    MessageDigest digest = sha256();
    for (long at = ImageFormat.HEAD_BYTES; at < image.byteSize(); at += STEP) {
      long bytes = Math.min(STEP, image.byteSize() - at);
      digest.update(image.asSlice(at, bytes).asByteBuffer());
    }
    return digest.digest();
  }

  static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
