package org.toret.network.timetable.build;

/// A row of `stops.txt` to be added to a [TimetableBuilder].
///
/// @param id with its feed, `feed:stop_id`
/// @param parent index of an earlier stop row or -1; may be set later, see
///   [TimetableBuilder#setParent]
/// @param level ten times `level_index`, or [org.toret.network.timetable.Stops#NO_LEVEL]
/// @param kind `location_type`
/// @param wheelchair as published; the builder lets platforms inherit from their station
public record StopRow(
    int feed,
    String id,
    String name,
    String code,
    String platform,
    String zone,
    int level,
    int latE7,
    int lonE7,
    int parent,
    byte kind,
    byte wheelchair) {}
