package org.toret.mobility.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.toret.base.notice.Notice;

/// Which alternatives of an answer a notice is about: some notices speak of ways in a vehicle of
/// one kind only, and belong where those are told.
///
/// @param notices all of the answer
public record NoticeScope(List<Notice> notices) {

  private static final Set<String> OF_CARS =
      Set.of(
          "zone_avoided",
          "zone_keeps_out",
          "zone_left",
          "zone_not_valid",
          "zone_not_passed",
          "streets_closed",
          "car_banned",
          "car_class_untold",
          "car_open_from",
          "car_open_until",
          "permit_untold",
          "car_full");

  /// What keeps a car out at the time asked about, and not when it leaves later.
  private static final Set<String> KEEPS_OUT =
      Set.of(
          "zone_avoided",
          "zone_keeps_out",
          "zone_left",
          "streets_closed",
          "car_banned",
          "car_class_untold",
          "permit_untold");

  /// What is told of public transport as a whole.
  private static final Set<String> OF_TRANSIT =
      Set.of(
          "window_widened",
          "window_widened_back",
          "window_earlier",
          "window_later",
          "accessibility_unknown");

  private static final BiPredicate<Notice, Leg> OF_SYSTEM =
      (notice, leg) -> leg.hire() != null && notice.args().contains(leg.hire().systemName());

  private static final Map<String, BiPredicate<Notice, Leg>> OF_LEGS =
      Map.of(
          "bike_on_board_fare",
          (notice, leg) -> leg.mode().isTransit(),
          "car_full",
          (notice, leg) -> leg.mode() == TravelMode.CAR,
          "taxi_estimated",
          (notice, leg) -> leg.mode() == TravelMode.TAXI && leg.booking() == null,
          "taxi_wheelchair_unknown",
          (notice, leg) -> leg.mode() == TravelMode.TAXI,
          "on_demand_not_sure",
          (notice, leg) -> leg.booking() != null,
          "roads_live",
          (notice, leg) -> leg.followsTraffic(),
          "car_free_flow",
          (notice, leg) -> TrafficNotice.isOnRoads(leg.mode()),
          "hire_availability_unknown",
          OF_SYSTEM,
          "hire_surge",
          OF_SYSTEM,
          "hire_zones_untold",
          (notice, leg) -> leg.mode() == TravelMode.CARSHARE && OF_SYSTEM.test(notice, leg));

  public NoticeScope {
    notices = List.copyOf(notices);
  }

  /// Whether a notice tells what a car may do on its way, which who drives must know.
  public static boolean isOfCars(Notice notice) {
    return OF_CARS.contains(notice.code());
  }

  /// Whether a notice tells what keeps a car out at the time asked about.
  public static boolean keepsOut(Notice notice) {
    return KEEPS_OUT.contains(notice.code());
  }

  /// Whether a notice tells of a car that leaves when it may enter.
  public static boolean tellsOpening(Notice notice) {
    return notice.code().equals("car_open_from") || notice.code().equals("car_open_until");
  }

  /// Whether a notice tells of public transport as a whole.
  public static boolean isOfTransit(Notice notice) {
    return OF_TRANSIT.contains(notice.code());
  }

  /// Whether a notice is about some alternatives only.
  public static boolean isOfSome(Notice notice) {
    return isOfCars(notice)
        || OF_LEGS.containsKey(notice.code())
        || notice.code().equals("kissride_return_not_counted");
  }

  /// Whether a notice about some alternatives is about this one.
  public boolean concerns(Notice notice, Alternative alternative) {
    BiPredicate<Notice, Leg> legs = OF_LEGS.get(notice.code());
    if (legs != null) {
      return alternative.legs().stream().anyMatch(leg -> legs.test(notice, leg));
    }
    if (isOfCars(notice)) {
      boolean later = KEEPS_OUT.contains(notice.code()) && leavesWhenOpen(alternative);
      return alternative.group().equals("car") && !later;
    }
    return notice.code().equals("kissride_return_not_counted")
        && alternative.group().startsWith("lift");
  }

  /// Those that belong beside some alternatives: without those about vehicles of a kind that none
  /// of them uses. What keeps cars out is told all the same.
  public List<Notice> beside(List<Alternative> shown) {
    return notices.stream()
        .filter(notice ->
            isOfCars(notice) && !OF_LEGS.containsKey(notice.code())
                || !isOfSome(notice)
                || shown.stream().anyMatch(alternative -> concerns(notice, alternative)))
        .toList();
  }

  /// Whether it is a drive that was put off until the car may enter.
  private boolean leavesWhenOpen(Alternative alternative) {
    String departure = alternative.departure().toLocalTime().toString();
    String arrival = alternative.arrival().toLocalTime().toString();
    return notices.stream()
        .anyMatch(notice ->
            notice.code().equals("car_open_from") && notice.args().contains(departure)
                || notice.code().equals("car_open_until") && notice.args().contains(arrival));
  }
}
