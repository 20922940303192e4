package org.toret.app.pages.plan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.toret.app.pages.need.NeedChips;

/// The whole answer as it is shown.
///
/// @param summary how many alternatives of what kind, in one sentence
/// @param asked the places of the question, in one line
/// @param when the time asked for, in words
/// @param chips what the question asks that others would not
/// @param alternatives the ways found, each with its other times inside it
/// @param together how many of the alternatives come first; the others stand apart
/// @param trade the picture of the trade-offs; null where there is nothing to compare
/// @param matters what matters to the reader, one for each cost
/// @param rest everything else the address holds, for a form that changes what matters
/// @param drawn what the map needs, as JSON
public record PlanView(
    End from,
    End to,
    String asked,
    String summary,
    String when,
    List<NeedChips.Chip> chips,
    List<Choice> groups,
    List<Choice> sorts,
    String group,
    List<AlternativeView> alternatives,
    int together,
    @Nullable Trade trade,
    List<Matter> matters,
    List<Map.Entry<String, String>> rest,
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

  /// What the reader ought to know before anything else.
  public List<Note> warnings() {
    return notes.stream().filter(Note::warning).toList();
  }

  /// What is good to know.
  public List<Note> remarks() {
    return notes.stream().filter(note -> !note.warning()).toList();
  }

  /// How much a cost matters to the reader.
  ///
  /// @param name of the parameter
  public record Matter(String kind, String name, String label, int weight, String spoken) {}

  /// An end of the journey.
  ///
  /// @param value what was asked for
  /// @param point `lat,lon`
  public record End(String name, String value, String point) {}

  /// A choice among several, as a link that works without script.
  ///
  /// @param icon name of a drawing; empty for none
  public record Choice(String code, String label, String icon, String href, boolean chosen) {}

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
