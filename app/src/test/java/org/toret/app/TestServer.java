package org.toret.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.toret.app.city.CityPreparation;
import org.toret.app.city.CityProgress;
import org.toret.app.http.OperatorToken;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.CityKeeper;
import org.toret.app.keep.OpenCity;
import org.toret.app.live.LiveDesk;
import org.toret.app.live.RecordedMessages;
import org.toret.app.pages.frame.Words;
import org.toret.app.serve.CityClock;
import org.toret.app.serve.House;
import org.toret.app.serve.Server;
import org.toret.app.texts.Texts;
import org.toret.base.outcome.Outcome;
import org.toret.router.fare.DriveCosts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole application on a free port, with a city and an instant of the test's choice.
public final class TestServer implements AutoCloseable {

  /// What operators show to this server.
  public static final String TOKEN = "secret";

  private final CityKeeper keeper;
  private final Server server;
  private final HttpClient client = HttpClient.newHttpClient();

  private final House house;

  private TestServer(House house, Server server) {
    this.house = house;
    this.keeper = house.keeper();
    this.server = server;
  }

  /// Serves a folder, or the demo city, at an instant that stands still.
  public static TestServer start(Optional<Path> data, Path state, String instant) {
    Clock real = Clock.systemUTC();
    CityClock clock = CityClock.parse(instant + ",frozen", real).orElseThrow();
    CityPreparation preparation = new CityPreparation(data, state, real);
    CityKeeper keeper = new CityKeeper(preparation, new CityHolder(), DriveCosts.tables());
    House house =
        House.of(
            keeper,
            clock,
            Words.loadInto(Texts.load()),
            new OperatorToken(TOKEN, Optional.empty()));
    Server server = Server.start(house, 0);
    TestServer test = new TestServer(house, server);
    OpenCity city = test.refresh();
    clock.settle(city.zone());
    RecordedMessages.replay(city.inputs().folder(), clock.instant(), house.desk());
    return test;
  }

  /// Reads the files again and serves what they say now.
  public OpenCity refresh() {
    var ears = new CityKeeper.Ears(CityProgress.NONE, refused -> {});
    return switch (keeper.refresh(ears)) {
      case Outcome.Done<OpenCity>(OpenCity city) -> city;
      case Outcome.Refused<OpenCity>(String code, List<String> args) ->
          throw new AssertionError(code + " " + args);
    };
  }

  /// Where live messages come in.
  public LiveDesk desk() {
    return house.desk();
  }

  public CityKeeper keeper() {
    return keeper;
  }

  public String url() {
    return server.url();
  }

  /// Asks in a language.
  public HttpResponse<String> get(String path, String language) {
    return send(request(path).header("Accept-Language", language).build());
  }

  /// Asks, and expects to be answered well, with JSON.
  public JsonNode json(String path) {
    HttpResponse<String> response = get(path, "en");
    if (response.statusCode() != 200) {
      throw new AssertionError(path + " " + response.statusCode() + " " + response.body());
    }
    return JsonMapper.shared().readTree(response.body());
  }

  /// Tells a message of a live source, as an operator.
  public HttpResponse<String> tell(String source, byte[] message) {
    return send(
        request("api/v1/live/" + source)
            .header("Authorization", "Bearer " + TOKEN)
            .POST(HttpRequest.BodyPublishers.ofByteArray(message))
            .build());
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.url() + path.replaceFirst("^/", "")));
  }

  public HttpResponse<String> send(HttpRequest request) {
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  /// Sends a request whatever the kind of its answer.
  public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request, handler);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
