package org.toret.network.zone;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Who may enter some streets, and when: of the conditions that apply the last one counts, without
/// any the default. A regime with a charge closes nothing: when it would, entering costs something.
///
/// @param id `feed:zone`, also the name of a permit for it
/// @param name what people call it, empty where it has no name
/// @param open whether anybody may enter where no condition applies
/// @param charge what entering costs as its publisher writes it, see [ChargeText]; empty where it
///   costs nothing
/// @param firstDay from when on its publisher states it; it counts on any day all the same
/// @param lastDay until when its publisher states it: what is in force is rarely published anew,
///   and to drop it would be worse than to say how old it is
public record AccessRegime(
    String id,
    String name,
    boolean open,
    List<AccessCondition> conditions,
    String charge,
    LocalDate firstDay,
    LocalDate lastDay) {

  public AccessRegime {
    conditions = List.copyOf(conditions);
  }

  /// A regime whose publisher names no dates.
  public AccessRegime(
      String id, String name, boolean open, List<AccessCondition> conditions, String charge) {
    this(
        id,
        name,
        open,
        conditions,
        charge,
        AccessCondition.ALWAYS_FROM,
        AccessCondition.ALWAYS_UNTIL);
  }

  /// A regime without a charge or dates.
  public AccessRegime(String id, String name, boolean open, List<AccessCondition> conditions) {
    this(id, name, open, conditions, "");
  }

  /// The same as stated for some days.
  public AccessRegime stated(LocalDate first, LocalDate last) {
    return new AccessRegime(id, name, open, conditions, charge, first, last);
  }

  /// Whether its publisher names the days for which it is stated.
  public boolean isDated() {
    return !firstDay.equals(AccessCondition.ALWAYS_FROM)
        || !lastDay.equals(AccessCondition.ALWAYS_UNTIL);
  }

  /// Whether a day is one for which its publisher states it.
  public boolean isStatedOn(LocalDate day) {
    return !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }

  /// The names of some, each once, as a text has them.
  public static String names(Collection<AccessRegime> some) {
    return some.stream()
        .map(AccessRegime::name)
        .filter(name -> !name.isEmpty())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /// The feed it comes from.
  public String feed() {
    return id.substring(0, Math.max(0, id.indexOf(':')));
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
