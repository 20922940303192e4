package org.toret.app.pages.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.toret.base.notice.Notices;

/// A feed and what became of it.
///
/// @param kind `gtfs`, `osm` …
/// @param file name of the file it came from
/// @param version as published; empty where not told
/// @param counts what of it is used, by code: `stops`, `lines`, `trips`, `stopTimes`, `edges` …
/// @param invented whether it is a demonstration or a reconstruction
public record FeedCard(
    String id,
    String kind,
    String file,
    String publisher,
    String licence,
    String version,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable Instant loaded,
    Map<String, Long> counts,
    boolean invented,
    List<Notices.Tally> notices) {}
