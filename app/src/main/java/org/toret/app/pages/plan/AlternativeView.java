package org.toret.app.pages.plan;

import java.util.List;
import java.util.Locale;

/// One alternative as it is shown.
///
/// @param number its place in the answer, from 1: the name it has in the picture; shared by all
///   that are the same way at another time
/// @param anchor the same, but different for each
/// @param group `public`, `walk`, `car+public` …
/// @param icon what it mostly rides
/// @param days days after the one asked for on which it arrives, in words; empty for the same day
/// @param words what it is best at, as in "fastest"
/// @param versus what it costs more and less than the fastest, in a sentence; empty for that one
/// @param spoken times and duration in one sentence
/// @param spokenCosts what it is and all four costs
/// @param order sort keys for script, smaller is better; empty when unknown
/// @param losses distance from the best in each cost
/// @param reliability how far its changes hold and when one arrives, in sentences
/// @param notes what the answer's notices say of it
/// @param again the same way at other times
public record AlternativeView(
    int number,
    String anchor,
    String id,
    String group,
    String groupLabel,
    String icon,
    String departs,
    String arrives,
    String days,
    String transfers,
    List<Part> chain,
    List<CostView> costs,
    List<String> words,
    String versus,
    String spoken,
    String spokenCosts,
    Order order,
    Losses losses,
    List<LegView> legs,
    List<String> reliability,
    List<Note> notes,
    List<AlternativeView> again) {

  /// Something said of this alternative alone.
  ///
  /// @param first whether one must know it before anything else of it
  public record Note(String text, boolean first) {}

  /// What one must know of it before anything else.
  public List<Note> warnings() {
    return notes.stream().filter(Note::first).toList();
  }

  /// What is good to know of it.
  public List<Note> remarks() {
    return notes.stream().filter(note -> !note.first()).toList();
  }

  /// One link of the chain of modes.
  ///
  /// @param line name of the line; empty for own ways
  /// @param minutes how long, for own ways; empty for lines
  public record Part(String icon, String mode, String line, Paint paint, String minutes) {}

  /// The keys alternatives are sorted by.
  public record Order(
      String arrival,
      String departure,
      String time,
      String fare,
      String energy,
      String emissions) {}

  /// Whether it is the same way as another one, at another time.
  public boolean isAgain() {
    return anchor.contains("-");
  }

  /// A loss as script reads it.
  public static String told(double loss) {
    return String.format(Locale.ROOT, "%.4f", loss);
  }

  AlternativeView with(List<AlternativeView> others) {
    return new AlternativeView(
        number,
        anchor,
        id,
        group,
        groupLabel,
        icon,
        departs,
        arrives,
        days,
        transfers,
        chain,
        costs,
        words,
        versus,
        spoken,
        spokenCosts,
        order,
        losses,
        legs,
        reliability,
        notes,
        others);
  }
}
