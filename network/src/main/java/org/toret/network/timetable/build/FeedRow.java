package org.toret.network.timetable.build;

/// A feed to be added to a [TimetableBuilder].
///
/// @param firstDay first epoch day of validity, [Integer#MIN_VALUE] to take it from the services
/// @param lastDay last epoch day of validity, [Integer#MAX_VALUE] to take it from the services
/// @param zone IANA time zone of its times
public record FeedRow(
    String id,
    String name,
    String url,
    String version,
    String zone,
    String language,
    int firstDay,
    int lastDay,
    String licence) {}
