package org.toret.app.pages.plan;

import java.util.List;

/// The question as the form shows it.
///
/// @param when `now`, `depart` or `arrive`
/// @param at local date and time as the field takes it; empty for now
/// @param now the city's local time, what the field begins with
public record Form(
    Place from,
    Place to,
    List<Place> via,
    String when,
    String at,
    String now,
    List<Option> modes,
    List<Fuel> vehicles,
    List<Option> walkSpeeds,
    List<Option> maxWalks,
    List<Option> needs,
    boolean optionsOpen) {

  /// What an end's field holds.
  ///
  /// @param text what is written in it
  /// @param value what it stands for; empty when it stands for what is written
  /// @param problem why it could not be understood; empty otherwise
  public record Place(String text, String value, String problem) {}

  /// An option and whether it is taken.
  public record Option(String value, String label, String icon, boolean chosen) {}

  /// Vehicle classes of one fuel.
  public record Fuel(String label, List<Option> classes) {}
}
