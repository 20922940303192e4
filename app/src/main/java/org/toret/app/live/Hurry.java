package org.toret.app.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Reads a stream to its end, but not for ever: who sends a byte a second is given up.
final class Hurry {

  private Hurry() {}

  static byte[] read(InputStream in, int mostBytes, Duration patience)
      throws IOException, InterruptedException {
    CompletableFuture<byte[]> reading = new CompletableFuture<>();
    Thread.startVirtualThread(() -> {
      try {
        reading.complete(upTo(in, mostBytes));
      } catch (IOException e) {
        reading.completeExceptionally(e);
      }
    });
    try {
      return reading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      in.close();
      throw new IOException("no end after " + patience.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause() == null ? e : e.getCause());
    }
  }

  private static byte[] upTo(InputStream in, int mostBytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      out.write(buffer, 0, read);
      if (out.size() > mostBytes) {
        throw new IOException("more than " + mostBytes + " bytes");
      }
    }
    return out.toByteArray();
  }
}
