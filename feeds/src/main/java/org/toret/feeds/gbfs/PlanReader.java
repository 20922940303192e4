package org.toret.feeds.gbfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.toret.base.notice.Severity;
import org.toret.network.sharing.PriceSteps;
import org.toret.network.sharing.PricingPlans;
import org.toret.network.sharing.SharingRows.PlanRow;
import org.toret.network.sharing.SharingRows.StepRow;
import tools.jackson.databind.JsonNode;

/// Reads `system_pricing_plans`. A plan with a price that cannot be read is left out as a whole:
/// half a price is a wrong one.
final class PlanReader {

  private final GbfsFolder folder;
  private String file = "";

  PlanReader(GbfsFolder folder) {
    this.folder = folder;
  }

  List<PlanRow> read() {
    List<PlanRow> rows = new ArrayList<>();
    Optional<GbfsFolder.Content> content = folder.find("system_pricing_plans");
    if (content.isEmpty()) {
      folder.note("gbfs_no_plans", Severity.WARNING, "");
      return rows;
    }
    file = content.get().file();
    for (JsonNode plan : content.get().data().path("plans")) {
      plan(plan).ifPresent(rows::add);
    }
    return rows;
  }

  private Optional<PlanRow> plan(JsonNode plan) {
    String id = Fields.text(plan, "plan_id");
    String currency = Fields.text(plan, "currency");
    Optional<Long> price = Fields.micros(plan, "price");
    Optional<List<StepRow>> byKilometre = steps(plan.path("per_km_pricing"));
    Optional<List<StepRow>> byMinute = steps(plan.path("per_min_pricing"));
    boolean usable =
        !id.isEmpty()
            && currency.matches("[A-Z]{3}")
            && price.isPresent()
            && byKilometre.isPresent()
            && byMinute.isPresent();
    if (!usable) {
      folder.note("gbfs_plan_invalid", Severity.ERROR, file, id);
      return Optional.empty();
    }
    int flags =
        (Fields.flag(plan, "is_taxable", false) ? PricingPlans.TAXED_APART : 0)
            | (Fields.flag(plan, "surge_pricing", false) ? PricingPlans.SURGE : 0);
    return Optional.of(
        new PlanRow(
            id,
            Fields.text(plan, "name"),
            currency,
            price.get(),
            flags,
            byKilometre.get(),
            byMinute.get()));
  }

  private static Optional<List<StepRow>> steps(JsonNode segments) {
    List<StepRow> steps = new ArrayList<>();
    for (JsonNode segment : segments) {
      Optional<Long> rate = Fields.micros(segment, "rate");
      int start = Fields.count(segment, "start", -1);
      int interval = Fields.count(segment, "interval", -1);
      int end = Fields.count(segment, "end", PriceSteps.NO_END);
      if (rate.isEmpty() || start < 0 || interval < 0 || end < start) {
        return Optional.empty();
      }
      steps.add(new StepRow(start, rate.get(), interval, end));
    }
    return Optional.of(steps);
  }
}
