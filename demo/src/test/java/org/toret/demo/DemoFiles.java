package org.toret.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The demo city, written once for all tests.
final class DemoFiles {

  private static final Map<String, Feed> FEEDS = new HashMap<>();

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

  /// A written feed; read once.
  static synchronized Feed feed(String name) throws IOException {
    Feed feed = FEEDS.get(name);
    if (feed == null) {
      feed = new Feed(folder().resolve(name));
      FEEDS.put(name, feed);
    }
    return feed;
  }

  static boolean same(Path a, Path b) throws IOException {
    return Files.mismatch(a, b) == -1;
  }
}
