package org.toret.app.live;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file of the state folder in which something learnt is kept: written beside and moved into its
/// place, so that there is always a whole one; put aside where it cannot be read, so that nothing
/// is lost and learning begins anew.
///
/// @param file where it is kept
/// @param aside where it goes if it cannot be read
record KeptFile(Path file, Path aside) {

  private static final Logger LOG = LoggerFactory.getLogger(KeptFile.class);

  /// What reads a file.
  interface Reads {
    void from(InputStream in) throws IOException;
  }

  /// What writes a file.
  interface Writes {
    void to(OutputStream out) throws IOException;
  }

  /// Reads it, if there is one.
  void read(Reads reads) {
    if (!Files.exists(file)) {
      return;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      reads.from(in);
    } catch (IOException e) {
      putAside(e);
    }
  }

  /// Writes it anew; whether that went well.
  boolean write(Writes writes) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        writes.to(out);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return true;
    } catch (IOException e) {
      LOG.warn("{} cannot be kept: {}", file, e.toString());
      return false;
    }
  }

  private void putAside(IOException why) {
    LOG.warn("{} cannot be read, put aside as {}: {}", file, aside, why.toString());
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("Nor can it be moved: {}", e.toString());
    }
  }
}
