package org.toret.app.city;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Content hashes of files and folders.
final class Sha256 {

  private final MessageDigest digest;

  Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /// Adds a text, so that `ab` + `c` is not `a` + `bc`.
  Sha256 text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((byte) (bytes.length >> 8));
    digest.update((byte) bytes.length);
    digest.update(bytes);
    return this;
  }

  /// Adds the content of a file, or of every file of a folder with its name.
  Sha256 content(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      List<Path> children;
      try (Stream<Path> stream = Files.list(path)) {
        children = stream.sorted().toList();
      }
      for (Path child : children) {
        text(String.valueOf(child.getFileName())).content(child);
      }
      return this;
    }
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(path)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return text("");
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
