package org.toret.app.live;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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

  /// When the message before was made that there is not.
  long NOTHING = Long.MIN_VALUE;

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
  /// @param notices what is wrong with what is in force
  /// @return the view with the part that this intake knows of
  LiveView lay(LiveView view, Map<String, LiveSource> sources, OpenCity city, Notices notices);

  /// Why a message is not taken for when it was made: in the future, or before the one before it.
  ///
  /// @param at epoch second at which it was made
  /// @param before the same of the one before it of the same source, [#NOTHING] without any
  /// @return the source after it; empty where it may be taken
  static Optional<LiveSource> refused(LiveSource source, long at, long before, Instant now) {
    boolean ahead = at > now.getEpochSecond() + CLOCK_SKEW_SECONDS;
    return ahead || at < before
        ? Optional.of(
            source.failed(
                ahead ? "live_from_the_future" : "live_backwards",
                Instant.ofEpochSecond(at).toString()))
        : Optional.empty();
  }

  static boolean isFresh(String source, Map<String, LiveSource> sources) {
    LiveSource known = sources.get(source);
    return known != null && known.isFresh();
  }
}
