package org.toret.router.traffic;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.toret.router.path.StreetRouter;

/// Rides on the roads of now. Streets are weighed anew for each kind of journey ([RoadKey]) when it
/// is first asked for, in a copy: whoever is under way goes on as they began. Thread-safe.
public final class LiveRoads {

  /// Kinds of journeys that are kept: how near to now, and which closures they meet.
  private static final int MOST_KEPT = 6;

  private final RoadTraffic traffic;
  private final StreetRouter published;
  private final Map<RoadKey, StreetRouter> kept = new ConcurrentHashMap<>();

  /// @param published rides at free flow
  public LiveRoads(RoadTraffic traffic, StreetRouter published) {
    this.traffic = traffic;
    this.published = published;
  }

  public RoadTraffic traffic() {
    return traffic;
  }

  /// Rides for journeys with a key.
  public StreetRouter router(RoadKey key) {
    if (key.isAsPublished()) {
      return published;
    }
    StreetRouter known = kept.get(key);
    if (known != null) {
      return known;
    }
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    return kept.computeIfAbsent(key, fresh -> published.with(traffic.speeds(fresh)));
  }
}
