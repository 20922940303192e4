package org.toret.app.cli;

import java.time.Clock;
import java.util.List;

/// Chooses the command and turns what happened into an exit code: 0 well, 1 the answer is "no", 2
/// wrong usage.
public final class CommandLine {

  /// The command goes on in the background, as `run` does; the process must not be ended.
  public static final int STAYS = -1;

  private final Terminal terminal;

  public CommandLine(Terminal terminal) {
    this.terminal = terminal;
  }

  /// Carries out one command.
  public int run(String... args) {
    String command = args.length == 0 ? "run" : args[0];
    List<String> words = List.of(args).subList(Math.min(1, args.length), args.length);
    try {
      return run(command, words);
    } catch (UsageException e) {
      terminal.err().println(e.text(terminal));
      terminal.say("usage_see_help", command);
      return 2;
    } catch (Exception e) {
      terminal.say("our_fault", e);
      e.printStackTrace(terminal.err());
      return 1;
    }
  }

  private int run(String command, List<String> words) {
    if (words.contains("--help") || words.contains("-h")) {
      return new HelpCommand(terminal).run(List.of(command));
    }
    return switch (command) {
      case "run" -> new RunCommand(terminal, Clock.systemUTC()).run(words);
      case "build" -> new BuildCommand(terminal, Clock.systemUTC()).run(words);
      case "plan" -> new PlanCommand(terminal, Clock.systemUTC()).run(words);
      case "simulate" -> new SimulateCommand(terminal, Clock.systemUTC()).run(words);
      case "check" -> new CheckCommand(terminal, Clock.systemUTC()).run(words);
      case "train" -> new TrainCommand(terminal, Clock.systemUTC()).run();
      case "help" -> new HelpCommand(terminal).run(words);
      default -> throw new UsageException("usage_unknown_command", command);
    };
  }
}
