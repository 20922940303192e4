package org.toret.app.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.mobility.plan.Leg;

/// A stop, station, street or place that was looked for.
///
/// @param kind `stop`, `station`, `entrance`, `street`, `place` or `park`
/// @param id stop id, null for what is no stop
/// @param municipality town in which it lies, null where the map does not tell
/// @param metres distance from the point asked about, null where none was
/// @param station id of the station it belongs to
/// @param wheelchair `yes`, `no`, or null where it is not told
/// @param lines lines that call there; empty for streets and places
public record StopView(
    String kind,
    @Nullable String id,
    String name,
    @Nullable String municipality,
    double lat,
    double lon,
    @Nullable Integer metres,
    @Nullable String code,
    @Nullable String platform,
    @Nullable String station,
    @Nullable String wheelchair,
    List<String> modes,
    List<Leg.Line> lines) {}
