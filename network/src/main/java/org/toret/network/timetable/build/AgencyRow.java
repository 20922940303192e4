package org.toret.network.timetable.build;

/// An operator to be added to a [TimetableBuilder].
///
/// @param id with its feed, `feed:agency_id`
public record AgencyRow(int feed, String id, String name, String url) {}
