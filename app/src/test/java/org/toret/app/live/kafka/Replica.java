package org.toret.app.live.kafka;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server in a process of its own, as `./toret run` starts it, so that it can be killed.
final class Replica implements AutoCloseable {

  private static final String TOKEN = "secret";
  private static final Pattern URL = Pattern.compile("http://localhost:[0-9]+/");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final String url;

  private Replica(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  static Replica start(Path data, Path state, String clock, TopicAddress topic) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx300m",
            "-cp",
            System.getProperty("java.class.path"),
            "org.toret.app.Toret",
            "run",
            "--data",
            data.toString(),
            "--state",
            state.toString(),
            "--port",
            "0",
            "--clock",
            clock,
            "--live-log",
            topic.toString(),
            "--no-poll");
    builder.environment().put("TORET_OPERATOR_TOKEN", TOKEN);
    builder.redirectError(state.resolveSibling(state.getFileName() + ".err").toFile());
    Process process = builder.start();
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher ready = URL.matcher(line);
      if (ready.find()) {
        Thread.ofVirtual().start(() -> out.lines().forEach(rest -> {}));
        return new Replica(process, ready.group());
      }
    }
    throw new AssertionError("The server did not start: see " + state + ".err");
  }

  /// Kills it: it closes nothing and says goodbye to nobody.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  String get(String path) {
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(URI.create(url + path)).header("Accept-Language", "en"));
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + " " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  JsonNode json(String path) {
    return JsonMapper.shared().readTree(get(path));
  }

  /// Sends a message of a source.
  HttpResponse<String> say(String source, byte[] message) {
    return send(
        HttpRequest.newBuilder(URI.create(url + "api/v1/live/" + source))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Accept-Language", "en")
            .POST(HttpRequest.BodyPublishers.ofByteArray(message)));
  }

  /// What is told of a source; a missing node where it is not known.
  JsonNode source(String id) {
    for (JsonNode source : json("api/v1/feeds").path("live")) {
      if (source.path("id").asString().equals(id)) {
        return source;
      }
    }
    return JsonMapper.shared().missingNode();
  }

  List<String> answers(List<String> paths) {
    return paths.stream().map(this::get).toList();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    kill();
    client.close();
  }
}
