package org.toret.network.overlay;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.toret.base.geo.GeoPoint;

/// Where the vehicle of a run was seen. Ids are those of the publisher, without the feed.
///
/// @param startSeconds published start of a trip that is repeated
/// @param date service date; without it the one on which the trip runs nearest to the message
/// @param sequence number of the call that it stands at or drives to, where it is told
/// @param stopId stop of that call, empty where it is not told
/// @param stands whether it stands at that call
/// @param atEpochSeconds when it was seen
public record Sighting(
    String tripId,
    OptionalInt startSeconds,
    Optional<LocalDate> date,
    GeoPoint point,
    OptionalInt sequence,
    String stopId,
    boolean stands,
    long atEpochSeconds) {}
