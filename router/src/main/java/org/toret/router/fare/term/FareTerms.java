package org.toret.router.fare.term;

import java.time.LocalDate;
import java.util.List;
import org.toret.base.rules.RuleBook;
import org.toret.base.rules.RuleRow;

/// The rows of the fare extension that are in force on one day: what GTFS Fares v2 has no words
/// for, in rule tables. `feed` names a feed by its id, or by the web host of an agency in it
/// (`gtt.to.it`), so that a table fits a city however its files are called. Ids of products,
/// networks, areas and stops are the feed's own.
///
/// | table | columns | a row says |
/// | --- | --- | --- |
/// | `fare-term` | `feed,product,network,rides,dayEnds` | one ticket pays at most `rides` rides in
/// `network`; or it ends with the service day, at `dayEnds` (`HH:MM` of the local clock) |
/// | `fare-price` | `feed,product,medium,rider,cents` | the price of that offer from this day on;
/// an empty medium or rider means each |
/// | `fare-pass` | `feed,product,name,on,network,area,period` | who holds the product rides in
/// `network` of the feed `on` (empty: its own) between stops of `area` without paying, as long as
/// its period lasts; empty cells mean any |
/// | `fare-adoption` | `feed,network,stops,as,asNetwork` | rides of `feed` between two of `stops`
/// are paid as rides in `asNetwork` of the feed `as` |
/// | `fare-cap` | `feed,products,medium,rider,period,dayEnds,cents,name` | `rider` pays no more than
/// `cents` in a `period` (`day`, `week` from Monday, `month`) for tickets of `products`; with a
/// `medium` only who asks to pay on it; empty cells mean all, days end at `dayEnds` (empty:
/// midnight) |
/// | `fare-carnet` | `feed,product,of,rides` | `product` is a bundle of `rides` tickets `of` a product
/// of the feed |
/// | `fare-table` | `feed,network,from,to,ways,overKm,toKm,stops,product,group,cents,name,rider,
/// medium,currency,priority,through` | what a ride of `feed` in `network` costs by where it goes and
/// how far, see below |
///
/// A row of `fare-table` holds for rides that begin at one of `from` and end at one of `to` (stops,
/// stations or else areas of the feed, several with spaces between; empty: any), and the other way
/// round unless `ways` is `one`; that are longer than `overKm` and no longer than `toKm`; and that
/// go no more than `stops` stops ([LineMeasures] counts). Such a ride may be paid by `product` of
/// the feed, or where that is empty by a ticket of this very row for `cents` in `currency` (empty:
/// the feed's), called `name` and sold to `rider` on `medium` (empty: each). The rules for changes
/// between tickets are those of the feed's leg group `group`; none where it is empty. Rows stand
/// beside the rules of the feed; of those that hold the highest `priority` counts (empty: 0). With
/// `through` = `yes` rides of the network between which one changes inside a station are one ride,
/// from the first station to the last and as long as all together. A ride for which nothing holds
/// has no price. For agencies all of it is told, with examples, in `docs/fares.md`.
///
/// @param terms of tickets
/// @param tables of prices by stations, distance or stops
/// @param caps on what is paid in a period
/// @param carnets and what they are bundles of
/// @param prices of offers
/// @param passes and where they hold
/// @param adoptions of rides by another feed's tickets
public record FareTerms(
    List<RuleRow> terms,
    List<RuleRow> tables,
    List<RuleRow> caps,
    List<RuleRow> carnets,
    List<RuleRow> prices,
    List<RuleRow> passes,
    List<RuleRow> adoptions) {

  /// Nothing beyond the feeds.
  public static final FareTerms NONE =
      new FareTerms(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  /// What is in force on a day.
  public static FareTerms of(RuleBook rules, LocalDate day) {
    return new FareTerms(
        rules.list("fare-term", day),
        rules.list("fare-table", day),
        rules.list("fare-cap", day),
        rules.list("fare-carnet", day),
        rules.list("fare-price", day),
        rules.list("fare-pass", day),
        rules.list("fare-adoption", day));
  }

  /// Whether there is nothing in force.
  public boolean isEmpty() {
    return equals(NONE);
  }
}
