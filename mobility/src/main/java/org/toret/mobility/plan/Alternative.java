package org.toret.mobility.plan;

import java.time.OffsetDateTime;
import java.util.List;

/// One way to travel, weighed.
///
/// @param id self-contained: trips, dates, stops and rules, enough to time and price it again
/// @param group `walk`, `bike`, `car`, `public` … within which alternatives compete
public record Alternative(
    String id,
    String group,
    OffsetDateTime departure,
    OffsetDateTime arrival,
    int transfers,
    List<TravelMode> modes,
    Costs costs,
    List<Leg> legs) {}
