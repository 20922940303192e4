package org.toret.feeds.siri;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.toret.feeds.gtfsrt.Alert;

/// Everything that a source has said by SIRI. What it names is named as it was published; a
/// [SiriMatcher] finds what is meant.
///
/// Each kind of content follows its own rules: an answer to a request says everything of its kind,
/// a delivery to a subscriber what has changed (it carries the `SubscriptionRef`), and what one
/// kind says leaves the others in force.
public final class SiriMessage {

  /// How long what was said of runs and vehicles holds.
  private static final long AGE_SECONDS = 5 * 60;

  private static final long OVER_SECONDS = 3600;

  private final Map<Kind, Told> told;
  private final List<SiriJourney> journeys;
  private final List<SiriVehicle> vehicles;
  private final List<Alert> situations;
  private final List<Alert> facilities;
  private final Set<String> gone;

  SiriMessage(
      Map<Kind, Told> told,
      List<SiriJourney> journeys,
      List<SiriVehicle> vehicles,
      List<Alert> situations,
      List<Alert> facilities,
      Set<String> gone) {
    this.told = Map.copyOf(told);
    this.journeys = List.copyOf(journeys);
    this.vehicles = List.copyOf(vehicles);
    this.situations = List.copyOf(situations);
    this.facilities = List.copyOf(facilities);
    this.gone = Set.copyOf(gone);
  }

  /// The kinds of content that are read.
  public enum Kind {
    /// Estimated timetables: how runs go.
    ET,
    /// Vehicle monitoring: where vehicles are.
    VM,
    /// Situation exchange: disruptions.
    SX,
    /// Facility monitoring: what does not work.
    FM
  }

  /// When one kind of content was made.
  ///
  /// @param isChanges whether it says only what has changed
  record Told(long atEpochSeconds, boolean isChanges) {}

  /// How many records of all kinds it has.
  public int count() {
    return journeys.size() + vehicles.size() + situations.size() + facilities.size();
  }

  /// The kinds that it speaks of, be it to say that there is nothing.
  public Set<Kind> kinds() {
    return told.keySet();
  }

  /// When the newest of its content was made, epoch second.
  public long atEpochSeconds() {
    return told.values().stream().mapToLong(Told::atEpochSeconds).max().orElse(0);
  }

  /// Whether all that it says was made before what another says of the same kinds.
  public boolean isOlderThan(SiriMessage other) {
    return told.entrySet().stream()
        .allMatch(entry -> {
          Told theirs = other.told.get(entry.getKey());
          return theirs != null && entry.getValue().atEpochSeconds() < theirs.atEpochSeconds();
        });
  }

  /// What holds after the next message of the same source. Runs that are over and vehicles not
  /// heard of are forgotten.
  public SiriMessage followedBy(SiriMessage next) {
    Map<Kind, Told> both = new EnumMap<>(Kind.class);
    both.putAll(told);
    both.putAll(next.told);
    long now = Math.max(atEpochSeconds(), next.atEpochSeconds());
    return new SiriMessage(
        both,
        joined(Kind.ET, next, journeys, next.journeys, SiriJourney::entityId).stream()
            .filter(one -> isFresh(both, Kind.ET, now) && !one.isOver(now - OVER_SECONDS))
            .toList(),
        joined(Kind.VM, next, vehicles, next.vehicles, one -> one.position().entityId()).stream()
            .filter(one ->
                isFresh(both, Kind.VM, now)
                    && one.journey().saidAtEpochSeconds() > now - AGE_SECONDS)
            .toList(),
        joined(Kind.SX, next, situations, next.situations, Alert::entityId),
        joined(Kind.FM, next, facilities, next.facilities, Alert::entityId),
        Set.of());
  }

  private static boolean isFresh(Map<Kind, Told> told, Kind kind, long now) {
    Told known = told.get(kind);
    return known != null && now - known.atEpochSeconds() <= AGE_SECONDS;
  }

  private <E> List<E> joined(
      Kind kind, SiriMessage next, List<E> before, List<E> after, Function<E, String> id) {
    Told theirs = next.told.get(kind);
    if (theirs == null) {
      return before;
    }
    Map<String, E> byId = new LinkedHashMap<>();
    if (theirs.isChanges()) {
      before.forEach(entity -> byId.put(id.apply(entity), entity));
      byId.keySet().removeAll(new HashSet<>(next.gone));
    }
    after.forEach(entity -> byId.put(id.apply(entity), entity));
    return List.copyOf(byId.values());
  }

  List<SiriJourney> journeys() {
    return journeys;
  }

  List<SiriVehicle> vehicles() {
    return vehicles;
  }

  List<Alert> situations() {
    return situations;
  }

  List<Alert> facilities() {
    return facilities;
  }
}
