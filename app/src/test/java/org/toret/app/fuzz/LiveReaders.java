package org.toret.app.fuzz;

import java.util.List;

/// Every reader of live messages, each behind the desk that takes them: from the bytes that come in
/// to what is shown.
final class LiveReaders {

  private static final long QUICK = 5_000;

  private LiveReaders() {}

  static List<Reader> of(LiveTown town) {
    return List.of(
        messages("live-siri", LiveSeeds.siri(), town),
        messages("live-5t", LiveSeeds.fiveT(), town),
        messages("live-datex", LiveSeeds.datex(), town),
        messages("live-parking", LiveSeeds.parking(), town),
        messages("live-gbfs", LiveSeeds.gbfs(), town),
        messages("live-gtfs-realtime", LiveSeeds.realtime(), town),
        new Reader(
            "live-gtfs-realtime-values",
            LiveSeeds.realtime(),
            QUICK,
            (bytes, seed) -> town.send(bytes, LiveSeeds.realtime()),
            (random, good) -> new WireDamage(random).done(good)));
  }

  private static Reader messages(String name, List<byte[]> good, LiveTown town) {
    return new Reader(name, good, QUICK, (bytes, seed) -> town.send(bytes, good));
  }
}
