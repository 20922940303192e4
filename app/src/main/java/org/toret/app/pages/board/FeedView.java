package org.toret.app.pages.board;

import java.util.List;

/// A feed as the network page shows it.
///
/// @param facts name and value pairs in words
/// @param warning what is wrong with the whole of it, empty if nothing
public record FeedView(
    String id,
    String title,
    boolean invented,
    String warning,
    List<Fact> facts,
    List<Fact> counts,
    List<Row> notices) {

  /// A named value.
  public record Fact(String name, String value) {}

  /// All notices of one kind.
  ///
  /// @param severity `error`, `warning` or `info`
  /// @param place where the first of them is
  public record Row(String severity, String label, String text, String count, String place) {}
}
