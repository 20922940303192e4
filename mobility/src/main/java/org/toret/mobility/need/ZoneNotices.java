package org.toret.mobility.need;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.CostItem;
import org.toret.network.zone.AccessCondition;
import org.toret.network.zone.AccessRegime;
import org.toret.network.zone.AccessZones;

/// Says of zones that matter in an answer when their publisher states them for other days than the
/// one asked about. They count all the same: a zone is rarely lifted, and its file rarely published
/// anew.
public final class ZoneNotices {

  /// What is said of zones by their names.
  private static final Set<String> OF_ZONES =
      Set.of(
          "zone_avoided",
          "zone_keeps_out",
          "zone_left",
          "zone_not_passed",
          "car_banned",
          "car_open_from",
          "car_open_until",
          "hire_zone_avoided",
          "reach_zone_closed",
          "reach_start_closed",
          "reach_end_closed",
          "reach_charged");

  private static final String CHARGE = "toll";

  private ZoneNotices() {}

  /// `zone_not_valid` for each zone that some notices name, or that costs an alternative something.
  ///
  /// @param told what is said of the answer
  /// @param shown its alternatives
  public static List<Notice> dates(
      List<Notice> told, List<Alternative> shown, AccessZones zones, LocalDate day) {
    Set<String> named = new LinkedHashSet<>();
    for (Notice notice : told) {
      if (OF_ZONES.contains(notice.code())) {
        named.addAll(notice.args());
        notice.args().forEach(names -> named.addAll(List.of(names.split(", "))));
      }
    }
    for (Alternative alternative : shown) {
      alternative.costs().fare().items().stream()
          .filter(item -> item.kind().equals(CHARGE))
          .map(CostItem.Price::name)
          .forEach(named::add);
    }
    List<Notice> notices = new ArrayList<>();
    for (AccessRegime zone : zones.regimes()) {
      if (named.contains(zone.name()) && !zone.isStatedOn(day)) {
        notices.add(
            Notice.of(
                "zone_not_valid",
                Severity.INFO,
                Place.ofFeed(zone.feed()),
                zone.name(),
                zone.feed(),
                text(zone.firstDay()),
                text(zone.lastDay())));
      }
    }
    return notices.stream().distinct().toList();
  }

  private static String text(LocalDate day) {
    boolean open =
        day.equals(AccessCondition.ALWAYS_FROM) || day.equals(AccessCondition.ALWAYS_UNTIL);
    return open ? "…" : day.toString();
  }
}
