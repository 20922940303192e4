package org.toret.router.fare.term;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.rules.RuleRow;
import org.toret.network.fare.FareOffers;
import org.toret.network.fare.FeedFares;

/// Binds the rows of `fare-cap` to one feed. For one compilation.
final class CapCompiler {

  private static final int UPGRADE = 2;

  private final TermRows cells;
  private final FeedFares fares;

  /// @param fares of the feed, with the offers of tables
  CapCompiler(TermRows cells, FeedFares fares) {
    this.cells = cells;
    this.fares = fares;
  }

  TicketCaps compile(List<RuleRow> rows) {
    if (rows.isEmpty()) {
      return TicketCaps.NONE;
    }
    Place place = Place.ofFile(fares.id(), rows.getFirst().reference().tableAndVersion());
    boolean legs = fares.model() == FeedFares.Model.LEG_RULES;
    boolean upgrades =
        Arrays.stream(fares.transferRules().types()).anyMatch(type -> type == UPGRADE);
    if (!legs || upgrades) {
      cells.notices().add(Notice.of("fare_caps_not_used", Severity.WARNING, place));
      return TicketCaps.NONE;
    }
    List<TicketCaps.Cap> caps = new ArrayList<>();
    for (RuleRow row : rows) {
      if (isSound(row)) {
        add(cap(row), caps, place);
      }
    }
    return caps.isEmpty() ? TicketCaps.NONE : new TicketCaps(ZoneId.of(fares.zone()), caps);
  }

  private void add(TicketCaps.Cap cap, List<TicketCaps.Cap> caps, Place place) {
    for (TicketCaps.Cap other : caps) {
      if (cap.crosses(other)) {
        String name = other.row().id();
        cells
            .notices()
            .add(Notice.of("fare_caps_cross", Severity.WARNING, place, cap.row().id(), name));
        return;
      }
    }
    caps.add(cap);
  }

  private boolean isSound(RuleRow row) {
    FareOffers offers = fares.offers();
    String medium = row.findText("medium");
    String rider = row.findText("rider");
    String ends = row.findText("dayEnds");
    boolean products = true;
    for (String product : TermRows.words(row.findText("products"))) {
      products &= TicketTerms.index(offers.productIds(), product) >= 0;
    }
    return cells.known(row, "products", products)
        && cells.known(
            row, "medium", medium.isEmpty() || TicketTerms.index(offers.mediumIds(), medium) >= 0)
        && cells.known(
            row, "rider", rider.isEmpty() || TicketTerms.index(offers.riderIds(), rider) >= 0)
        && cells.known(row, "period", row.findText("period").matches(TicketCaps.PERIODS))
        && cells.known(row, "dayEnds", ends.isEmpty() || TermRows.isTime(ends))
        && cells.known(row, "cents", row.findNumber("cents").orElse(0) > 0);
  }

  private TicketCaps.Cap cap(RuleRow row) {
    FareOffers offers = fares.offers();
    List<String> products = TermRows.words(row.findText("products"));
    BitSet counted = new BitSet();
    for (int product = 0; product < offers.productIds().size(); product++) {
      if (products.isEmpty() || products.contains(offers.productIds().get(product))) {
        for (int offer : offers.offersOfProduct().row(product)) {
          counted.set(offer);
        }
      }
    }
    String ends = row.findText("dayEnds");
    return new TicketCaps.Cap(
        counted,
        TicketTerms.index(offers.riderIds(), row.findText("rider")),
        TicketTerms.index(offers.mediumIds(), row.findText("medium")),
        row.findText("period"),
        ends.isEmpty() ? LocalTime.MIDNIGHT : LocalTime.parse(ends),
        (int) Math.round(row.number("cents")),
        row);
  }
}
