package org.toret.app.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

/// Reads a stream to its end, but not for ever: who sends a byte a second is given up, and so is
/// who sends, or packs, too much.
final class Hurry {

  private Hurry() {}

  /// The stream did not end in time.
  static final class NoEndException extends IOException {

    private static final long serialVersionUID = 1;
  }

  /// The stream is too large.
  static final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1;
  }

  /// @param packed whether it is unpacked from `gzip`
  /// @param mostBytes of what is unpacked
  static byte[] read(InputStream in, boolean packed, int mostBytes, Duration patience)
      throws IOException, InterruptedException {
    CompletableFuture<byte[]> reading = new CompletableFuture<>();
    Thread reader =
        Thread.startVirtualThread(() -> {
          try {
            reading.complete(upTo(packed ? new GZIPInputStream(in) : in, mostBytes));
          } catch (IOException e) {
            reading.completeExceptionally(e);
          }
        });
    try {
      return reading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      reader.interrupt();
      in.close();
      throw new NoEndException();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    }
  }

  private static byte[] upTo(InputStream in, int mostBytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      if (out.size() + read > mostBytes) {
        throw new TooLargeException();
      }
      out.write(buffer, 0, read);
    }
    return out.toByteArray();
  }
}
