package org.toret.network.zone;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Predicate;

/// Who may enter some streets, and when: of the conditions that apply the last one counts, without
/// any the default. A regime with a charge closes nothing: when it would, entering costs something.
///
/// @param id `feed:zone`, also the name of a permit for it
/// @param name what people call it, empty where it has no name
/// @param open whether anybody may enter where no condition applies
/// @param charge what entering costs as its publisher writes it, see [ChargeText]; empty where it
///   costs nothing
public record AccessRegime(
    String id, String name, boolean open, List<AccessCondition> conditions, String charge) {

  public AccessRegime {
    conditions = List.copyOf(conditions);
  }

  /// A regime without a charge.
  public AccessRegime(String id, String name, boolean open, List<AccessCondition> conditions) {
    this(id, name, open, conditions, "");
  }

  /// Whether entering costs something instead of being forbidden.
  public boolean isCharged() {
    return !charge.isEmpty();
  }

  /// Whether a car may enter at a time.
  ///
  /// @param time city time
  /// @param holiday which days are public holidays
  public boolean isOpen(CarUser car, LocalDateTime time, Predicate<LocalDate> holiday) {
    boolean entry = open;
    for (AccessCondition condition : conditions) {
      if (condition.applies(car, time, holiday)) {
        entry = condition.entry();
      }
    }
    return entry;
  }

  /// Whether a car may enter at every moment of a time, both ends included.
  public boolean isOpen(
      CarUser car, LocalDateTime from, LocalDateTime until, Predicate<LocalDate> holiday) {
    if (!isOpen(car, from, holiday)) {
      return false;
    }
    for (LocalDate day = from.toLocalDate();
        !day.isAfter(until.toLocalDate());
        day = day.plusDays(1)) {
      for (AccessCondition condition : conditions) {
        for (int second : List.of(0, condition.fromSecond(), condition.untilSecond())) {
          LocalDateTime change = day.atStartOfDay().plus(Duration.ofSeconds(second));
          boolean within = change.isAfter(from) && !change.isAfter(until);
          if (within && !isOpen(car, change, holiday)) {
            return false;
          }
        }
      }
    }
    return true;
  }
}
