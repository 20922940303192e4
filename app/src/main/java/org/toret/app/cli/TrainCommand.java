package org.toret.app.cli;

import org.toret.app.serve.Server;

/// One short life of the server, from which the JVM learns what to keep ready for the next start.
final class TrainCommand {

  int run() {
    Server.start(0).close();
    return 0;
  }
}
