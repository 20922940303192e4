package org.toret.base.rules;

/// Where numbers come from, so that anybody can look them up.
///
/// @param id short name used inside one table file
/// @param citation author, title, edition, and the place inside it
/// @param licence licence or legal status of the numbers
/// @param year the year the numbers speak of, or of publication
public record Source(String id, String citation, String licence, int year) {

  /// The citation with its year, as shown to a reader who opens a number.
  public String text() {
    return citation + " (" + year + ")";
  }
}
