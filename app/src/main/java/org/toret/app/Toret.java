package org.toret.app;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.toret.app.cli.CommandLine;
import org.toret.app.cli.Terminal;

/// Where the program starts; `./toret` calls it.
public final class Toret {

  /// Libraries that warn users of what only their makers can change. Held here, since a logger that
  /// nobody holds forgets its level.
  private static final List<Logger> TALKATIVE =
      List.of(Logger.getLogger("org.apache.lucene"), Logger.getLogger("com.google.protobuf"));

  private Toret() {}

  public static void main(String[] args) {
    TALKATIVE.forEach(logger -> logger.setLevel(Level.SEVERE));
    int exitCode = new CommandLine(Terminal.ofProcess()).run(args);
    if (exitCode != CommandLine.STAYS) {
      System.exit(exitCode);
    }
  }
}
