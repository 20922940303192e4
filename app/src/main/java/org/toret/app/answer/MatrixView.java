package org.toret.app.answer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.toret.base.notice.Messages;
import org.toret.base.notice.Notice;
import org.toret.mobility.reach.MatrixAnswer;

/// The answer to `POST /api/v1/matrix`.
///
/// @param seconds one row for each origin; over a window the median
/// @param p5 5th percentile over a window, null without one
/// @param p95 95th percentile
public record MatrixView(
    OffsetDateTime at,
    int windowMinutes,
    int maxMinutes,
    List<List<@Nullable Integer>> seconds,
    @Nullable List<List<@Nullable Integer>> p5,
    @Nullable List<List<@Nullable Integer>> p95,
    String image,
    List<NoticeView> notices) {

  /// When and of what city it was asked.
  public record Setting(Instant at, ZoneId zone, int windowMinutes, int maxMinutes, String image) {}

  /// @param more notices about the question itself
  public static MatrixView of(
      MatrixAnswer answer, Setting setting, List<Notice> more, Messages messages, Locale locale) {
    List<Notice> notices = new ArrayList<>(more);
    notices.addAll(answer.notices());
    return new MatrixView(
        setting.at().atZone(setting.zone()).toOffsetDateTime(),
        setting.windowMinutes(),
        setting.maxMinutes(),
        answer.seconds(),
        answer.p5(),
        answer.p95(),
        setting.image(),
        NoticeView.of(notices, messages, locale));
  }
}
