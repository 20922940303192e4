package org.toret.app.pages.plan;

import java.util.List;

/// The whole answer as it is shown.
///
/// @param summary how many alternatives of what kind, in one sentence
/// @param when the time asked for, in words
/// @param fromPoint `lat,lon` of the start
/// @param drawn what the map needs, as JSON
public record PlanView(
    End from,
    End to,
    String summary,
    String when,
    List<Choice> groups,
    List<Choice> sorts,
    String group,
    List<AlternativeView> alternatives,
    List<Trade> trades,
    String earlier,
    String later,
    List<Note> notes,
    String drawn) {

  /// An end of the journey.
  ///
  /// @param value what was asked for
  /// @param point `lat,lon`
  public record End(String name, String value, String point) {}

  /// A choice among several, as a link that works without script.
  public record Choice(String code, String label, String href, boolean chosen) {}

  /// Something the reader ought to know about the answer.
  public record Note(String text, boolean warning, Link more) {

    Note(String text, boolean warning) {
      this(text, warning, Link.NONE);
    }
  }

  /// A way on; without an address there is none.
  public record Link(String text, String href) {

    static final Link NONE = new Link("", "");
  }
}
