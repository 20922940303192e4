package org.toret.app.city;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.toret.demo.DemoCity;

/// The files of the demo city, written out once per version of the program that makes them.
final class DemoFolder {

  private DemoFolder() {}

  /// The folder with the files, below a state folder.
  static Path ready(Path state) throws IOException {
    Path folder = state.resolve("demo").resolve(DemoCity.version());
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder.getParent());
      Path part = Files.createTempDirectory(folder.getParent(), ".part-");
      DemoCity.write(part);
      try {
        Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileSystemException e) {
        // another process has written the same files meanwhile
        if (!Files.isDirectory(folder)) {
          throw e;
        }
      }
    }
    return folder;
  }
}
