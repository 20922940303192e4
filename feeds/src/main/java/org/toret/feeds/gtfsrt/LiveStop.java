package org.toret.feeds.gtfsrt;

import java.util.Optional;
import org.toret.base.geo.GeoPoint;

/// A stop that the timetable does not know, for the time of a detour. Texts are empty where nothing
/// is said.
///
/// @param wheelchair GTFS `wheelchair_boarding`: 0 unknown, 1 yes, 2 no
public record LiveStop(
    String entityId,
    String stopId,
    TranslatedText code,
    TranslatedText name,
    TranslatedText ttsName,
    TranslatedText description,
    Optional<GeoPoint> point,
    String zoneId,
    TranslatedText url,
    String parentStation,
    String zone,
    int wheelchair,
    String levelId,
    TranslatedText platform) {}
