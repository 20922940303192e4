package org.toret.router.path;

import org.jspecify.annotations.Nullable;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.StreetFlags;
import org.toret.network.street.StreetNetwork;

/// Answers how to get along the streets, on foot, by bicycle and by car, between places and stops.
/// Immutable but for its reused workspaces; thread-safe.
///
/// Stops and places are linked to the nearest point of the nearest usable edge. A stop farther than
/// 250 m and a place farther than 300 m from any such edge lie *beyond the streets*: walking there
/// is by the straight line times 1.3, cycling and driving are not offered.
public final class StreetRouter {

  /// A place farther than this from any usable street lies beyond the streets.
  static final double PLACE_METRES = 300;

  private final StreetNetwork streets;
  private final StopSites sites;
  private final @Nullable EdgeSnapper snapper;
  private final StopLinks links;
  private final StraightWalks straight;
  private final StopWalks stopWalks;
  private final WorkspacePool<FootSearch> footSearches;

  private StreetRouter(StreetNetwork streets, StopSites sites) {
    this.streets = streets;
    this.sites = sites;
    snapper = streets.isEmpty() ? null : new EdgeSnapper(streets);
    FootGraph.Builder building = FootGraph.builder(streets, sites.pathways().nodeCount());
    links = new StopLinks.Builder(streets, snapper, sites).build(building);
    FootGraph graph = building.done();
    straight = new StraightWalks(sites, links.beyond);
    stopWalks = new StopWalks(streets.edges(), sites, links, straight);
    footSearches = new WorkspacePool<>(() -> new FootSearch(graph, links, sites.count()));
  }

  /// Links the stops to the streets; streets may be [StreetNetwork#EMPTY].
  public static StreetRouter of(StreetNetwork streets, StopSites sites) {
    return new StreetRouter(streets, sites);
  }

  /// How many stops lie beyond the streets; worth a notice `streets_partial` when above 0.
  public int stopsBeyondStreets() {
    return links.beyond.length;
  }

  /// Whether a stop is reached by streets or a station, not by straight lines alone.
  public boolean isLinked(int stop) {
    return links.isLinked(stop);
  }

  /// The stops within reach of a place on foot, or from which the place is within reach.
  public StopReach reachStops(GeoPoint place, WalkOptions options, ReachDirection direction) {
    int mask = FootMask.of(options);
    EdgeSnap snap = snap(place, mask);
    return footSearches.with(search -> {
      search.begin(mask, 10 * options.maxMetres(), direction);
      search.seedFrom(snap == null ? null : new PlaceOnStreet(streets.edges(), snap));
      straight.offer(search, place, snap == null, options.maxMetres());
      search.reachStops();
      return search.answer(options.metresPerSecond(), FootSearch.NOWHERE);
    });
  }

  /// The stops within reach of a stop on foot, or from which it is; the stop itself is among them.
  public StopReach reachStopsFromStop(int stop, WalkOptions options, ReachDirection direction) {
    return footSearches.with(search -> {
      stopWalks.run(search, stop, FootMask.of(options), options.maxMetres(), direction);
      search.offer(stop, 0, 0);
      return search.answer(options.metresPerSecond(), FootSearch.NOWHERE);
    });
  }

  /// Walks from every stop to all stops within a limit.
  public Transfers walkTransfers(int limitMetres) {
    return new WalkTransfers(sites.count(), stopWalks, footSearches).find(limitMetres);
  }

  private @Nullable EdgeSnap snap(GeoPoint place, int mask) {
    if (snapper == null) {
      return null;
    }
    int unwanted = mask == FootMask.ANYONE ? 0 : StreetFlags.STEPS;
    return snapper.nearest(place, PLACE_METRES, FootMask.link(mask), unwanted);
  }
}
