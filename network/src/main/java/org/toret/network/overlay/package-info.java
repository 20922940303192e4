/// What is true today on top of the published timetable.
///
/// ```
///   LiveOverlay ──► ChangeResolver ──► RunFinder  CallMatcher ──► TimetableIndex
///        │               └───────────► RunMaker ──► CallTimes
///        ├────────► Detours ──► DetourMaker ──► RunMaker
///        └────────► DayRuns ──► TimetableMerge ──► LiveTimetable
/// ```
///
/// Readers take the [LiveTimetable] that is current and keep it for as long as they search; there
/// is one writer, which swaps in the next.
@org.jspecify.annotations.NullMarked
package org.toret.network.overlay;
