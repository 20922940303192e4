package org.toret.app.serve;

import java.util.Map;
import java.util.Objects;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/// A running server, until it is closed.
public final class Server implements AutoCloseable {

  private final ServletWebServerApplicationContext context;

  private Server(ServletWebServerApplicationContext context) {
    this.context = context;
  }

  /// Starts serving; port 0 chooses a free one.
  public static Server start(int port) {
    var context =
        new SpringApplicationBuilder(ServerConfiguration.class)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .properties(Map.of("server.port", port))
            .run();
    return new Server((ServletWebServerApplicationContext) context);
  }

  public int port() {
    return Objects.requireNonNull(context.getWebServer(), "The server is not started").getPort();
  }

  public String url() {
    return "http://localhost:" + port() + "/";
  }

  @Override
  public void close() {
    context.close();
  }
}
