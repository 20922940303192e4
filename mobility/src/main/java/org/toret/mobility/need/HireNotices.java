package org.toret.mobility.need;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.network.sharing.Sharing;
import org.toret.network.zone.AccessRegime;
import org.toret.network.zone.AccessZones;
import org.toret.router.hire.HireEngine;
import org.toret.router.hire.HireLack;
import org.toret.router.hire.HireQuery;

/// Why a system of shared vehicles that was asked for carries nobody: the reason that says most, of
/// all its types.
public final class HireNotices {

  private static final Set<TravelMode> SHARED =
      EnumSet.of(TravelMode.BIKESHARE, TravelMode.SCOOTER, TravelMode.CARSHARE);

  private final HireEngine engine;
  private final AccessZones zones;
  private final PlanRequest request;

  public HireNotices(HireEngine engine, AccessZones zones, PlanRequest request) {
    this.engine = engine;
    this.zones = zones;
    this.request = request;
  }

  /// `hire_zone_avoided`, `hire_car_small`, `hire_no_parking`, `hire_too_few` or
  /// `hire_place_unknown` for each system; where nothing but shared vehicles is asked for, also
  /// `hire_none_near` and `hire_no_way`.
  ///
  /// @param missed questions for types with which no way was found
  public List<Notice> of(List<HireQuery> missed) {
    Sharing sharing = engine.sharing();
    Map<String, List<Reason>> bySystem = new TreeMap<>();
    for (HireQuery query : missed) {
      Reason reason = reason(query);
      if (reason != null) {
        String name = sharing.systems().names().get(sharing.types().systems()[query.type()]);
        bySystem.computeIfAbsent(name, fresh -> new ArrayList<>()).add(reason);
      }
    }
    List<Notice> notices = new ArrayList<>();
    bySystem.forEach((name, reasons) -> {
      Reason first = reasons.stream().min(Comparator.comparingInt(Reason::rank)).orElseThrow();
      if (!first.isUsual() || isAlone()) {
        notices.add(notice(first.code(), name, first.what()));
      }
    });
    return notices;
  }

  /// @param what beside the name of the system
  /// @param isUsual whether it is no news: most places have no vehicle near
  private record Reason(int rank, String code, Object what, boolean isUsual) {}

  private @Nullable Reason reason(HireQuery query) {
    HireLack lack = engine.why(query).orElse(null);
    int persons = request.traveller().persons();
    boolean there = lack != null && lack.ordinal() < HireLack.NOT_KNOWN.ordinal();
    if (engine.sharing().types().isTooSmall(query.type(), persons) && (there || find(query))) {
      return new Reason(1, "hire_car_small", persons, false);
    }
    int limit = request.limits().maxWalkMetres();
    return switch (lack) {
      case null -> null;
      case CLOSED -> new Reason(0, "hire_zone_avoided", names(query), false);
      case NO_PLACE_TO_LEAVE -> new Reason(2, "hire_no_parking", limit, false);
      case TOO_FEW -> new Reason(3, "hire_too_few", persons, false);
      case NOT_KNOWN -> new Reason(4, "hire_place_unknown", "", false);
      case NO_WAY -> new Reason(5, "hire_no_way", "", true);
      case NONE_NEAR -> new Reason(6, "hire_none_near", limit, true);
    };
  }

  private boolean find(HireQuery query) {
    return !engine.find(query).isEmpty();
  }

  /// The closed zones that a ride would lead through.
  private String names(HireQuery query) {
    BitSet closed = query.closed();
    List<GeoPoint> line = engine.find(query.open()).getFirst().ride().line();
    return AccessRegime.names(zones.holding(closed, line));
  }

  private boolean isAlone() {
    return request.modes().stream()
        .allMatch(mode -> SHARED.contains(mode) || mode == TravelMode.WALK);
  }

  private static Notice notice(String code, Object... args) {
    return Notice.of(code, Severity.INFO, Place.ofFeed(""), args);
  }
}
