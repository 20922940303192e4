package org.toret.app.cli;

import java.io.IOException;
import java.net.BindException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.toret.app.keep.OpenCity;
import org.toret.app.serve.CityClock;
import org.toret.app.simulate.Simulation;
import org.toret.app.simulate.serve.SimulationServer;
import org.toret.app.texts.Texts;
import org.toret.base.notice.Messages;
import org.toret.base.outcome.Outcome;

/// `./toret simulate`: plausible live feeds for a city, over HTTP.
final class SimulateCommand {

  private static final Options.Known KNOWN =
      new Options.Known(Set.of("data", "port", "state", "clock", "seed", "speed"), Set.of());
  private static final int PORT = 8090;
  private static final double FASTEST = 1000;

  private final Terminal terminal;
  private final Clock real;

  SimulateCommand(Terminal terminal, Clock real) {
    this.terminal = terminal;
    this.real = real;
  }

  int run(List<String> words) {
    Optional<SimulationServer> started = start(words);
    started.ifPresent(server -> {
      terminal.out().println(terminal.text("simulate_ready", server.url(), server.now()));
      server.paths().forEach(path -> terminal.out().println(server.url() + path));
    });
    return started.isPresent() ? CommandLine.STAYS : 1;
  }

  /// Starts the server; empty when there is no city or no port, and the reason is said.
  Optional<SimulationServer> start(List<String> words) {
    Options options = Options.parse(words, KNOWN);
    int port = options.number("port", PORT, 0, 65_535);
    long seed = options.number("seed", 1, 0, Integer.MAX_VALUE);
    double speed = speed(options);
    CityClock clock = ClockOption.of(options, real);
    Messages messages = Texts.load();
    switch (Opening.at(Places.of(options, terminal), messages, terminal, real)) {
      case Outcome.Done<OpenCity>(OpenCity city) -> {
        clock.settle(city.zone());
        var pace = new SimulationServer.Pace(real, clock.instant(), speed, clock.isChosen());
        try (city) {
          Simulation simulation = new Simulation(city.published(), seed);
          return Optional.of(SimulationServer.start(simulation, pace, port));
        } catch (BindException e) {
          terminal.say("run_port_in_use", port);
        } catch (IOException e) {
          terminal.say("our_fault", e);
        }
      }
      case Outcome.Refused<OpenCity> refused ->
          terminal.err().println(Texts.of(messages, terminal.locale(), refused));
    }
    return Optional.empty();
  }

  private static double speed(Options options) {
    String text = options.find("speed").orElse("1");
    try {
      double speed = Double.parseDouble(text);
      if (speed > 0 && speed <= FASTEST) {
        return speed;
      }
    } catch (NumberFormatException e) {
      throw new UsageException("usage_speed", text);
    }
    throw new UsageException("usage_speed", text);
  }
}
