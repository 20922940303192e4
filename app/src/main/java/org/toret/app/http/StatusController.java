package org.toret.app.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.OpenCity;
import org.toret.app.live.LiveMeter;

/// `/health` and `/metrics`: how the server is, for those who watch over it.
@RestController
public final class StatusController {

  private final CityHolder holder;
  private final LiveMeter live;
  private final PrometheusMeterRegistry meters;

  public StatusController(CityHolder holder, LiveMeter live, PrometheusMeterRegistry meters) {
    this.holder = holder;
    this.live = live;
    this.meters = meters;
  }

  @GetMapping("/health")
  ResponseEntity<Map<String, String>> health() {
    Optional<OpenCity> city = holder.find();
    Map<String, String> body = new LinkedHashMap<>();
    if (city.isEmpty()) {
      body.put("status", "STARTING");
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
          .header("Retry-After", "2")
          .body(body);
    }
    body.put("status", "UP");
    body.put("city", city.get().about().name());
    body.put("image", city.get().imageHash());
    return ResponseEntity.ok().header("Cache-Control", "no-store").body(body);
  }

  @GetMapping(value = "/metrics", produces = "text/plain; version=0.0.4; charset=utf-8")
  String metrics() {
    live.refresh();
    return meters.scrape();
  }
}
