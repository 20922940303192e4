package org.toret.app.pages.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The question as the form shows it.
///
/// @param when `now`, `depart` or `arrive`
/// @param at local date and time as the field takes it; empty for now
/// @param maxStresses on which streets one cycles; empty where nobody does
/// @param permits access permits held; null where there is no car to drive
/// @param zones for which there are permits
/// @param stays how long a car is left; empty where there is no car to drive
/// @param told how many of the options are not as usual
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
    List<Option> maxStresses,
    List<Option> needs,
    List<Option> persons,
    Paying paying,
    @Nullable String permits,
    List<Option> zones,
    List<Option> stays,
    int told) {

  /// What an end's field holds.
  ///
  /// @param text what is written in it
  /// @param value what it stands for; empty when it stands for what is written
  /// @param problem why it could not be understood; empty otherwise
  public record Place(String text, String value, String problem) {}

  /// An option and whether it is taken.
  public record Option(String value, String label, String icon, boolean chosen) {}

  /// Who pays with what; each empty where the city's fares know nothing of it.
  public record Paying(List<Option> holds, List<Option> riders, List<Option> media) {}

  /// Vehicle classes of one fuel.
  public record Fuel(String label, List<Option> classes) {}
}
