package org.toret.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

final class StatusTest {

  @Test
  void theServerSaysHowItIs() throws Exception {
    try (Server server = Server.start(0);
        HttpClient client = HttpClient.newHttpClient()) {
      var health = get(client, server.url() + "health");
      assertThat(health.statusCode()).isEqualTo(200);
      assertThat(health.body()).contains("\"UP\"");
      assertThat(get(client, server.url() + "metrics").statusCode()).isEqualTo(200);
      assertThat(get(client, server.url() + "nothing-here").statusCode()).isEqualTo(404);
    }
  }

  private static HttpResponse<String> get(HttpClient client, String url) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
