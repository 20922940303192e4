package org.toret.app.pages;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.toret.app.pages.frame.Words;
import org.toret.app.search.FoundPlace;
import org.toret.app.texts.Texts;
import org.toret.base.notice.Messages;

/// The real pages over the [SampleCity], at 08:14 of its day.
final class SampleServer implements AutoCloseable {

  private final ServletWebServerApplicationContext context;

  private SampleServer(ServletWebServerApplicationContext context) {
    this.context = context;
  }

  static SampleServer start(int port) {
    return new SampleServer(
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(Parts.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(Map.of("server.port", port))
                .run());
  }

  /// Serves until it is interrupted, for looking at the pages while working on them.
  public static void main(String[] args) {
    start(args.length == 0 ? 8089 : Integer.parseInt(args[0]));
  }

  String url() {
    return "http://localhost:"
        + Objects.requireNonNull(context.getWebServer(), "not started").getPort();
  }

  @Override
  public void close() {
    context.close();
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class
  })
  @Import(PagesConfiguration.class)
  static final class Parts {

    @Bean
    PageSource source() {
      return new SampleCity();
    }

    @Bean
    Clock clock() {
      return Clock.fixed(SampleRides.at("08:14").toInstant(), ZoneOffset.UTC);
    }

    @Bean
    Messages messages() {
      return Words.loadInto(Texts.load());
    }

    @Bean
    Api api(PageSource source) {
      return new Api(source);
    }
  }

  /// The little of the HTTP interface that script asks for.
  @RestController
  static final class Api {

    private final PageSource source;

    Api(PageSource source) {
      this.source = source;
    }

    @GetMapping("/api/v1/stops")
    Map<String, List<Map<String, Object>>> stops(@RequestParam String q) {
      return Map.of("stops", source.search(q, 8).stream().map(Api::told).toList());
    }

    private static Map<String, Object> told(FoundPlace place) {
      return Map.of(
          "kind", place.kind().id(),
          "id", place.id(),
          "name", place.name(),
          "municipality", place.municipality(),
          "lat", place.lat(),
          "lon", place.lon(),
          "modes", place.modes());
    }

    /// Squares around the place: 3 km² within 15 minutes, half as much for all but public
    /// transport.
    @GetMapping("/api/v1/reach")
    Map<String, Object> reach(
        @RequestParam String from,
        @RequestParam List<Integer> minutes,
        @RequestParam(defaultValue = "transit") String modes) {
      String[] place = from.split(",");
      double lat = Double.parseDouble(place[0]);
      double lon = Double.parseDouble(place[1]);
      long each = modes.equals("transit") ? 200_000 : 100_000;
      return Map.of(
          "type",
          "FeatureCollection",
          "at",
          "2026-09-15T08:14:00+02:00",
          "arriveBy",
          false,
          "notices",
          List.of(Map.of("code", "reach_walk_limit", "text", "Al massimo 2500 m a piedi.")),
          "features",
          minutes.stream().map(time -> square(lat, lon, time, each * time)).toList());
    }

    private static Map<String, Object> square(double lat, double lon, int minutes, long area) {
      double half = minutes / 2000.0;
      List<List<Double>> ring =
          List.of(
              List.of(lon - half, lat - half),
              List.of(lon + half, lat - half),
              List.of(lon + half, lat + half),
              List.of(lon - half, lat - half));
      return Map.of(
          "type", "Feature",
          "properties", Map.of("minutes", minutes, "area", area),
          "geometry", Map.of("type", "MultiPolygon", "coordinates", List.of(List.of(ring))));
    }

    @GetMapping("/api/v1/alerts")
    Map<String, Object> alerts(@RequestHeader("Accept-Language") String language) {
      boolean italian = language.startsWith("it");
      return Map.of(
          "alerts",
          List.of(
              Map.of(
                  "id", "x:1",
                  "header", italian ? "Linea 4: deviazione" : "Line 4: detour",
                  "text", italian ? "Per lavori in Via Roma." : "Because of works in Via Roma.")));
    }

    @GetMapping("/api/v1/vehicles")
    Map<String, Object> vehicles(@RequestParam String bbox) {
      String[] box = bbox.split(",");
      double lat = (Double.parseDouble(box[0]) + Double.parseDouble(box[2])) / 2;
      double lon = (Double.parseDouble(box[1]) + Double.parseDouble(box[3])) / 2;
      return Map.of(
          "vehicles",
          List.of(
              Map.of(
                  "id", "x:4-1",
                  "route", "gtt:4",
                  "line", "4",
                  "colour", "#c2560c",
                  "headsign", "Falchera",
                  "lat", lat,
                  "lon", lon,
                  "occupancy", "few_seats_available")));
    }

    @GetMapping("/api/v1/roads")
    Map<String, Object> roads() {
      return Map.of("type", "FeatureCollection", "features", List.of());
    }

    @GetMapping("/api/v1/sharing")
    Map<String, Object> sharing() {
      return Map.of("stations", List.of());
    }

    @GetMapping("/api/v1/parking")
    Map<String, Object> parking() {
      return Map.of("parks", List.of());
    }

    @GetMapping("/api/v1/departures")
    Map<String, Object> departures() {
      return Map.of("at", "2026-09-15T08:14:00+02:00", "departures", List.of());
    }

    @GetMapping("/api/v1/tiles/{z}/{x}/{y}.mvt")
    ResponseEntity<Void> tile() {
      return ResponseEntity.noContent().build();
    }
  }
}
