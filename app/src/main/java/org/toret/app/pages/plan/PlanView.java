package org.toret.app.pages.plan;

import java.util.List;

/// The whole answer as it is shown.
///
/// @param summary how many alternatives of what kind, in one sentence
/// @param when the time asked for, in words
/// @param together how many of the alternatives come first; the others stand apart
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
    int together,
    List<Trade> trades,
    String earlier,
    String later,
    List<Note> notes,
    String drawn) {

  /// What everybody can take.
  public List<AlternativeView> first() {
    return alternatives.subList(0, together);
  }

  /// What only those with a vehicle of their own can take, where that was not asked for.
  public List<AlternativeView> apart() {
    return alternatives.subList(together, alternatives.size());
  }

  /// Whether an alternative is of the group that is shown.
  public boolean shows(AlternativeView alternative) {
    return group.isEmpty() || alternative.group().equals(group);
  }

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
