package org.toret.router.raptor;

/// What riding costs a traveller, in two additive criteria besides time, for every call of every
/// pattern: summed from the first call, in the pattern's published order.
///
/// @param offsets calls of pattern `p` start at `offsets[p]`, as in
///   [org.toret.network.timetable.Patterns#stopOffsets]
/// @param milliwattHours energy from the first call to each, never decreasing along a pattern
/// @param milligramsCO2e emissions from the first call to each, never decreasing
public record RideCosts(int[] offsets, int[] milliwattHours, int[] milligramsCO2e) {

  /// The energy between two calls of a pattern.
  public int milliwattHours(int pattern, int fromCall, int toCall) {
    return milliwattHours[offsets[pattern] + toCall] - milliwattHours[offsets[pattern] + fromCall];
  }

  /// The emissions between two calls of a pattern.
  public int milligramsCO2e(int pattern, int fromCall, int toCall) {
    return milligramsCO2e[offsets[pattern] + toCall] - milligramsCO2e[offsets[pattern] + fromCall];
  }

  /// The energy and emissions of one line up to each call, in search order.
  record OfLine(RideCosts costs, int offset, int length, boolean mirror) {

    static OfLine of(RideCosts costs, Lines lines, int line) {
      int pattern = lines.day().patterns()[line];
      return new OfLine(costs, costs.offsets()[pattern], lines.length(line), lines.mirror());
    }

    /// Differences between two calls are what riding between them costs.
    int energy(int call) {
      return mirror
          ? -costs.milliwattHours()[offset + length - 1 - call]
          : costs.milliwattHours()[offset + call];
    }

    int emission(int call) {
      return mirror
          ? -costs.milligramsCO2e()[offset + length - 1 - call]
          : costs.milligramsCO2e()[offset + call];
    }
  }
}
