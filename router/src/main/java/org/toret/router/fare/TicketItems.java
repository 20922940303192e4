package org.toret.router.fare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.toret.base.rules.RuleRow;
import org.toret.network.fare.FareOffers;
import org.toret.network.fare.FeedFares;
import org.toret.router.fare.term.TableRules;
import org.toret.router.fare.term.TicketTerms;

/// Turns the cheapest way to pay into the things one buys, each with the legs it pays for.
final class TicketItems {

  private static final int NONE = -1;

  private final FeedFares fares;
  private final TransferMatcher transfers;
  private final List<FareLeg> legs;
  private final Pocket pocket;
  private final Map<String, Saving> savings = new LinkedHashMap<>();
  private final TicketTerms terms;
  private final TableRules table;
  private final HeldPasses passes;
  private final List<Line> lines = new ArrayList<>();
  private final List<UnknownFare> unknown = new ArrayList<>();

  /// The ticket that further legs of the chain are written on.
  private int carrier = NONE;

  /// @param uses what is used of it, for the terms that bind it
  private record Line(
      int offer, String name, List<Integer> legs, long until, String rule, long uses) {}

  private TicketItems(
      FeedFares fares,
      TransferMatcher transfers,
      TableRules table,
      List<FareLeg> legs,
      LegRulePricer pricer) {
    this.fares = fares;
    this.transfers = transfers;
    this.legs = legs;
    pocket = pricer.pocket();
    terms = pricer.terms();
    this.table = table;
    passes = pricer.passes();
  }

  static FareResult of(
      FeedFares fares,
      TransferMatcher transfers,
      TableRules table,
      List<FareLeg> legs,
      LegRulePricer pricer) {
    TicketItems items = new TicketItems(fares, transfers, table, legs, pricer);
    Ticket last = pricer.cheapest();
    for (Ticket step : LegRulePricer.steps(last)) {
      items.add(step);
    }
    return items.result(last.cents());
  }

  /// What a cap takes off again.
  private static final class Saving {
    private final RuleRow row;
    private final List<Integer> legs = new ArrayList<>();
    private int cents;

    private Saving(RuleRow row) {
      this.row = row;
    }

    FareItem item() {
      String name = row.findText("name").isEmpty() ? row.id() : row.findText("name");
      return new FareItem(
          "ticket",
          row.id(),
          name,
          -cents,
          legs.stream().distinct().toList(),
          "",
          FareItem.NO_END,
          row.reference().toString(),
          row.sourceText());
    }
  }

  private static String heldName(HeldProduct held) {
    return held.carnet().isEmpty() ? held.product() : held.carnet();
  }

  private void add(Ticket step) {
    FareLeg leg = legs.get(step.leg());
    if (!pocket.ledger().isEmpty() && step.before() != null) {
      int standing = save(step.before().state().caps(), step.transferOffer(), leg);
      var _ = save(standing, step.offer(), leg);
    }
    if (step.legRule() == NONE && step.held() != NONE) {
      passes.add(step.held(), leg.legs());
    } else if (step.legRule() == NONE) {
      leg.legs().forEach(at -> unknown.add(new UnknownFare(at, LegRulePricer.reason(leg))));
    } else if (step.transferRule() == NONE) {
      start(step, leg);
    } else if (step.held() != NONE) {
      goOn(step, leg);
    } else {
      transfer(step, leg);
    }
  }

  /// Notes what is not charged of an offer; where the traveller stands with caps afterwards.
  private int save(int standing, int offer, FareLeg leg) {
    if (offer == NONE) {
      return standing;
    }
    int price = fares.offers().cents()[offer];
    int charged = pocket.ledger().charge(standing, offer, price, leg.departure());
    if (charged < price) {
      RuleRow row = pocket.ledger().row(standing, offer, leg.departure());
      Saving saving = savings.computeIfAbsent(row.id(), ignored -> new Saving(row));
      saving.cents += price - charged;
      saving.legs.addAll(leg.legs());
    }
    return pocket.ledger().after(standing, offer, price, leg.departure());
  }

  private void start(Ticket step, FareLeg leg) {
    String name = step.held() == NONE ? "" : heldName(pocket.holds().get(step.held()));
    RuleRow row = table.row(step.legRule());
    String rule =
        row == null
            ? reference("fare_leg_rules", fares.legRules().lines()[step.legRule()])
            : row.reference().toString();
    Ticket.State state = step.state();
    long limit = transfers.validUntil(state.group(), state.departure(), state.arrival());
    long until = Math.min(limit, terms.until(state.uses(), state.departure()));
    lines.add(new Line(step.offer(), name, new ArrayList<>(leg.legs()), until, rule, state.uses()));
    carrier = lines.size() - 1;
  }

  /// A ticket that had begun when the journey did, and what must be paid for using it on.
  private void goOn(Ticket step, FareLeg leg) {
    HeldProduct held = pocket.holds().get(step.held());
    int product = TicketTerms.index(fares.offers().productIds(), held.product());
    boolean same = transfers.rules().types()[step.transferRule()] != 1;
    long uses = same ? step.state().uses() : terms.unused(product);
    long from = held.validFromEpochSeconds();
    long until = Math.min(transfers.lastUse(product, from), terms.until(uses, from));
    String rule = reference("fare_transfer_rules", transfers.rules().lines()[step.transferRule()]);
    lines.add(new Line(NONE, heldName(held), new ArrayList<>(leg.legs()), until, rule, uses));
    carrier = lines.size() - 1;
    charge(step, leg, rule);
  }

  private void transfer(Ticket step, FareLeg leg) {
    int type = transfers.rules().types()[step.transferRule()];
    String rule = reference("fare_transfer_rules", transfers.rules().lines()[step.transferRule()]);
    boolean givesBack =
        type == 2 && step.before() != null && step.before().state().loneCents() != NONE;
    if (givesBack && carrier != NONE) {
      Line first = lines.remove(carrier);
      List<Integer> both = new ArrayList<>(first.legs());
      both.addAll(leg.legs());
      lines.add(new Line(step.transferOffer(), "", both, first.until(), rule, first.uses()));
      carrier = lines.size() - 1;
      return;
    }
    charge(step, leg, rule);
    if (type != 1 && carrier != NONE) {
      lines.get(carrier).legs().addAll(leg.legs());
    }
  }

  /// What is bought for a transfer; for a surcharge the new ticket too.
  private void charge(Ticket step, FareLeg leg, String rule) {
    if (step.transferOffer() != NONE && fares.offers().cents()[step.transferOffer()] != 0) {
      lines.add(
          new Line(
              step.transferOffer(), "", new ArrayList<>(leg.legs()), FareItem.NO_END, rule, 0));
    }
    if (transfers.rules().types()[step.transferRule()] == 1) {
      start(step, leg);
    }
  }

  private FareResult result(int cents) {
    FareOffers offers = fares.offers();
    List<FareItem> items = new ArrayList<>();
    String currency = "";
    for (Line line : lines) {
      boolean bought = line.offer() != NONE;
      currency = bought ? offers.currencies().get(line.offer()) : currency;
      items.add(item(offers, line, bought));
    }
    savings.values().forEach(saving -> items.add(saving.item()));
    items.addAll(passes.items());
    return new FareResult(cents, currency, unknown, items);
  }

  private FareItem item(FareOffers offers, Line line, boolean bought) {
    String product = bought ? product(line.offer()) : line.name();
    String name = bought ? offers.names().get(line.offer()) : called(offers, product);
    RuleRow price = bought ? terms.priceRow(line.offer()) : null;
    int medium = bought ? offers.media()[line.offer()] : NONE;
    return new FareItem(
        "ticket",
        product,
        name.isEmpty() ? product : name,
        bought ? offers.cents()[line.offer()] : 0,
        line.legs(),
        medium == NONE ? "" : mediumName(medium),
        line.until(),
        (price == null ? line.rule() : price.reference().toString())
            + terms.references(line.uses()),
        (price == null ? fares.id() + " " + fares.version() : price.sourceText())
            + terms.sources(line.uses()));
  }

  /// What a product is called that was not bought.
  private static String called(FareOffers offers, String product) {
    int index = TicketTerms.index(offers.productIds(), product);
    for (int offer : index < 0 ? new int[0] : offers.offersOfProduct().row(index)) {
      if (!offers.names().get(offer).isEmpty()) {
        return offers.names().get(offer);
      }
    }
    return "";
  }

  private String mediumName(int medium) {
    String name = fares.offers().mediumNames().get(medium);
    return name.isEmpty() ? fares.offers().mediumIds().get(medium) : name;
  }

  private String product(int offer) {
    FareOffers offers = fares.offers();
    for (int product = 0; product < offers.offersOfProduct().rows(); product++) {
      for (int i = offers.offersOfProduct().start(product);
          i < offers.offersOfProduct().end(product);
          i++) {
        if (offers.offersOfProduct().values()[i] == offer) {
          return offers.productIds().get(product);
        }
      }
    }
    throw new IllegalStateException("Offer " + offer + " belongs to no product");
  }

  private String reference(String file, int line) {
    return fares.id() + "@" + fares.version() + "#" + file + ":" + line;
  }
}
