package org.toret.app.keep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Which files lie in a folder, how long they are and when they were written: cheap to take, to see
/// that something has changed.
///
/// @param files `length@instant` by path
record FileStamps(Path root, Map<String, String> files) {

  static FileStamps of(Path root) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path path : (Iterable<Path>) walk::iterator) {
        BasicFileAttributes facts = Files.readAttributes(path, BasicFileAttributes.class);
        if (facts.isRegularFile()) {
          files.put(path.toString(), facts.size() + "@" + facts.lastModifiedTime().toInstant());
        }
      }
    } catch (IOException e) {
      files.put("", "unreadable");
    }
    return new FileStamps(root, files);
  }
}
