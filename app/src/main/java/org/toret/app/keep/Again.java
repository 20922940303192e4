package org.toret.app.keep;

import java.util.List;
import org.toret.base.notice.Notice;
import org.toret.mobility.plan.Alternative;

/// An alternative of before, timed and priced by what is true now.
///
/// @param notices what its traveller should know of it
public record Again(Alternative way, List<Notice> notices) {

  /// The same, told otherwise.
  public Again with(Alternative told) {
    return new Again(told, notices);
  }
}
