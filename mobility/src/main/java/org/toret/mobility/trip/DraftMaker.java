package org.toret.mobility.trip;

import java.util.ArrayList;
import java.util.List;
import org.toret.mobility.board.Teller;
import org.toret.mobility.plan.TravelMode;
import org.toret.network.timetable.Nodes;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.Transfers;
import org.toret.router.path.StreetPath;
import org.toret.router.raptor.RaptorJourney;
import org.toret.router.raptor.Ride;
import org.toret.router.raptor.TimetableView;

/// Turns what the searches found into legs.
final class DraftMaker {

  private final Timetable timetable;
  private final Teller teller;

  DraftMaker(Timetable timetable, Teller teller) {
    this.timetable = timetable;
    this.teller = teller;
  }

  /// A way of one's own from door to door.
  List<DraftLeg> direct(TravelMode mode, Site from, Site to, StreetPath path, long departure) {
    return List.of(
        new DraftLeg(
            mode, from, to, departure, departure + path.seconds(), path.metres(), null, path));
  }

  /// The legs of a journey by timetable.
  List<DraftLeg> transit(TransitFinder.Found found, RaptorJourney journey, Site from, Site to) {
    List<DraftLeg> legs = new ArrayList<>();
    List<Ride> rides = journey.rides();
    int boardStop = boardStop(rides.getFirst());
    int walked = rides.getFirst().departureSeconds() - journey.departureSeconds();
    if (walked > 0) {
      int metres = found.accessMetres().getOrDefault(boardStop, 0);
      legs.add(walk(found, from, site(boardStop), journey.departureSeconds(), walked, metres));
    }
    for (int i = 0; i < rides.size(); i++) {
      Ride ride = rides.get(i);
      if (i > 0 && !ride.seated()) {
        addChange(legs, found, rides.get(i - 1), ride);
      }
      legs.add(ride(found.view(), ride));
    }
    Ride last = rides.getLast();
    int egress = journey.arrivalSeconds() - last.arrivalSeconds();
    if (egress > 0) {
      int stop = alightStop(last);
      int metres = found.egressMetres().getOrDefault(stop, 0);
      legs.add(walk(found, site(stop), to, last.arrivalSeconds(), egress, metres));
    }
    return legs;
  }

  int pattern(Ride ride) {
    return timetable.trips().patterns()[ride.trip()];
  }

  Site site(int stop) {
    return new Site(timetable.stops().point(stop), timetable.stops().names().get(stop), stop);
  }

  DraftLeg ride(TimetableView view, Ride ride) {
    int pattern = pattern(ride);
    int route = timetable.patterns().routes()[pattern];
    return new DraftLeg(
        TravelMode.of(timetable.routes().mode(route)),
        site(boardStop(ride)),
        site(alightStop(ride)),
        view.epochSecond(ride.departureSeconds()),
        view.epochSecond(ride.arrivalSeconds()),
        teller.metres(pattern, ride.boardCall(), ride.alightCall()),
        ride,
        null);
  }

  private static DraftLeg walk(
      TransitFinder.Found found, Site from, Site to, int axisSeconds, int seconds, int metres) {
    long departure = found.view().epochSecond(axisSeconds);
    return new DraftLeg(
        TravelMode.WALK, from, to, departure, departure + seconds, metres, null, null);
  }

  private void addChange(List<DraftLeg> legs, TransitFinder.Found found, Ride before, Ride after) {
    int from = node(before, before.alightCall());
    int to = node(after, after.boardCall());
    Nodes nodes = timetable.nodes();
    if (nodes.stops()[from] == nodes.stops()[to]) {
      return;
    }
    Transfers transfers =
        found.query().stepFree() ? found.view().stepFreeTransfers() : found.view().transfers();
    for (int i = transfers.offsets()[from]; i < transfers.offsets()[from + 1]; i++) {
      if (transfers.targets()[i] == to) {
        int walk = found.query().walkSeconds(transfers.walkSeconds()[i]);
        int available = after.departureSeconds() - before.arrivalSeconds();
        legs.add(
            walk(
                found,
                site(nodes.stops()[from]),
                site(nodes.stops()[to]),
                before.arrivalSeconds(),
                Math.min(walk, available),
                transfers.walkMetres()[i]));
        return;
      }
    }
  }

  private int boardStop(Ride ride) {
    return timetable.nodes().stops()[node(ride, ride.boardCall())];
  }

  private int alightStop(Ride ride) {
    return timetable.nodes().stops()[node(ride, ride.alightCall())];
  }

  private int node(Ride ride, int call) {
    Patterns patterns = timetable.patterns();
    return patterns.nodes()[patterns.stopOffsets()[pattern(ride)] + call];
  }
}
