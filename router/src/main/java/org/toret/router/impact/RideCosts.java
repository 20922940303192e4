package org.toret.router.impact;

/// What riding costs a traveller, in two additive criteria besides time, for every call of every
/// pattern: summed from the first call, in the pattern's published order.
///
/// @param offsets calls of pattern `p` start at `offsets[p]`, as in
///   [org.toret.network.timetable.Patterns#stopOffsets]
/// @param milliwattHours energy from the first call, where it is 0, to each; never decreasing along
///   a pattern
/// @param milligramsCO2e emissions from the first call to each in the same way
public record RideCosts(int[] offsets, int[] milliwattHours, int[] milligramsCO2e) {

  /// The energy between two calls of a pattern.
  public int milliwattHours(int pattern, int fromCall, int toCall) {
    return milliwattHours[offsets[pattern] + toCall] - milliwattHours[offsets[pattern] + fromCall];
  }

  /// The emissions between two calls of a pattern.
  public int milligramsCO2e(int pattern, int fromCall, int toCall) {
    return milligramsCO2e[offsets[pattern] + toCall] - milligramsCO2e[offsets[pattern] + fromCall];
  }
}
