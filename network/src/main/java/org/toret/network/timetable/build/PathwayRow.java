package org.toret.network.timetable.build;

/// A row of `pathways.txt` to be added to a [TimetableBuilder].
///
/// @param seconds 0 where unknown
/// @param centimetres 0 where unknown
/// @param mode `pathway_mode`
public record PathwayRow(
    int from, int to, int seconds, int centimetres, byte mode, boolean bidirectional) {}
