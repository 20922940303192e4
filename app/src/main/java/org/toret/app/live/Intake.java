package org.toret.app.live;

import java.time.Instant;
import java.util.Map;
import org.toret.app.keep.LiveSource;
import org.toret.app.keep.LiveView;
import org.toret.app.keep.OpenCity;
import org.toret.base.notice.Notices;

/// What takes the live messages of one kind, from any number of sources, and knows what follows
/// from them for the city. The desk calls it, one call at a time; a new kind of messages is a new
/// intake.
interface Intake {

  /// A message from the future says nothing of now.
  long CLOCK_SKEW_SECONDS = 2 * 60;

  /// Whether these bytes are of its kind, from how they begin. Cheap.
  boolean knows(byte[] message);

  /// Takes a message. What cannot be read or is not used leaves what the source said before.
  ///
  /// @param source as it stands
  /// @return the same after the message: [LiveSource#spoke] or [LiveSource#failed]
  LiveSource take(LiveSource source, byte[] message, OpenCity city, Instant now);

  /// Looks at the time: tells which of its sources have been silent for too long.
  ///
  /// @param sources all of the desk, to be changed
  /// @return whether anything is another than before
  boolean look(Map<String, LiveSource> sources, Instant now);

  /// Makes ready what follows from all that is in force.
  ///
  /// @param city the city of now, perhaps another than at the call before
  /// @param spoke the source that spoke since, empty where none did
  /// @param notices what is wrong with what is in force
  /// @return the view with the part that this intake knows of
  LiveView lay(
      LiveView view, Map<String, LiveSource> sources, OpenCity city, String spoke, Notices notices);
}
