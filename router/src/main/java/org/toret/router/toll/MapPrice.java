package org.toret.router.toll;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.toret.network.zone.CarUser;
import org.toret.network.zone.ChargeText;
import org.toret.network.zone.ConditionalText;
import org.toret.network.zone.ConditionalText.Clause;

/// What a map says that a road or booth costs: `toll` and `charge`, and from when to when and for
/// whom (`toll:conditional`, `charge:conditional`).
///
/// A condition that holds goes before the value without one, a condition that was not read makes
/// the price unknown. Where all prices have conditions, it is free when none holds.
///
/// @param toll `yes`, `no` or empty
/// @param charge as [ChargeText] reads it, empty where none is told
/// @param tolls `yes` and `no` with their conditions
/// @param charges prices with their conditions
record MapPrice(String toll, String charge, ConditionalText tolls, ConditionalText charges) {

  private static final ChargeText FREE = new ChargeText(0, "", "");
  private static final List<String> PERSONS =
      List.of("delivery", "disabled", "emergency", "employees", "bus", "psv", "taxi", "hov");

  /// @param permit what residents and others with a permit hold
  static MapPrice of(String toll, String charge, String tolls, String charges, String permit) {
    return new MapPrice(toll, charge, conditional(tolls, permit), conditional(charges, permit));
  }

  private static ConditionalText conditional(String text, String permit) {
    return ConditionalText.parse(
        text,
        word ->
            switch (word) {
              case "permit", "permit_holder", "private", "residents", "resident" ->
                  Optional.of(permit);
              default -> PERSONS.contains(word) ? Optional.of(word) : Optional.empty();
            });
  }

  boolean isUntold() {
    return charge.isEmpty() && tolls.clauses().isEmpty() && charges.clauses().isEmpty();
  }

  /// The price for a car at a time; empty where it is not known.
  Optional<ChargeText> at(CarUser car, LocalDateTime time, Predicate<LocalDate> holiday) {
    Optional<Clause> paid = tolls.counting(car, time, holiday);
    if (paid.isPresent() && !paid.get().isRead()) {
      return Optional.empty();
    }
    boolean always = toll.equals("yes") || tolls.clauses().isEmpty();
    if (paid.map(clause -> clause.value().equals("no")).orElse(!always)) {
      return Optional.of(FREE);
    }
    Optional<Clause> priced = priced().counting(car, time, holiday);
    if (priced.isPresent()) {
      return read(priced.get());
    }
    return charge.isEmpty() && !charges.clauses().isEmpty()
        ? Optional.of(FREE)
        : ChargeText.parse(charge);
  }

  /// The clauses that tell no price for cars leave the others.
  private ConditionalText priced() {
    return new ConditionalText(
        charges.clauses().stream()
            .filter(clause -> !ChargeText.isForOthers(clause.value()))
            .toList());
  }

  private static Optional<ChargeText> read(Clause clause) {
    if (!clause.isRead()) {
      return Optional.empty();
    }
    boolean free = clause.value().equals("no") || clause.value().equals("0");
    return free ? Optional.of(FREE) : ChargeText.parse(clause.value());
  }

  /// What of it cannot be read, as written.
  List<String> unread() {
    List<String> unread = new ArrayList<>(tolls.unread());
    unread.addAll(charges.unread());
    charges.clauses().stream()
        .filter(clause -> clause.isRead() && !clause.when().isEmpty())
        .filter(clause -> !ChargeText.isForOthers(clause.value()) && read(clause).isEmpty())
        .forEach(clause -> unread.add(clause.text()));
    return unread;
  }
}
