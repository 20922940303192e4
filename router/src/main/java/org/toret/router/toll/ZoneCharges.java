package org.toret.router.toll;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.toret.base.rules.RuleBook;
import org.toret.network.zone.AccessRegime;
import org.toret.network.zone.AccessZones;
import org.toret.network.zone.CarUser;
import org.toret.network.zone.ChargeText;
import org.toret.router.path.RideTrack;
import org.toret.router.toll.Rate.Unit;

/// The zones that are entered against a charge, by table `zone-charge`, whose rows name a zone in
/// column `zone`, or as their publishers say. Where the table has rows for a zone on a day it alone
/// counts: when none of them holds, the zone is free.
///
/// A charge by the day or the entry is due where the border is crossed inwards, at that moment; who
/// is inside already owes nothing. By the `passage` every crossing counts, by the `use` every
/// street inside.
final class ZoneCharges {

  /// Name of the table.
  static final String TABLE = "zone-charge";

  private static final int MINUTE_SECONDS = 60;

  private final AccessZones zones;
  private final RateTable table;
  private final Predicate<LocalDate> holiday;
  private final LongFunction<LocalDateTime> local;

  /// The edges of each zone that may cost something.
  private final Map<Integer, BitSet> edges = new TreeMap<>();

  private final Map<Integer, Set<Unit>> units = new HashMap<>();

  /// @param local epoch millisecond to city time
  ZoneCharges(
      AccessZones zones,
      RuleBook rules,
      Predicate<LocalDate> holiday,
      LongFunction<LocalDateTime> local) {
    this.zones = zones;
    this.holiday = holiday;
    this.local = local;
    table = new RateTable(rules, TABLE, "zone", Unit.DAY, holiday);
    List<RateTable.Row> rows = table.all();
    for (int zone = 0; zone < zones.regimes().size(); zone++) {
      List<String> names = names(zone);
      Set<Unit> paid = new TreeSet<>();
      rows.stream().filter(row -> row.isFor(names)).forEach(row -> paid.add(row.rate().unit()));
      if (zones.regimes().get(zone).isCharged()) {
        paid.add(told(zone).unit());
      }
      if (!paid.isEmpty()) {
        BitSet one = new BitSet();
        one.set(zone);
        edges.put(zone, zones.edges(one));
        units.put(zone, paid);
      }
    }
  }

  Map<Integer, Set<Unit>> units() {
    return units;
  }

  /// The zones that cost a car something at some moment of a time.
  ///
  /// @param from epoch second
  /// @param until epoch second
  BitSet possible(CarUser car, long from, long until) {
    BitSet possible = new BitSet();
    for (int zone : edges.keySet()) {
      for (long at = from; at <= until; at += MINUTE_SECONDS) {
        rate(zone, car, local.apply(1000 * at))
            .filter(rate -> rate.cents() != 0)
            .ifPresent(rate -> possible.set(zone));
      }
    }
    return possible;
  }

  boolean isNone() {
    return edges.isEmpty();
  }

  RateTable table() {
    return table;
  }

  /// Whether a name of the table is that of a zone.
  boolean isZone(String name) {
    return zones.regimes().stream()
        .anyMatch(zone -> zone.id().equalsIgnoreCase(name) || zone.name().equalsIgnoreCase(name));
  }

  BitSet edges(int zone) {
    return edges.getOrDefault(zone, new BitSet());
  }

  /// Whether a zone costs by what is driven inside, so that only who keeps out does not pay.
  boolean isByUse(int zone) {
    return units.getOrDefault(zone, Set.of()).contains(Unit.USE);
  }

  /// Whether leaving a zone costs too.
  boolean isByPassage(int zone) {
    return units.getOrDefault(zone, Set.of()).contains(Unit.PASSAGE);
  }

  /// Adds what a ride owes.
  ///
  /// @param departure epoch second
  void dues(RideTrack track, long departure, CarUser car, List<Due> dues) {
    edges.forEach((zone, inside) -> {
      List<Due> found = new ArrayList<>();
      boolean before = inside.get(track.edge(0));
      for (int i = 0; i < track.count(); i++) {
        boolean now = inside.get(track.edge(i));
        if (now || before) {
          crossed(zone, before, now, local.apply(1000 * departure + track.atMillis()[i]), car)
              .ifPresent(due -> add(found, due));
        }
        before = now;
      }
      dues.addAll(found);
    });
  }

  /// Of one day a daily charge is due once.
  private static void add(List<Due> found, Due due) {
    for (int i = 0; i < found.size(); i++) {
      Due known = found.get(i);
      if (known.rate().equals(due.rate()) && known.day() == due.day()) {
        double more = due.rate().unit().isDaily() ? 0 : due.quantity();
        found.set(i, new Due(known.charge(), known.rate(), known.quantity() + more, known.day()));
        return;
      }
    }
    found.add(due);
  }

  /// What is due when a stretch is begun, after one inside or not.
  private Optional<Due> crossed(
      int zone, boolean before, boolean now, LocalDateTime time, CarUser car) {
    boolean border = before != now;
    if (!border && !isByUse(zone)) {
      return Optional.empty();
    }
    return rate(zone, car, time)
        .filter(rate ->
            switch (rate.unit()) {
              case DAY, ENTRY, KM -> border && now;
              case PASSAGE -> border;
              case USE -> now;
            })
        .filter(rate -> rate.cents() != 0)
        .map(rate -> new Due(zone, rate, 1, time.toLocalDate().toEpochDay()));
  }

  private Optional<Rate> rate(int zone, CarUser car, LocalDateTime time) {
    List<String> names = names(zone);
    AccessRegime regime = zones.regimes().get(zone);
    if (table.knows(names, time.toLocalDate())) {
      return table.find(names, "", car, time).map(rate -> named(rate, regime));
    }
    return regime.isCharged() && !regime.isOpen(car, time, holiday)
        ? Optional.of(told(zone))
        : Optional.empty();
  }

  /// A row without a name of its own is called as the zone is.
  private static Rate named(Rate rate, AccessRegime regime) {
    boolean own = !rate.name().equals(regime.id()) || regime.name().isEmpty();
    return own
        ? rate
        : new Rate(
            regime.name(), rate.unit(), rate.cents(), rate.currency(), rate.rule(), rate.source());
  }

  /// The price as its publisher says.
  private Rate told(int zone) {
    AccessRegime regime = zones.regimes().get(zone);
    String name = regime.name().isEmpty() ? regime.id() : regime.name();
    Optional<ChargeText> text = ChargeText.parse(regime.charge());
    if (text.isEmpty() || text.get().unit().equals("km")) {
      return Rate.unknown(name, Unit.DAY, regime.id(), regime.id());
    }
    Unit unit = text.get().unit().equals("entry") ? Unit.ENTRY : Unit.DAY;
    return new Rate(
        name, unit, text.get().cents(), text.get().currency(), regime.id(), regime.id());
  }

  private List<String> names(int zone) {
    AccessRegime regime = zones.regimes().get(zone);
    return regime.name().isEmpty() ? List.of(regime.id()) : List.of(regime.id(), regime.name());
  }
}
