package org.toret.app.answer;

import java.util.List;
import java.util.Locale;
import org.toret.base.notice.Messages;
import org.toret.base.notice.Notice;

/// A notice in words.
///
/// @param severity `info`, `warning` or `error`
/// @param feed feed id, empty when it concerns no single one
/// @param line 1-based line of the file, 0 when none can be named
public record NoticeView(
    String code, String severity, String text, String feed, String file, long line, String field) {

  static NoticeView of(Notice notice, Messages messages, Locale locale) {
    return new NoticeView(
        notice.code(),
        notice.severity().name().toLowerCase(Locale.ROOT),
        messages.text(locale, notice),
        notice.place().feed(),
        notice.place().file(),
        notice.place().line(),
        notice.place().field());
  }

  public static List<NoticeView> of(List<Notice> notices, Messages messages, Locale locale) {
    return notices.stream().map(notice -> of(notice, messages, locale)).toList();
  }
}
