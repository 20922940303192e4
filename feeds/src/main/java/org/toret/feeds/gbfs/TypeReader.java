package org.toret.feeds.gbfs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.toret.base.notice.Severity;
import org.toret.network.sharing.FormFactor;
import org.toret.network.sharing.Propulsion;
import org.toret.network.sharing.ReturnConstraint;
import org.toret.network.sharing.SharingRows.PlanRow;
import org.toret.network.sharing.SharingRows.TypeRow;
import org.toret.network.sharing.VehicleTypes;
import tools.jackson.databind.JsonNode;

/// Reads `vehicle_types`. Without that file all vehicles are ordinary bicycles, as GBFS has it.
final class TypeReader {

  /// More is as good as any number.
  private static final int MOST_SEATS = 100;

  private final GbfsFolder folder;
  private final List<PlanRow> plans;
  private final boolean hasStations;
  private String file = "";

  TypeReader(GbfsFolder folder, List<PlanRow> plans, boolean hasStations) {
    this.folder = folder;
    this.plans = plans;
    this.hasStations = hasStations;
  }

  List<TypeRow> read() {
    List<TypeRow> rows = new ArrayList<>();
    Optional<GbfsFolder.Content> content = folder.find("vehicle_types");
    if (content.isEmpty()) {
      rows.add(
          new TypeRow(
              "",
              "",
              FormFactor.BICYCLE,
              Propulsion.HUMAN,
              VehicleTypes.NO_RANGE,
              onlyPlan(),
              hasStations ? ReturnConstraint.ANY_STATION : ReturnConstraint.FREE_FLOATING));
      return rows;
    }
    file = content.get().file();
    Set<String> taken = new HashSet<>();
    for (JsonNode type : content.get().data().path("vehicle_types")) {
      String id = Fields.text(type, "vehicle_type_id");
      if (id.isEmpty()) {
        folder.note("gbfs_missing_id", Severity.ERROR, file, "vehicle_type_id");
      } else if (!taken.add(id)) {
        folder.note("gbfs_duplicate_id", Severity.ERROR, file, id);
      } else {
        rows.add(type(id, type));
      }
    }
    return rows;
  }

  private TypeRow type(String id, JsonNode type) {
    Propulsion propulsion = propulsion(id, Fields.text(type, "propulsion_type"));
    int range = Fields.count(type, "max_range_meters", 0);
    return new TypeRow(
        id,
        Fields.text(type, "name"),
        form(id, Fields.text(type, "form_factor")),
        propulsion,
        range == 0 ? VehicleTypes.NO_RANGE : range,
        plan(id, type),
        returns(Fields.text(type, "return_constraint")),
        Math.min(MOST_SEATS, Fields.count(type, "rider_capacity", 0)));
  }

  /// Version 2 knew `scooter` without saying whether one stands or sits.
  private FormFactor form(String id, String text) {
    if (text.equals("scooter")) {
      return FormFactor.SCOOTER_STANDING;
    }
    try {
      return FormFactor.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      folder.note("gbfs_form_unknown", Severity.WARNING, file, id, text);
      return FormFactor.OTHER;
    }
  }

  private Propulsion propulsion(String id, String text) {
    try {
      return Propulsion.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      folder.note("gbfs_propulsion_unknown", Severity.WARNING, file, id, text);
      return Propulsion.HUMAN;
    }
  }

  /// Where nothing is said, stations decide: who has some expects vehicles back there.
  private ReturnConstraint returns(String text) {
    return switch (text) {
      case "free_floating" -> ReturnConstraint.FREE_FLOATING;
      case "roundtrip_station" -> ReturnConstraint.ROUNDTRIP_STATION;
      case "any_station" -> ReturnConstraint.ANY_STATION;
      case "hybrid" -> ReturnConstraint.HYBRID;
      default -> hasStations ? ReturnConstraint.ANY_STATION : ReturnConstraint.FREE_FLOATING;
    };
  }

  private String plan(String id, JsonNode type) {
    List<String> offered = Fields.texts(type.path("pricing_plan_ids"));
    String named = Fields.text(type, "default_pricing_plan_id");
    if (named.isEmpty()) {
      return offered.size() == 1 ? offered.getFirst() : onlyPlan();
    }
    if (plans.stream().noneMatch(plan -> plan.id().equals(named))) {
      folder.note("gbfs_plan_undefined", Severity.WARNING, file, id, named);
      return "";
    }
    return named;
  }

  private String onlyPlan() {
    return plans.size() == 1 ? plans.getFirst().id() : "";
  }
}
