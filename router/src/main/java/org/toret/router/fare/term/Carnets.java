package org.toret.router.fare.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.toret.base.rules.RuleRow;
import org.toret.network.fare.FareOffers;

/// Tickets sold by the bundle: the rows of `fare-carnet` ([FareTerms]) of one feed. Immutable.
///
/// Who holds a carnet has its tickets in hand; nobody tells how many are left, so all of them are
/// taken to be. What one ticket of it comes to is an offer of its own, behind those of the feed,
/// seen only by who asks for it.
public final class Carnets {

  /// No carnets.
  public static final Carnets NONE = new Carnets(Integer.MAX_VALUE, List.of());

  /// No journey needs more tickets of one kind.
  private static final int MOST_TICKETS = 12;

  private final int firstOffer;
  private final List<Bundle> bundles;

  /// @param product id of the carnet
  /// @param of id of the ticket it is a bundle of
  private record Bundle(String product, String of, int rides) {}

  private Carnets(int firstOffer, List<Bundle> bundles) {
    this.firstOffer = firstOffer;
    this.bundles = List.copyOf(bundles);
  }

  /// Lays carnets over the offers of a feed.
  ///
  /// @param rows all usable
  /// @param priceRows takes the row behind each offer that is added
  static Carnets lay(OfferColumns offers, List<RuleRow> rows, Map<Integer, RuleRow> priceRows) {
    FareOffers before = offers.build();
    List<Bundle> bundles = new ArrayList<>();
    for (RuleRow row : rows) {
      String product = row.findText("product");
      int rides = (int) row.number("rides");
      int of = offers.find(row.findText("of"));
      bundles.add(new Bundle(product, row.findText("of"), rides));
      int bundle = TicketTerms.index(before.productIds(), product);
      for (int offer : bundle < 0 ? new int[0] : before.offersOfProduct().row(bundle)) {
        String name = before.names().get(offer);
        int unit =
            offers.add(
                of,
                (name.isEmpty() ? product : name) + " 1/" + rides,
                before.riders()[offer],
                before.media()[offer],
                Math.round((float) before.cents()[offer] / rides),
                before.currencies().get(offer));
        priceRows.put(unit, row);
      }
    }
    return new Carnets(before.cents().length, bundles);
  }

  /// The first offer that is the share of one ticket in a carnet.
  public int firstOffer() {
    return firstOffer;
  }

  /// The ticket in a carnet, empty where the product is none.
  public String ticket(String product) {
    for (Bundle bundle : bundles) {
      if (bundle.product().equals(product)) {
        return bundle.of();
      }
    }
    return "";
  }

  /// How many tickets of a carnet may be used on one journey.
  public int tickets(String product) {
    for (Bundle bundle : bundles) {
      if (bundle.product().equals(product)) {
        return Math.min(bundle.rides(), MOST_TICKETS);
      }
    }
    return 0;
  }
}
