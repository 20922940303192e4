package org.toret.router.fare.term;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.toret.base.columns.TextColumn;
import org.toret.base.rules.RuleRow;
import org.toret.network.fare.FareOffers;
import org.toret.network.fare.FeedFares;

/// The terms of tickets of one feed beyond its own rules ([FareTerms]), compiled: how often a
/// ticket may be used in a network, and that it ends with the service day.
///
/// What was used of a ticket is one `long`, four bits for each term: 0 where the term does not bind
/// the ticket, else one more than the rides counted. Fewer is never worse. A ticket is bound by the
/// terms of the product its chain began with. Immutable and thread-safe.
public final class TicketTerms {

  /// A feed without terms.
  public static final TicketTerms NONE = new TicketTerms(ZoneId.of("UTC"), List.of(), Map.of());

  /// Bit that says: the chain lives on a ticket that began before the journey and stays in the
  /// pocket.
  public static final long RUNNING = 1L << 60;

  /// No end.
  public static final long NO_END = Long.MAX_VALUE;

  private static final int BITS = 4;
  static final int MOST_TERMS = 15;
  static final int MOST_RIDES = 14;

  private final ZoneId zone;
  private final List<Term> terms;
  private final Map<Integer, RuleRow> priceRows;

  /// The day looked up last: a search asks for the same one again and again.
  private final AtomicReference<@Nullable Day> lastDay = new AtomicReference<>();

  /// @param network where rides are counted, -1 where the service day ends the ticket
  /// @param dayEnds first second of the local day that belongs to it, where there is no network
  private record Term(int product, int network, int rides, LocalTime dayEnds, RuleRow row) {}

  /// A service day, from its first second to the first after it.
  private record Day(LocalTime ends, long start, long end) {

    boolean holds(Term term, long epochSeconds) {
      return ends.equals(term.dayEnds()) && epochSeconds >= start && epochSeconds < end;
    }
  }

  private TicketTerms(ZoneId zone, List<Term> terms, Map<Integer, RuleRow> priceRows) {
    this.zone = zone;
    this.terms = terms;
    this.priceRows = priceRows;
  }

  /// The terms that speak of a feed.
  ///
  /// @param rows no more than [#MOST_TERMS], all usable
  static TicketTerms of(FeedFares fares, List<RuleRow> rows, Map<Integer, RuleRow> priceRows) {
    List<Term> terms = new ArrayList<>();
    for (RuleRow row : rows) {
      int product = index(fares.offers().productIds(), row.findText("product"));
      int network = index(fares.places().networkIds(), row.findText("network"));
      String ends = row.findText("dayEnds");
      int rides = (int) row.findNumber("rides").orElse(0);
      if (product >= 0 && network >= 0 && rides >= 1 && rides <= MOST_RIDES) {
        terms.add(new Term(product, network, rides, LocalTime.MIN, row));
      } else if (product >= 0 && !ends.isEmpty()) {
        terms.add(new Term(product, -1, 0, LocalTime.parse(ends), row));
      }
    }
    return new TicketTerms(ZoneId.of(fares.zone()), terms, priceRows);
  }

  /// The offers of a feed at the prices of the day.
  static FareOffers priced(FareOffers offers, List<RuleRow> rows, Map<Integer, RuleRow> changed) {
    int[] cents = offers.cents().clone();
    for (RuleRow row : rows) {
      int product = index(offers.productIds(), row.findText("product"));
      for (int offer : product < 0 ? new int[0] : offers.offersOfProduct().row(product)) {
        if (row.hasNumber("cents")
            && isMeant(offers.mediumIds(), offers.media()[offer], row.findText("medium"))
            && isMeant(offers.riderIds(), offers.riders()[offer], row.findText("rider"))) {
          cents[offer] = (int) Math.round(row.number("cents"));
          changed.put(offer, row);
        }
      }
    }
    return offers.withCents(cents);
  }

  private static boolean isMeant(TextColumn ids, int index, String wanted) {
    return wanted.isEmpty() || index >= 0 && ids.get(index).equals(wanted);
  }

  /// What is used of a new ticket of a product before its first leg.
  public long unused(int product) {
    long uses = 0;
    for (int i = 0; i < terms.size(); i++) {
      uses |= terms.get(i).product() == product ? 1L << i * BITS : 0;
    }
    return uses;
  }

  /// Whether a ticket may be used for one more leg.
  ///
  /// @param started epoch seconds of its first use
  public boolean allows(long uses, int[] networks, long started, long departure) {
    for (int i = 0; i < terms.size() && uses != 0; i++) {
      int count = count(uses, i);
      Term term = terms.get(i);
      if (count > 0 && term.network() < 0 && departure >= dayEnd(term, started)) {
        return false;
      }
      if (count > term.rides() && term.network() >= 0 && holds(networks, term.network())) {
        return false;
      }
    }
    return true;
  }

  /// What is used after one more leg.
  public long after(long uses, int[] networks) {
    long after = uses;
    for (int i = 0; i < terms.size() && uses != 0; i++) {
      Term term = terms.get(i);
      boolean counts = count(uses, i) > 0 && term.network() >= 0;
      after += counts && holds(networks, term.network()) ? 1L << i * BITS : 0;
    }
    return after;
  }

  /// What is used of running products, after one of them was used to a degree.
  public long merged(long running, long uses) {
    long merged = running;
    for (int i = 0; i < terms.size(); i++) {
      long mask = 15L << i * BITS;
      merged = count(uses, i) > 0 ? merged & ~mask | uses & mask : merged;
    }
    return merged;
  }

  /// What is used of a ticket that began before the journey and stays in the pocket.
  ///
  /// @param running what was used of such tickets in this journey
  /// @param uses what was used of it before
  public long used(long running, long uses) {
    return merged(uses, running) & spread(uses);
  }

  private long spread(long uses) {
    long mask = 0;
    for (int i = 0; i < terms.size(); i++) {
      mask |= count(uses, i) > 0 ? 15L << i * BITS : 0;
    }
    return mask;
  }

  /// Whether what is used of a ticket is no more than of another, under each term.
  public static boolean isNoMore(long uses, long other) {
    if (uses == other || uses == 0) {
      return true;
    }
    for (int at = 0; at < Long.SIZE; at += BITS) {
      if ((uses >>> at & 15) > (other >>> at & 15)) {
        return false;
      }
    }
    return true;
  }

  /// Whether a ticket is under each of some terms.
  ///
  /// @param terms as of an unused ticket
  public static boolean binds(long uses, long terms) {
    for (int at = 0; at < Long.SIZE && terms != 0; at += BITS) {
      if ((terms >>> at & 15) > 0 && (uses >>> at & 15) == 0) {
        return false;
      }
    }
    return true;
  }

  /// Until when a ticket can be used at most, [#NO_END] where no term says so.
  public long until(long uses, long started) {
    long until = NO_END;
    for (int i = 0; i < terms.size(); i++) {
      if (count(uses, i) > 0 && terms.get(i).network() < 0) {
        until = Math.min(until, dayEnd(terms.get(i), started));
      }
    }
    return until;
  }

  /// The rows that bind a ticket: ` + table@version#row` for each.
  public String references(long uses) {
    return joined(uses, row -> " + " + row.reference());
  }

  /// Where those rows come from.
  public String sources(long uses) {
    return joined(uses, row -> "; " + row.sourceText());
  }

  private String joined(long uses, Function<RuleRow, String> text) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < terms.size(); i++) {
      joined.append(count(uses, i) > 0 ? text.apply(terms.get(i).row()) : "");
    }
    return joined.toString();
  }

  /// The row that gave an offer its price, none where the feed did.
  public @Nullable RuleRow priceRow(int offer) {
    return priceRows.get(offer);
  }

  private long dayEnd(Term term, long started) {
    Day known = lastDay.get();
    if (known != null && known.holds(term, started)) {
      return known.end();
    }
    ZonedDateTime first = Instant.ofEpochSecond(started).atZone(zone);
    ZonedDateTime end = first.toLocalDate().atTime(term.dayEnds()).atZone(zone);
    ZonedDateTime next = end.isAfter(first) ? end : end.plusDays(1);
    Day day = new Day(term.dayEnds(), next.minusDays(1).toEpochSecond(), next.toEpochSecond());
    lastDay.set(day);
    return day.end();
  }

  private static int count(long uses, int term) {
    return (int) (uses >>> term * BITS) & 15;
  }

  private static boolean holds(int[] networks, int wanted) {
    for (int network : networks) {
      if (network == wanted) {
        return true;
      }
    }
    return false;
  }

  /// The index of an id, -1 where it is empty or not there.
  public static int index(TextColumn ids, String id) {
    for (int i = 0; i < ids.size() && !id.isEmpty(); i++) {
      if (ids.get(i).equals(id)) {
        return i;
      }
    }
    return -1;
  }
}
