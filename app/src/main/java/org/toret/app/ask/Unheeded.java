package org.toret.app.ask;

import java.util.ArrayList;
import java.util.List;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.mobility.plan.Traveller;

/// What a traveller has told and the search does not heed yet: said, so that nobody trusts an
/// answer that knows nothing of it.
public final class Unheeded {

  private Unheeded() {}

  /// A notice for each such wish.
  public static List<Notice> of(Traveller traveller) {
    List<Notice> notices = new ArrayList<>();
    if (traveller.luggage()) {
      notices.add(notice("luggage"));
    }
    return notices;
  }

  private static Notice notice(String parameter) {
    Place place = new Place("", "", 0, parameter);
    return Notice.of(parameter + "_not_heeded", Severity.WARNING, place);
  }
}
