package org.toret.router.hire;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toret.base.geo.GeoPoint;
import org.toret.network.street.StreetNetwork;
import org.toret.router.path.Endpoint;
import org.toret.router.path.StreetSpread.SpreadStart;
import org.toret.router.path.StreetSpread.SpreadVisitor;
import org.toret.router.walk.ReachDirection;

/// What is reached with one type of shared vehicle from a place, or from where the place is: first
/// the places from which one walks on, and where a vehicle may be left anywhere, the streets along
/// which it may.
///
/// Towards a place one must have taken the vehicle somewhere, so there all of it are places from
/// which one walks.
final class HireReach {

  private final HireSpread spread;
  private final HireQuery query;
  private final StreetNetwork streets;
  private final List<SpreadStart> walks;

  /// @param query begins and ends at the place
  /// @param walks receives from where one walks, and when
  HireReach(
      HireSpread.Setting setting, HireQuery query, StreetNetwork streets, List<SpreadStart> walks) {
    this.query = query;
    this.streets = streets;
    this.walks = walks;
    List<GeoPoint> others =
        setting.direction() == ReachDirection.FROM
            ? List.of()
            : setting.places().elsewhere(query).stream().map(HirePlace::point).toList();
    spread = new HireSpread(setting, others);
  }

  /// @param visitor is told the streets along which a vehicle may be left
  void find(SpreadVisitor visitor) {
    HireSpread.Setting setting = spread.setting();
    HireSpread.Reached reached = spread.around(query);
    boolean outward = setting.direction() == ReachDirection.FROM;
    var returns = setting.sharing().types().returns(query.type());
    for (int station : !outward || returns.atStations() ? spread.stations() : new int[0]) {
      if (spread.isUsable(query, station)) {
        walk(reached, spread.ofStation(station), setting.sharing().stations().point(station));
      }
    }
    for (int vehicle : outward ? new int[0] : spread.vehicles()) {
      walk(reached, spread.ofVehicle(vehicle), query.now().floating().point(vehicle));
    }
    if (outward && returns.anywhere()) {
      leaveAnywhere(reached.taken(), visitor);
    }
  }

  private void walk(HireSpread.Reached reached, int target, GeoPoint point) {
    int seconds = reached.seconds()[target];
    if (seconds != HireSpread.NEVER) {
      walks.add(new SpreadStart(Endpoint.of(point), seconds + HireEngine.HANDLING_SECONDS));
    }
  }

  /// Rides on from each vehicle, and walks from the corners beside which none may be left.
  private void leaveAnywhere(List<HireSpread.Taken> taken, SpreadVisitor visitor) {
    HireSpread.Setting setting = spread.setting();
    BitSet open = setting.places().mayEnd(query.type());
    Map<Integer, Integer> edges = new HashMap<>();
    for (HireSpread.Taken one : taken) {
      int start = one.near().seconds() + HireEngine.HANDLING_SECONDS;
      if (start < setting.limitSeconds()) {
        setting
            .rides()
            .spread(
                one.near().place().point(),
                setting.options(),
                ReachDirection.FROM,
                setting.limitSeconds() - start,
                one.near().place().rangeMetres(),
                new Left(streets, open, 10 * start, edges, visitor));
      }
    }
    edges.forEach((node, tenths) -> {
      if (setting.places().isEdge(query.type(), node)) {
        GeoPoint point = streets.nodes().point(node);
        walks.add(new SpreadStart(Endpoint.of(point), Math.ceilDiv(tenths, 10)));
      }
    });
  }

  /// Tells of streets along which a vehicle may be left, and remembers the ends of others.
  ///
  /// @param open corners at which it may
  /// @param laterTenths when the ride begins
  /// @param edges when corners are reached
  private record Left(
      StreetNetwork streets,
      BitSet open,
      int laterTenths,
      Map<Integer, Integer> edges,
      SpreadVisitor to)
      implements SpreadVisitor {

    @Override
    public void arc(int arc, int fromDecimetres, int tenths, int moreTenths) {
      int head = streets.head(arc);
      int tail = streets.tail(arc);
      int at = laterTenths + tenths;
      if (open.get(head) && open.get(tail)) {
        to.arc(arc, fromDecimetres, at, moreTenths);
      } else if (open.get(head)) {
        edges.merge(head, at + moreTenths, Math::min);
      } else if (open.get(tail) && fromDecimetres == 0) {
        edges.merge(tail, at, Math::min);
      }
    }

    @Override
    public void open(GeoPoint centre, int tenths) {
      to.open(centre, laterTenths + tenths);
    }
  }
}
