package org.toret.app.keep;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.toret.network.City;
import org.toret.router.journey.CityEngine;
import org.toret.router.traffic.Exposure;

/// Where the buses of an image share streets with cars: found out behind all else, when traffic is
/// told for the first time. Thread-safe.
final class SharedStreets {

  private static final Logger LOG = LoggerFactory.getLogger(SharedStreets.class);

  private final CityEngine published;
  private @Nullable CompletableFuture<Exposure> found;

  SharedStreets(CityEngine published) {
    this.published = published;
  }

  synchronized CompletableFuture<Exposure> exposure() {
    CompletableFuture<Exposure> known = found;
    if (known == null) {
      known = CompletableFuture.supplyAsync(this::find, SharedStreets::behind);
      found = known;
    }
    return known;
  }

  private static void behind(Runnable task) {
    Thread.ofPlatform()
        .name("shared-streets")
        .daemon(true)
        .priority(Thread.MIN_PRIORITY)
        .start(task);
  }

  private Exposure find() {
    long started = System.nanoTime();
    City city = published.city();
    Exposure exposure = Exposure.of(city.timetable(), city.streets(), published.streets());
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    LOG.info("Found where buses share streets: {} hops, {} ms", exposure.hops(), took.toMillis());
    return exposure;
  }
}
