package org.toret.router.fare;

import org.toret.base.columns.IntList;
import org.toret.network.fare.FareOffers;
import org.toret.network.fare.FeedFares;

/// What one traveller can buy from a feed: the offers of a product for his category and medium.
final class OfferShelf {

  /// No such offer.
  static final int NONE = -1;

  private final FareOffers offers;
  private final int rider;
  private final int medium;

  OfferShelf(FeedFares fares, FareOptions options) {
    offers = fares.offers();
    int wanted = find(offers.riderIds(), options.rider());
    rider = wanted == NONE ? offers.defaultRider() : wanted;
    medium = find(offers.mediumIds(), options.medium());
  }

  FareOffers offers() {
    return offers;
  }

  /// The media on which a product can be bought, [FareOffers#ANY] where none is stated.
  int[] media(int product) {
    IntList media = new IntList();
    for (int offer : eligible(product)) {
      boolean known = false;
      for (int i = 0; i < media.size(); i++) {
        known |= media.get(i) == offers.media()[offer];
      }
      if (!known) {
        media.add(offers.media()[offer]);
      }
    }
    return media.toArray();
  }

  /// The cheapest offer of a product in a chain that is paid on a medium, or [#NONE].
  int cheapest(int product, int chainMedium) {
    int best = NONE;
    for (int offer : eligible(product)) {
      int on = offers.media()[offer];
      boolean fits = chainMedium == FareOffers.ANY || on == FareOffers.ANY || on == chainMedium;
      if (fits && (best == NONE || offers.cents()[offer] < offers.cents()[best])) {
        best = offer;
      }
    }
    return best;
  }

  private int[] eligible(int product) {
    IntList found = new IntList();
    for (int i = offers.offersOfProduct().start(product);
        i < offers.offersOfProduct().end(product);
        i++) {
      int offer = offers.offersOfProduct().values()[i];
      int who = offers.riders()[offer];
      int on = offers.media()[offer];
      if ((who == FareOffers.ANY || who == rider)
          && (medium == NONE || on == FareOffers.ANY || on == medium)) {
        found.add(offer);
      }
    }
    return found.toArray();
  }

  private static int find(org.toret.base.columns.TextColumn ids, String id) {
    for (int i = 0; i < ids.size() && !id.isEmpty(); i++) {
      if (ids.get(i).equals(id)) {
        return i;
      }
    }
    return NONE;
  }
}
