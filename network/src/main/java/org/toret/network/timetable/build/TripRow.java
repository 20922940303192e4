package org.toret.network.timetable.build;

/// A row of `trips.txt` to be added to a [TimetableBuilder].
///
/// @param id with its feed, `feed:trip_id`
/// @param service index that [TimetableBuilder#addService] gave
/// @param direction `direction_id`, -1 where none
/// @param block `block_id` with its feed, empty where none
/// @param shape index that [TimetableBuilder#addShape] gave, -1 where none
/// @param headwaySeconds 0 for a scheduled run, else it stands for "every so many seconds"
public record TripRow(
    String id,
    int route,
    int service,
    String headsign,
    String shortName,
    byte direction,
    String block,
    int shape,
    byte wheelchair,
    byte bikes,
    int headwaySeconds) {}
