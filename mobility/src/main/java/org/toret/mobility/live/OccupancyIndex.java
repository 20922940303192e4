package org.toret.mobility.live;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How full vehicles are, as their publishers say: by run what is expected when a call is left, and
/// what holds in the vehicle now. Immutable.
public final class OccupancyIndex {

  /// Nothing is told.
  public static final OccupancyIndex NONE = new OccupancyIndex(List.of());

  private final Map<Key, Told> byRun = new HashMap<>();

  private record Key(String trip, LocalDate date) {}

  /// How full one run is; names of GTFS-Realtime in lower case.
  ///
  /// @param trip `feed:trip_id`
  /// @param bySequence when a call is left, by its published number
  /// @param byStop the same by `feed:stop_id`
  /// @param now in the vehicle, null where it is not told
  public record Told(
      String trip,
      LocalDate date,
      Map<Integer, String> bySequence,
      Map<String, String> byStop,
      @Nullable String now) {

    public Told {
      bySequence = Map.copyOf(bySequence);
      byStop = Map.copyOf(byStop);
    }

    private Told with(Told later) {
      Map<Integer, String> sequences = new HashMap<>(bySequence);
      sequences.putAll(later.bySequence);
      Map<String, String> stops = new HashMap<>(byStop);
      stops.putAll(later.byStop);
      return new Told(trip, date, sequences, stops, later.now == null ? now : later.now);
    }
  }

  /// @param told several of one run are joined, the later counts
  public OccupancyIndex(List<Told> told) {
    told.forEach(one -> byRun.merge(new Key(one.trip(), one.date()), one, Told::with));
  }

  public boolean isEmpty() {
    return byRun.isEmpty();
  }

  /// How full a run is expected to be behind a call, else how full it is now; null where neither is
  /// told.
  ///
  /// @param trip `feed:trip_id`
  /// @param sequence published number of the call
  /// @param stop `feed:stop_id` of the call
  public @Nullable String find(String trip, LocalDate date, int sequence, String stop) {
    Told told = byRun.get(new Key(trip, date));
    if (told == null) {
      return null;
    }
    String expected = told.bySequence().get(sequence);
    expected = expected == null ? told.byStop().get(stop) : expected;
    return expected == null ? told.now() : expected;
  }
}
