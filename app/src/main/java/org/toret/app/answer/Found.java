package org.toret.app.answer;

import java.util.List;

/// The answer to `GET /api/v1/stops`.
public record Found(List<StopView> stops, List<NoticeView> notices) {}
