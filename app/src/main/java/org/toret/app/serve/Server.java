package org.toret.app.serve;

import java.util.Map;
import java.util.Objects;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.support.GenericApplicationContext;
import org.toret.app.http.OperatorToken;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.CityKeeper;
import org.toret.app.live.LiveDesk;
import org.toret.app.live.LiveLog;
import org.toret.base.notice.Messages;
import org.toret.mobility.reliability.DelayWatch;

/// A running server, until it is closed.
public final class Server implements AutoCloseable {

  private final ServletWebServerApplicationContext context;

  private Server(ServletWebServerApplicationContext context) {
    this.context = context;
  }

  /// Starts listening; port 0 chooses a free one. Until the house has a city, every question but
  /// `/metrics` is answered with 503.
  ///
  /// @throws PortInUseException when somebody else listens there
  public static Server start(House house, int port) {
    SpringApplicationBuilder application =
        new SpringApplicationBuilder(ServerConfiguration.class)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .properties(Map.of("server.port", port))
            .initializers(c -> register((GenericApplicationContext) c, house));
    try {
      return new Server((ServletWebServerApplicationContext) application.run());
    } catch (ApplicationContextException e) {
      throw e.getCause() instanceof PortInUseException taken ? taken : e;
    }
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

  private static void register(GenericApplicationContext context, House house) {
    context.registerBean(CityKeeper.class, house::keeper);
    context.registerBean(CityHolder.class, () -> house.keeper().holder());
    context.registerBean(CityClock.class, house::clock);
    context.registerBean(Messages.class, house::messages);
    context.registerBean(OperatorToken.class, house::token);
    context.registerBean(LiveDesk.class, house::desk);
    context.registerBean(LiveLog.class, house::log);
    context.registerBean(DelayWatch.class, house::watch);
  }
}
