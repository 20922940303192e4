package org.toret.mobility.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What alternatives are weighed by. Fare, energy and emissions are told of each whichever is
/// chosen.
public enum Criteria {

  /// All six: what is cheaper or cleaner and a little slower is looked for too.
  ALL("departure", "arrival", "transfers", "fare", "energy", "emissions"),

  /// Times alone, for who asks about many ways and wants the fastest: a fraction of the work.
  TIMES("departure", "arrival", "transfers");

  private final List<String> names;

  Criteria(String... names) {
    this.names = List.of(names);
  }

  /// The criteria one by one, as answers name them.
  public List<String> names() {
    return names;
  }

  /// Whether money, energy and emissions count.
  public boolean countCosts() {
    return this == ALL;
  }

  /// How it is asked for, `all` or `times`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// By its code.
  public static Optional<Criteria> find(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
