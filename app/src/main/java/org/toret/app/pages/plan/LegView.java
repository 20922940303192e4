package org.toret.app.pages.plan;

import java.util.List;

/// One leg as it is shown.
///
/// @param onFoot whether it is walked
/// @param title the mode in words
/// @param line name of the line; empty for own ways
/// @param lineHref page of the line; empty if there is none
/// @param summary duration, distance, number of stops
/// @param between stops passed on the way
/// @param steps turns of a way on the street
/// @param facts whose vehicle it is, how many there are, how far it goes
/// @param notes what is told about it: live state, alerts, that a way is estimated
/// @param costs its own costs, in words
public record LegView(
    boolean onFoot,
    String icon,
    String title,
    String line,
    String lineHref,
    Paint paint,
    String headsign,
    End from,
    End to,
    String summary,
    List<Call> between,
    String betweenTitle,
    List<Step> steps,
    String stepsTitle,
    List<String> facts,
    List<String> notes,
    List<String> costs) {

  /// An end of a leg.
  ///
  /// @param scheduled the scheduled time where the expected one differs; empty otherwise
  /// @param href page of the stop; empty for a place that is none
  public record End(String name, String href, String platform, String time, String scheduled) {}

  /// A stop passed on the way.
  public record Call(String name, String time) {}

  /// A turn on a street.
  public record Step(String text, String distance) {}
}
