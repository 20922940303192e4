package org.toret.router.hire;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.toret.base.rules.RuleBook;
import org.toret.base.rules.RuleRow;
import org.toret.network.City;
import org.toret.network.sharing.Propulsion;
import org.toret.network.sharing.Sharing;
import org.toret.network.zone.AccessRegime;
import org.toret.network.zone.AccessZones;
import org.toret.network.zone.CarUser;

/// What shared cars may do where private ones may not, or pay: table `hire-zone`, whose rows exempt
/// the cars of a `system` (its id, `*` for all) of a `propulsion` (empty for any, as GBFS has it)
/// in a `zone` (id or name, `*` for all). Without a row a shared car is kept out as a private one
/// of its kind, and whether a charge is in its price is not known. Immutable and thread-safe.
public final class HireZones {

  /// Name of the table.
  public static final String TABLE = "hire-zone";

  private static final String ALL = "*";

  private final RuleBook rules;
  private final Sharing sharing;
  private final AccessZones zones;

  private HireZones(RuleBook rules, Sharing sharing, AccessZones zones) {
    this.rules = rules;
    this.sharing = sharing;
    this.zones = zones;
  }

  public static HireZones of(City city, RuleBook rules) {
    return of(city.sharing(), city.zones(), rules);
  }

  /// The same of its parts.
  public static HireZones of(Sharing sharing, AccessZones zones, RuleBook rules) {
    return new HireZones(rules, sharing, zones);
  }

  /// Whether there is any zone at all.
  public boolean isNone() {
    return zones.regimes().isEmpty();
  }

  /// Whether a row tells about a type of vehicle on a day.
  public boolean isTold(int type, LocalDate day) {
    return rules.list(TABLE, day).stream().anyMatch(row -> concerns(row, type));
  }

  /// A type of vehicle as a gate sees it, with permits for the zones it is exempt in.
  public CarUser car(int type, LocalDate day) {
    Set<String> permits = new TreeSet<>();
    for (RuleRow row : rules.list(TABLE, day)) {
      String zone = row.findText("zone");
      for (AccessRegime regime : concerns(row, type) ? zones.regimes() : List.<AccessRegime>of()) {
        if (zone.equals(ALL)
            || zone.equalsIgnoreCase(regime.id())
            || zone.equalsIgnoreCase(regime.name())) {
          permits.addAll(permits(regime));
        }
      }
    }
    return new CarUser(fuel(sharing.types().propulsion(type)), 0, permits);
  }

  /// Whether a vehicle is exempt from a charge.
  ///
  /// @param charge identity, see [org.toret.router.toll.Tolls]
  public boolean isExempt(CarUser car, String charge) {
    return car.permits().contains(charge);
  }

  /// Parts of a zone have ids of their own and one permit.
  private static Collection<String> permits(AccessRegime regime) {
    Set<String> permits = new TreeSet<>(List.of(regime.id()));
    regime.conditions().stream()
        .map(condition -> condition.permit())
        .filter(permit -> !permit.isEmpty() && regime.id().startsWith(permit))
        .forEach(permits::add);
    return permits;
  }

  private boolean concerns(RuleRow row, int type) {
    String system = row.findText("system");
    String propulsion = row.findText("propulsion").toUpperCase(Locale.ROOT);
    int own = sharing.types().systems()[type];
    return (system.equals(ALL) || system.equals(sharing.systems().ids().get(own)))
        && (propulsion.isEmpty() || propulsion.equals(sharing.types().propulsion(type).name()));
  }

  private static String fuel(Propulsion propulsion) {
    return switch (propulsion) {
      case ELECTRIC, HYDROGEN_FUEL_CELL -> "electric";
      case HYBRID, PLUG_IN_HYBRID -> "hybrid";
      case COMBUSTION -> "petrol";
      case COMBUSTION_DIESEL -> "diesel";
      case HUMAN, ELECTRIC_ASSIST -> "";
    };
  }
}
