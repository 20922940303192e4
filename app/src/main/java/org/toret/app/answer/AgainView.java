package org.toret.app.answer;

import java.util.List;
import java.util.Locale;
import org.toret.app.keep.Again;
import org.toret.base.notice.Messages;
import org.toret.mobility.plan.Alternative;

/// The answer to `GET /api/v1/plan/{id}`.
///
/// @param image content hash of the compiled city by which it was timed
/// @param notices what the traveller should know of it
public record AgainView(Alternative alternative, String image, List<NoticeView> notices) {

  /// In words.
  public static AgainView of(Again again, String image, Messages messages, Locale locale) {
    return new AgainView(again.way(), image, NoticeView.of(again.notices(), messages, locale));
  }
}
