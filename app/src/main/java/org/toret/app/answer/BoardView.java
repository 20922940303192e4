package org.toret.app.answer;

import java.time.OffsetDateTime;
import java.util.List;
import org.toret.mobility.board.Departure;

/// The answer to `GET /api/v1/departures`.
public record BoardView(
    StopView stop, OffsetDateTime at, List<Departure> departures, List<NoticeView> notices) {}
