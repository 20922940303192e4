package org.toret.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The demo city, written once for all tests.
final class DemoFiles {

  private static @Nullable Path written;

  private DemoFiles() {}

  static synchronized Path folder() throws IOException {
    Path folder = written;
    if (folder == null) {
      folder = Path.of("target", "demo-city");
      DemoCity.write(folder);
      written = folder;
    }
    return folder;
  }

  static Feed feed(String name) throws IOException {
    return new Feed(folder().resolve(name));
  }

  static boolean same(Path a, Path b) throws IOException {
    return Files.mismatch(a, b) == -1;
  }
}
