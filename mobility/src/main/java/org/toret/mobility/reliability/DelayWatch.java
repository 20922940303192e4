package org.toret.mobility.reliability;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.toret.network.overlay.ToldRun;
import org.toret.network.timetable.Timetable;

/// Watches what live messages say of runs and counts each passing of a vehicle at a stop once, with
/// the last word before or at it.
///
/// A passing is counted when a call that was ahead in an earlier message is behind in a later one:
/// what was passed before a run was first spoken of, or before a restart, is not, so that nothing
/// is counted twice. Many publishers leave out calls, and at the end runs, that are behind; then
/// the word before is the last one. A run of which nothing is said for 15 minutes is forgotten, and
/// what was ahead of it is not counted.
///
/// Memory: some 50 bytes per call of the runs that are spoken of. Thread-safe.
public final class DelayWatch {

  /// After so long what was told of a run counts no more.
  private static final long SILENCE_SECONDS = 900;

  /// After so long what was told of a run says nothing of now.
  private static final long HOLDS_SECONDS = 300;

  private final DelayHistory history;
  private final Map<Run, RunWord> words = new HashMap<>();

  private record Run(String trip, LocalDate date) {}

  public DelayWatch(DelayHistory history) {
    this.history = history;
  }

  public DelayHistory history() {
    return history;
  }

  /// Takes what a source says of runs.
  ///
  /// @param country whose holidays count, two-letter code
  /// @param at epoch second at which it says so
  public synchronized void hear(Timetable published, List<ToldRun> runs, String country, long at) {
    Set<RunWord> heard = new HashSet<>();
    for (ToldRun run : runs) {
      Run key = new Run(published.trips().ids().get(run.trip()), run.date());
      RunWord word = words.get(key);
      if (word == null || !word.fits(run) || at - word.at() > SILENCE_SECONDS) {
        word = new RunWord(history, country, published, run, at);
        words.put(key, word);
      } else if (at > word.at()) {
        word.hear(published, run, at);
      }
      heard.add(word);
    }
    for (RunWord word : words.values()) {
      if (!heard.contains(word) && at - word.at() <= SILENCE_SECONDS) {
        word.passUntil(at);
      }
    }
    words.values().removeIf(word -> at - word.at() > SILENCE_SECONDS);
  }

  /// When something was told last of a run, while it holds.
  public synchronized OptionalLong toldAt(String trip, LocalDate date, long now) {
    RunWord word = words.get(new Run(trip, date));
    return word == null || now - word.at() > HOLDS_SECONDS
        ? OptionalLong.empty()
        : OptionalLong.of(word.at());
  }
}
