package org.toret.app.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A file fetched from an address for as long as it is looked at.
///
/// @param file where it lies; its name is the last part of the address
record Download(Path file) implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int OK = 200;

  /// Fetches; throws when the answer is anything but the file.
  static Download of(URI address) throws IOException {
    String path = address.getPath() == null ? "" : address.getPath();
    String last = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^\\w.-]", "-");
    Path folder = Files.createTempDirectory("toret-check-");
    Path file = folder.resolve(last.isEmpty() ? "feed" : last);
    HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
    try (HttpClient client =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
      HttpResponse<Path> response = client.send(request, HttpResponse.BodyHandlers.ofFile(file));
      if (response.statusCode() != OK) {
        throw new IOException("HTTP " + response.statusCode());
      }
      return new Download(file);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    Path folder = file.getParent();
    if (folder != null) {
      Files.deleteIfExists(folder);
    }
  }
}
