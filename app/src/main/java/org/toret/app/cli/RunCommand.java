package org.toret.app.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.web.server.PortInUseException;
import org.toret.app.city.CityPreparation;
import org.toret.app.http.OperatorToken;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.CityKeeper;
import org.toret.app.keep.OpenCity;
import org.toret.app.live.HistoryFile;
import org.toret.app.live.LiveFeeds;
import org.toret.app.live.RecordedMessages;
import org.toret.app.live.kafka.KafkaLog;
import org.toret.app.live.kafka.TopicAddress;
import org.toret.app.pages.frame.Words;
import org.toret.app.serve.CityClock;
import org.toret.app.serve.House;
import org.toret.app.serve.Server;
import org.toret.app.simulate.serve.InProcessSimulation;
import org.toret.app.texts.Texts;
import org.toret.base.notice.Messages;
import org.toret.base.outcome.Outcome;
import org.toret.router.fare.DriveCosts;

/// `./toret run`: compiles the city if needed and serves it. City and server get ready side by
/// side.
final class RunCommand {

  private static final Options.Known KNOWN =
      new Options.Known(
          Set.of("data", "port", "state", "clock", "simulate", "live-log"), Set.of("no-poll"));
  private static final long LOOK_SECONDS = 5;
  private static final long SEED = 1;

  private final Terminal terminal;
  private final Clock real;

  RunCommand(Terminal terminal, Clock real) {
    this.terminal = terminal;
    this.real = real;
  }

  int run(List<String> words) {
    try {
      Optional<Server> server = start(words);
      server.ifPresent(
          running -> terminal.out().println(terminal.text("run_ready", running.url())));
      return server.isPresent() ? CommandLine.STAYS : 1;
    } catch (PortInUseException e) {
      terminal.say("run_port_in_use", e.getPort());
      return 1;
    }
  }

  /// Starts the server; empty when there is no city to serve, and the reason is said.
  Optional<Server> start(List<String> words) {
    Options options = Options.parse(words, KNOWN);
    int port = options.number("port", 8080, 0, 65_535);
    Places places = Places.of(options, terminal);
    CityClock clock = ClockOption.of(options, real);
    Messages messages = Words.loadInto(Texts.load());
    var preparation = new CityPreparation(places.data(), places.state(), real);
    CityKeeper keeper = new CityKeeper(preparation, new CityHolder(), DriveCosts.tables());
    House alone = House.of(keeper, clock, messages, token(places));
    Optional<KafkaLog> shared = options.find("live-log").map(text -> log(text, alone));
    House house = shared.map(log -> alone.hearing(log)).orElse(alone);
    Simulate simulate = simulate(options);
    HistoryFile delays = HistoryFile.in(places.state(), house.watch().history());
    var remembering = CompletableFuture.runAsync(delays::open, RunCommand::inItsOwnThread);
    var preparing =
        CompletableFuture.supplyAsync(
            () -> Opening.by(keeper, messages, terminal, real), RunCommand::inItsOwnThread);
    Server server = Server.start(house, port);
    return switch (preparing.join()) {
      case Outcome.Done<OpenCity>(OpenCity city) -> {
        remembering.join();
        opened(house, city);
        // no method reference: making one would load classes of Kafka where there is no log
        if (shared.isPresent()) {
          shared.get().start();
        }
        if (!options.has("no-poll")) {
          new LiveFeeds().ask(city.inputs().folder(), house.desk(), house.log());
        }
        if (simulate == Simulate.ON || simulate == Simulate.DEMO && isDemo(city)) {
          new InProcessSimulation(keeper.holder(), house.log(), clock, SEED).start();
        }
        yield Optional.of(server);
      }
      case Outcome.Refused<OpenCity> refused -> {
        server.close();
        terminal.err().println(Texts.of(messages, terminal.locale(), refused));
        yield Optional.empty();
      }
    };
  }

  private static KafkaLog log(String text, House house) {
    return TopicAddress.parse(text)
        .map(address -> new KafkaLog(address, house.desk(), house.clock(), KafkaLog.Terms.STANDARD))
        .orElseThrow(() -> new UsageException("usage_live_log", text));
  }

  /// Whose live feeds are simulated in this process.
  private enum Simulate {
    ON,
    OFF,
    DEMO
  }

  private static Simulate simulate(Options options) {
    String otherwise = options.has("no-poll") ? "off" : "demo";
    return switch (options.find("simulate").orElse(otherwise)) {
      case "on" -> Simulate.ON;
      case "off" -> Simulate.OFF;
      case "demo" -> Simulate.DEMO;
      default -> throw new UsageException("usage_simulate", options.require("simulate"));
    };
  }

  /// Made-up data without live addresses of their own.
  private static boolean isDemo(OpenCity city) {
    return city.city().info().demo() && city.inputs().folder().config().live().isEmpty();
  }

  private static void inItsOwnThread(Runnable work) {
    Thread.ofPlatform().name("makes-the-city-ready").start(work);
  }

  private void opened(House house, OpenCity city) {
    house.clock().settle(city.zone());
    if (house.clock().isChosen()) {
      RecordedMessages.replay(city.inputs().folder(), house.clock().instant(), house.desk());
    }
    new LiveFeeds().look(house.desk());
    new NoticeTable(terminal, house.messages()).summary(city.about().notices());
    house.token().file().ifPresent(file -> terminal.say("run_token", file));
    ScheduledExecutorService looks =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("looks-for-changes").factory());
    looks.scheduleWithFixedDelay(
        house.keeper()::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  private static OperatorToken token(Places places) {
    try {
      return OperatorToken.of(System.getenv(), places.state());
    } catch (IOException e) {
      throw new UsageException("usage_state", places.state(), e);
    }
  }
}
