package org.toret.network.timetable.build;

import org.toret.network.timetable.Mode;

/// A row of `routes.txt` to be added to a [TimetableBuilder].
///
/// @param id with its feed, `feed:route_id`
/// @param colour 0xRRGGBB or -1
/// @param sortOrder [Integer#MAX_VALUE] where none
public record RouteRow(
    int feed,
    String id,
    String shortName,
    String longName,
    int agency,
    Mode mode,
    int gtfsType,
    int colour,
    int textColour,
    int sortOrder) {}
