package org.toret.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where a command reads and keeps things.
///
/// @param data folder of published files, absent for the demo city
/// @param state folder for what is compiled and must survive
record Places(Optional<Path> data, Path state) {

  static Places of(Options options, Terminal terminal) {
    Optional<Path> data = options.find("data").map(Path::of);
    if (data.isPresent() && !Files.isDirectory(data.get())) {
      throw new UsageException("usage_no_folder", data.get());
    }
    String home = System.getProperty("user.home", ".");
    Path state =
        options
            .find("state")
            .or(() -> Optional.ofNullable(terminal.environment().get("TORET_STATE")))
            .map(Path::of)
            .orElseGet(() -> Path.of(home, ".toret"));
    return new Places(data, state.toAbsolutePath().normalize());
  }
}
