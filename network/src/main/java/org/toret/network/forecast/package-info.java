/// What is likely to be there when one arrives: vehicles and docks at stations, places in car
/// parks.
///
/// ```
///   HistoryRecorder ──► History ──► Outlook ──► CountModel
///                       Availability, ParkingState ──► Outlook
/// ```
@org.jspecify.annotations.NullMarked
package org.toret.network.forecast;
