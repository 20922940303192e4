package org.toret.app;

import org.toret.app.cli.CommandLine;
import org.toret.app.cli.Terminal;

/// Where the program starts; `./toret` calls it.
public final class Toret {

  private Toret() {}

  public static void main(String[] args) {
    int exitCode = new CommandLine(Terminal.ofProcess()).run(args);
    if (exitCode != CommandLine.STAYS) {
      System.exit(exitCode);
    }
  }
}
