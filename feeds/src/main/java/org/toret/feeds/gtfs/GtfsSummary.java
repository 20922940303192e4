package org.toret.feeds.gtfs;

import java.time.LocalDate;

/// What an import took from a feed.
///
/// @param feed id of the feed
/// @param publisher name of the publisher, or of the first agency
/// @param version `feed_version`, or the first day where none is given
/// @param zone IANA time zone of its times
/// @param stops rows of `stops.txt`, stations and entrances included
/// @param trips rows of `trips.txt` that run on some day with two calls at least
/// @param stopTimes rows of `stop_times.txt` that refer to known trips and stops
/// @param interpolatedTimes how many of them had no time
/// @param runs runs made of the trips; more than trips where they repeat by headway
/// @param firstDay first day with service
/// @param lastDay last day with service
public record GtfsSummary(
    String feed,
    String publisher,
    String version,
    String zone,
    int agencies,
    int stops,
    int routes,
    int services,
    int trips,
    int stopTimes,
    long interpolatedTimes,
    int runs,
    int shapes,
    int transfers,
    int pathways,
    int translations,
    LocalDate firstDay,
    LocalDate lastDay) {}
