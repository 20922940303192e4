package org.toret.app.cli;

import java.util.List;

/// `./toret help [COMMAND]`: what can be done, with examples.
final class HelpCommand {

  private final Terminal terminal;

  HelpCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  int run(List<String> words) {
    String command = words.isEmpty() ? "" : words.getFirst();
    String code =
        switch (command) {
          case "" -> "help";
          case "run", "test", "check", "build", "plan", "simulate", "bench", "help" ->
              "help_" + command;
          default -> throw new UsageException("usage_unknown_command", command);
        };
    terminal.out().println(terminal.text(code));
    return 0;
  }
}
