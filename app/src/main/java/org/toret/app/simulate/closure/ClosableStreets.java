package org.toret.app.simulate.closure;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.toret.network.City;
import org.toret.network.street.StreetNetwork;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Timetable;
import org.toret.router.path.StreetRouter;
import org.toret.router.traffic.Exposure;
import org.toret.router.traffic.RoadMatcher;

/// The streets of a city as they can be closed to cars and buses. Where buses run is found out when
/// it is first asked for, which takes some seconds in a large city. Thread-safe.
public final class ClosableStreets {

  private final Timetable timetable;
  private final StreetNetwork streets;
  private final StreetRouter router;
  private @Nullable Known known;

  /// What is found out once.
  private record Known(BlockFinder blocks, RoundFinder rounds) {}

  /// @param router at free flow
  public ClosableStreets(City city, StreetRouter router) {
    this.timetable = city.timetable();
    this.streets = city.streets();
    this.router = router;
  }

  /// Whether vehicles of a line can be led another way: trams cannot leave their tracks, nor
  /// trolleybuses their wires.
  public boolean canLead(int route) {
    return !streets.isEmpty() && timetable.routes().mode(route) == Mode.BUS;
  }

  /// The block at the stop of a call, if it is one that can be closed and the bus passes it.
  ///
  /// @param call neither the first nor the last of the pattern
  public Optional<Block> block(int pattern, int call) {
    return known().blocks().at(pattern, call);
  }

  /// Whether two blocks have a street in common.
  public boolean meet(Block one, Block other) {
    return one.meets(other);
  }

  /// How buses get round blocks that are all closed at the same time.
  public Rounds rounds(List<Block> blocks) {
    return known().rounds().of(blocks);
  }

  private synchronized Known known() {
    Known found = known;
    if (found == null) {
      Exposure exposure = Exposure.of(timetable, streets, router);
      RoadMatcher matcher = new RoadMatcher(streets);
      found =
          new Known(
              new BlockFinder(streets, exposure, matcher),
              new RoundFinder(exposure, matcher, router));
      known = found;
    }
    return found;
  }
}
