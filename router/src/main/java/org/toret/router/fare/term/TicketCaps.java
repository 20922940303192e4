package org.toret.router.fare.term;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.toret.base.rules.RuleRow;

/// The most one rider pays for tickets of one feed within a day, a week or a month: the rows of
/// `fare-cap` ([FareTerms]), compiled. What is bought in a period costs its price until the cap is
/// reached and nothing from then on. Immutable and thread-safe; a [CapLedger] keeps count.
///
/// Caps over the same tickets form a group and all of them hold (a day's and a week's); the groups
/// have no ticket in common.
public final class TicketCaps {

  /// No caps.
  public static final TicketCaps NONE = new TicketCaps(ZoneId.of("UTC"), List.of());

  static final String PERIODS = "day|week|month";

  private final ZoneId zone;
  private final List<Cap> caps;

  /// @param offers what counts towards it
  /// @param rider for whom it holds, -1 for everybody
  /// @param medium on which one must ask to pay for it to hold, -1 for any
  /// @param dayEnds first second of the local day that belongs to it
  record Cap(
      BitSet offers,
      int rider,
      int medium,
      String period,
      LocalTime dayEnds,
      int cents,
      RuleRow row) {

    boolean concerns(int who, int payingOn) {
      return (rider < 0 || rider == who) && (medium < 0 || medium == payingOn);
    }

    /// Whether some ticket of somebody counts towards both, but not all do.
    boolean crosses(Cap other) {
      boolean sameRider = rider < 0 || other.rider < 0 || rider == other.rider;
      boolean sameMedium = medium < 0 || other.medium < 0 || medium == other.medium;
      boolean alike = offers.equals(other.offers) && dayEnds.equals(other.dayEnds);
      return sameRider && sameMedium && !alike && offers.intersects(other.offers);
    }

    /// The period in which a day lies.
    ///
    /// @param day days since 1970
    long period(long day) {
      LocalDate date = LocalDate.ofEpochDay(day);
      return switch (period) {
        case "week" -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toEpochDay();
        case "month" -> date.withDayOfMonth(1).toEpochDay();
        default -> day;
      };
    }

    String name() {
      String name = row.findText("name");
      return name.isEmpty() ? row.id() : name;
    }
  }

  /// @param caps of which no two cross
  /// @param zone of the feed
  TicketCaps(ZoneId zone, List<Cap> caps) {
    this.zone = zone;
    this.caps = List.copyOf(caps);
  }

  public boolean isEmpty() {
    return caps.isEmpty();
  }

  /// Whether there is a cap of this name.
  public boolean knows(String cap) {
    return caps.stream().anyMatch(known -> known.row().id().equals(cap));
  }

  /// The ledger of one traveller.
  ///
  /// @param rider index of the category
  /// @param medium index of the medium asked for, -1 for none in particular
  /// @param spent what was paid before the journey
  public CapLedger ledger(int rider, int medium, List<Spent> spent) {
    List<List<Cap>> groups = new ArrayList<>();
    for (Cap cap : caps) {
      if (cap.concerns(rider, medium)) {
        groupOf(cap, groups).add(cap);
      }
    }
    return new CapLedger(this, groups, spent);
  }

  private static List<Cap> groupOf(Cap cap, List<List<Cap>> groups) {
    for (List<Cap> group : groups) {
      if (group.getFirst().offers().equals(cap.offers())) {
        return group;
      }
    }
    List<Cap> group = new ArrayList<>();
    groups.add(group);
    return group;
  }

  /// The service day in which a moment lies, in days since 1970.
  int day(long epochSeconds, LocalTime dayEnds) {
    return (int)
        Instant.ofEpochSecond(epochSeconds)
            .atZone(zone)
            .toLocalDateTime()
            .minusSeconds(dayEnds.toSecondOfDay())
            .toLocalDate()
            .toEpochDay();
  }

  /// First second after a service day.
  long end(int day, LocalTime dayEnds) {
    return LocalDate.ofEpochDay(day).plusDays(1).atTime(dayEnds).atZone(zone).toEpochSecond();
  }
}
