package org.toret.mobility.trip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.toret.mobility.plan.TravelMode;
import org.toret.network.timetable.Timetable;
import org.toret.router.raptor.Ride;
import org.toret.router.raptor.TimetableView;

/// The identity of an alternative: what must be known to time and price it again, as one token that
/// can stand in an address.
///
/// The content is plain text: a version, then one field per leg (mode, places, and for rides trip,
/// date and the positions of its calls), joined by `~` and written in URL-safe base 64.
final class AlternativeId {

  private static final String VERSION = "1";

  private AlternativeId() {}

  static String of(List<DraftLeg> legs, @Nullable TimetableView view, Timetable timetable) {
    List<String> fields = new ArrayList<>();
    fields.add(VERSION);
    for (DraftLeg leg : legs) {
      Ride ride = leg.ride();
      fields.add(ride == null || view == null ? way(leg) : ride(leg.mode(), ride, view, timetable));
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join("~", fields).getBytes(StandardCharsets.UTF_8));
  }

  private static String way(DraftLeg leg) {
    return leg.mode().id()
        + "|"
        + place(leg.from())
        + "|"
        + place(leg.to())
        + "|"
        + leg.departure();
  }

  private static String place(Site site) {
    return String.format(Locale.ROOT, "%.6f,%.6f", site.point().lat(), site.point().lon());
  }

  private static String ride(TravelMode mode, Ride ride, TimetableView view, Timetable timetable) {
    return mode.id()
        + "|"
        + timetable.trips().ids().get(ride.trip())
        + "@"
        + view.days().get(ride.day()).date()
        + "|"
        + ride.boardCall()
        + "|"
        + ride.alightCall();
  }
}
