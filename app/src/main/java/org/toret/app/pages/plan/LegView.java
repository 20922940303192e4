package org.toret.app.pages.plan;

import java.util.List;
import org.toret.app.pages.frame.Disruption;

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
/// @param disruptions what is told of its line and stops now
/// @param notes what is told about it: live state, that a way is estimated
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
    List<Disruption> disruptions,
    List<String> notes,
    List<String> costs) {

  /// An end of a leg.
  ///
  /// @param scheduled the scheduled time where the expected one differs; empty otherwise
  /// @param href page of the stop; empty for a place that is none
  public record End(String name, String href, String platform, String time, String scheduled) {}

  /// A stop passed on the way.
  ///
  /// @param skipped whether the vehicle does not stop there today
  public record Call(String name, String time, boolean skipped) {}

  /// A turn on a street.
  public record Step(String text, String distance) {}
}
