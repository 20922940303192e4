package org.toret.feeds.gtfs.table;

import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;

/// Notices about one file that are found after it was read, by line.
public record FileNotices(String feed, String file, Notices notices) {

  /// Something is left out.
  public void error(long line, String field, String code, Object... args) {
    add(Severity.ERROR, line, field, code, args);
  }

  /// Something was assumed or mended.
  public void warn(long line, String field, String code, Object... args) {
    add(Severity.WARNING, line, field, code, args);
  }

  /// Something is worth knowing.
  public void info(long line, String field, String code, Object... args) {
    add(Severity.INFO, line, field, code, args);
  }

  private void add(Severity severity, long line, String field, String code, Object... args) {
    notices.add(Notice.of(code, severity, new Place(feed, file, line, field), args));
  }
}
