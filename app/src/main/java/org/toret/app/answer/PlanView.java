package org.toret.app.answer;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.toret.base.notice.Messages;
import org.toret.base.notice.Notice;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.Spot;

/// The answer to `GET /api/v1/plan`: a [PlanAnswer] with its notices in words.
public record PlanView(
    Spot from,
    Spot to,
    List<Spot> via,
    OffsetDateTime at,
    @Nullable String next,
    @Nullable String previous,
    List<Alternative> alternatives,
    PlanAnswer.Pareto pareto,
    PlanAnswer.State state,
    List<NoticeView> notices) {

  /// @param more notices about the question itself
  public static PlanView of(
      PlanAnswer answer, List<Notice> more, Messages messages, Locale locale) {
    List<Notice> notices = new ArrayList<>(more);
    notices.addAll(answer.notices());
    return new PlanView(
        answer.from(),
        answer.to(),
        answer.via(),
        answer.at(),
        answer.next(),
        answer.previous(),
        answer.alternatives(),
        answer.pareto(),
        answer.state(),
        NoticeView.of(notices, messages, locale));
  }
}
