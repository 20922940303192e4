package org.toret.app.serve;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/health` and `/metrics`: how the server is, for those who watch over it.
@RestController
final class StatusController {

  private final PrometheusMeterRegistry meters;

  StatusController(PrometheusMeterRegistry meters) {
    this.meters = meters;
  }

  @GetMapping("/health")
  Map<String, String> health() {
    return Map.of("status", "UP");
  }

  @GetMapping(value = "/metrics", produces = "text/plain; version=0.0.4; charset=utf-8")
  String metrics() {
    return meters.scrape();
  }
}
