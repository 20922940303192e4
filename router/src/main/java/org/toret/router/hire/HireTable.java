package org.toret.router.hire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.toret.base.columns.IntList;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.router.path.Endpoint;
import org.toret.router.path.StreetSpread;
import org.toret.router.walk.Footing;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.WalkOptions;

/// How long ways with one type of shared vehicle take from one place after another to the same
/// destinations, as [HireEngine#find] tells of each pair. The ways on foot to the destinations are
/// looked up once: one search for each. Thread-safe.
public final class HireTable {

  private static final int NEVER = StreetSpread.NEVER;

  private final HireSpread spread;
  private final List<HireQuery> destinations;

  /// For each destination the ends of rides, and how long one walks on from each.
  private final int[][] targets;

  private final int[][] walks;

  private HireTable(HireSpread spread, List<HireQuery> destinations) {
    this.spread = spread;
    this.destinations = destinations;
    targets = new int[destinations.size()][];
    walks = new int[destinations.size()][];
  }

  /// @param setting its direction is from a place
  /// @param destinations questions that end there
  static HireTable of(HireSpread.Setting setting, List<HireQuery> destinations) {
    HirePlaces places = setting.places();
    List<List<HirePlace>> elsewhere = new ArrayList<>();
    Set<GeoPoint> others = new HashSet<>();
    for (HireQuery destination : destinations) {
      List<HirePlace> left = places.elsewhere(destination);
      left.forEach(place -> others.add(place.point()));
      elsewhere.add(left);
    }
    HireTable table = new HireTable(new HireSpread(setting, List.copyOf(others)), destinations);
    table.lookAround(elsewhere);
    return table;
  }

  private void lookAround(List<List<HirePlace>> elsewhere) {
    HireSpread.Setting setting = spread.setting();
    StreetSpread streets = setting.router().spread();
    WalkOptions walk = setting.like().walk();
    int type = setting.like().type();
    boolean docked = setting.sharing().types().returns(type).atStations();
    List<Endpoint> stations = new ArrayList<>();
    for (int station : docked ? spread.stations() : new int[0]) {
      stations.add(Endpoint.of(setting.sharing().stations().point(station)));
    }
    var known = streets.walkEnds(stations, walk, ReachDirection.TOWARDS);
    for (int i = 0; i < targets.length; i++) {
      List<Endpoint> ends = new ArrayList<>();
      List<Footing> footings = new ArrayList<>();
      IntList at = new IntList();
      GeoPoint to = destinations.get(i).toPoint();
      for (int n = 0; n < stations.size(); n++) {
        int station = spread.stations()[n];
        GeoPoint point = setting.sharing().stations().point(station);
        if (Distance.metres(to, point) <= walk.maxMetres()) {
          ends.add(stations.get(n));
          footings.add(known.footings().get(n));
          at.add(spread.ofStation(station));
        }
      }
      List<Endpoint> edges =
          elsewhere.get(i).stream().map(place -> Endpoint.of(place.point())).toList();
      ends.addAll(edges);
      footings.addAll(streets.walkEnds(edges, walk, ReachDirection.TOWARDS).footings());
      elsewhere.get(i).forEach(place -> at.add(spread.ofOther(place.point())));
      walks[i] =
          streets.walkSeconds(
              destinations.get(i).to(),
              new StreetSpread.WalkEnds(ends, footings, walk),
              ReachDirection.TOWARDS);
      targets[i] = at.toArray();
      beside(elsewhere.get(i), to, i);
    }
  }

  /// Nobody walks on from a vehicle that is left at the destination.
  private void beside(List<HirePlace> elsewhere, GeoPoint to, int destination) {
    int first = targets[destination].length - elsewhere.size();
    for (int i = 0; i < elsewhere.size(); i++) {
      if (elsewhere.get(i).point().equals(to)) {
        walks[destination][first + i] = 0;
      }
    }
  }

  /// Seconds to each destination, unlocking and locking included; [StreetSpread#NEVER] where there
  /// is no way.
  ///
  /// @param origin begins and ends at a place
  public int[] seconds(HireQuery origin) {
    HireSpread.Reached reached = spread.around(origin);
    int[] penalties = penalties(origin);
    int[] seconds = new int[targets.length];
    Arrays.fill(seconds, NEVER);
    for (int i = 0; i < targets.length; i++) {
      int best = NEVER;
      for (int way = 0; way < targets[i].length; way++) {
        int target = targets[i][way];
        int walk = walks[i][way];
        if (walk != NEVER && reached.seconds()[target] != NEVER && penalties[target] >= 0) {
          int weighed = reached.weighed()[target] + walk + penalties[target];
          if (weighed < best) {
            best = weighed;
            seconds[i] = reached.seconds()[target] + walk + HireEngine.HANDLING_SECONDS;
          }
        }
      }
    }
    return seconds;
  }

  /// What may be lacking at each end of rides, -1 where no vehicle can be left.
  private int[] penalties(HireQuery origin) {
    HirePlaces places = spread.setting().places();
    int[] penalties = new int[spread.count()];
    for (int station : spread.stations()) {
      penalties[spread.ofStation(station)] =
          spread.isUsable(origin, station) ? places.penalty(origin, station, false) : -1;
    }
    return penalties;
  }
}
