package org.toret.app.cli;

import java.util.List;
import java.util.Set;
import org.toret.app.serve.Server;

/// `./toret run`: compiles the city if needed and serves it.
final class RunCommand {

  private static final Options.Known KNOWN =
      new Options.Known(Set.of("data", "port", "state", "clock"), Set.of());

  private final Terminal terminal;

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  int run(List<String> words) {
    Options options = Options.parse(words, KNOWN);
    int port = options.number("port", 8080, 0, 65_535);
    Server server = Server.start(port);
    terminal.out().println(terminal.text("run_ready", server.url()));
    return CommandLine.STAYS;
  }
}
