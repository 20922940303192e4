package org.toret.mobility.need;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.mobility.plan.TravelMode;
import org.toret.mobility.plan.Traveller;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;

/// What a traveller should know of how needs were heeded.
public final class NeedNotices {

  /// A usual car has so many seats.
  public static final int CAR_SEATS = 5;

  private NeedNotices() {}

  /// `accessibility_unknown` with a wheelchair and `taxi_wheelchair_unknown`, `car_full` for a
  /// party that no car holds, `luggage_heeded`, and with a bicycle on board `bike_on_board_nowhere`
  /// where nothing is known to take it, or else `bike_on_board_unknown` (how many lines of how many
  /// say nothing of bicycles) and `bike_on_board_fare`.
  public static List<Notice> of(Traveller traveller, Set<TravelMode> modes, Timetable timetable) {
    List<Notice> notices = new ArrayList<>();
    boolean transit = modes.stream().anyMatch(TravelMode::isTransit);
    if (traveller.wheelchair() && transit) {
      notices.add(notice("accessibility_unknown", Severity.INFO));
    }
    if (traveller.luggage()) {
      notices.add(notice("luggage_heeded", Severity.INFO));
    }
    if (traveller.wheelchair() && modes.contains(TravelMode.TAXI)) {
      notices.add(notice("taxi_wheelchair_unknown", Severity.INFO));
    }
    boolean lift = modes.contains(TravelMode.KISSRIDE);
    boolean own = modes.contains(TravelMode.CAR) || modes.contains(TravelMode.PARKRIDE);
    // who drives somebody to a station takes a seat
    if ((own || lift) && traveller.persons() > (lift ? CAR_SEATS - 1 : CAR_SEATS)) {
      notices.add(notice("car_full", Severity.INFO, CAR_SEATS));
    }
    if (traveller.bikeOnBoard() && transit) {
      addBicycle(notices, modes, timetable);
    }
    return notices;
  }

  private static void addBicycle(List<Notice> notices, Set<TravelMode> modes, Timetable timetable) {
    Patterns patterns = timetable.patterns();
    int routes = timetable.routes().count();
    boolean[] admits = new boolean[routes];
    boolean[] silent = new boolean[routes];
    for (int pattern = 0; pattern < patterns.count(); pattern++) {
      int route = patterns.routes()[pattern];
      if (modes.contains(TravelMode.of(timetable.routes().mode(route)))) {
        admits[route] |= patterns.admitsBikes(pattern);
        silent[route] |= patterns.bikes()[pattern] == Patterns.BIKES_UNKNOWN;
      }
    }
    int admitting = 0;
    int unknown = 0;
    for (int route = 0; route < routes; route++) {
      admitting += admits[route] ? 1 : 0;
      unknown += silent[route] && !admits[route] ? 1 : 0;
    }
    if (admitting == 0) {
      notices.add(notice("bike_on_board_nowhere", Severity.WARNING, unknown));
      return;
    }
    if (unknown > 0) {
      notices.add(notice("bike_on_board_unknown", Severity.INFO, unknown, admitting));
    }
    notices.add(notice("bike_on_board_fare", Severity.INFO));
  }

  private static Notice notice(String code, Severity severity, Object... args) {
    return Notice.of(code, severity, Place.ofFeed(""), args);
  }
}
