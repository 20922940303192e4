package org.toret.router.fare;

import org.toret.base.columns.IntList;
import org.toret.base.columns.TextColumn;
import org.toret.network.fare.FareOffers;

/// What one traveller can buy from a feed: for each product and fare medium the cheapest offer for
/// his category. Worked out once; 4 bytes per product and medium.
///
/// A medium on which nothing is cheaper than on another one, and nothing is sold that the other has
/// not, is left out: no chain of transfers needs it. Immutable and thread-safe.
final class OfferShelf {

  /// No such offer, no such category or medium.
  static final int NONE = -1;

  private final FareOffers offers;
  private final int rider;
  private final int medium;
  private final int shown;
  private final int columns;
  private final int[] cheapest;
  private final int[][] media;

  /// @param rider index of the category, [FareOffers#ANY] for none
  /// @param medium index of the medium asked for, [#NONE] for any
  /// @param shown offers from this one on are not seen
  OfferShelf(FareOffers offers, int rider, int medium, int shown) {
    this.shown = shown;
    this.offers = offers;
    this.rider = rider;
    this.medium = medium;
    columns = offers.mediumIds().size() + 1;
    int products = offers.productIds().size();
    cheapest = new int[products * columns];
    for (int product = 0; product < products; product++) {
      for (int on = FareOffers.ANY; on < columns - 1; on++) {
        cheapest[product * columns + on + 1] = find(product, on);
      }
    }
    media = new int[products][];
    for (int product = 0; product < products; product++) {
      media[product] = useful(product);
    }
  }

  /// The category meant by a name: the default one where it is empty or unknown.
  static int rider(FareOffers offers, String name) {
    int wanted = index(offers.riderIds(), name);
    return wanted == NONE ? offers.defaultRider() : wanted;
  }

  /// The medium meant by a name: none in particular where it is empty or unknown.
  static int medium(FareOffers offers, String name) {
    return index(offers.mediumIds(), name);
  }

  /// The media worth starting a chain with a product on, [FareOffers#ANY] where none is stated.
  int[] media(int product) {
    return media[product];
  }

  /// The cheapest offer of a product in a chain that is paid on a medium, or [#NONE].
  int cheapest(int product, int chainMedium) {
    return cheapest[product * columns + chainMedium + 1];
  }

  /// The least cents for which a chain can be begun with a product on a medium as good as another;
  /// [#NONE] where it is sold on no such medium.
  int leastCents(int product, int chainMedium) {
    int least = NONE;
    for (int on : media[product]) {
      int price = offers.cents()[cheapest(product, on)];
      if (isAsGood(on, chainMedium) && (least == NONE || price < least)) {
        least = price;
      }
    }
    return least;
  }

  private int find(int product, int chainMedium) {
    int best = NONE;
    for (int offer : offers.offersOfProduct().row(product)) {
      int on = offers.media()[offer];
      boolean fits = chainMedium == FareOffers.ANY || on == FareOffers.ANY || on == chainMedium;
      if (fits && isFor(offer) && (best == NONE || offers.cents()[offer] < offers.cents()[best])) {
        best = offer;
      }
    }
    return best;
  }

  private boolean isFor(int offer) {
    int who = offers.riders()[offer];
    int on = offers.media()[offer];
    return offer < shown
        && (who == FareOffers.ANY || who == rider)
        && (medium == NONE || on == FareOffers.ANY || on == medium);
  }

  private int[] useful(int product) {
    IntList found = new IntList();
    for (int offer : offers.offersOfProduct().row(product)) {
      int on = offers.media()[offer];
      if (isFor(offer) && !contains(found, on) && !isBeaten(product, on)) {
        found.add(on);
      }
    }
    return found.toArray();
  }

  /// Whether another stated medium on which the product is sold is at least as good in everything.
  private boolean isBeaten(int product, int on) {
    for (int other = 0; other < columns - 1; other++) {
      if (other != on
          && on != FareOffers.ANY
          && isSoldOn(product, other)
          && isAsGood(other, on)
          && (other < on || !isAsGood(on, other))) {
        return true;
      }
    }
    return false;
  }

  private boolean isSoldOn(int product, int on) {
    for (int offer : offers.offersOfProduct().row(product)) {
      if (offers.media()[offer] == on && isFor(offer)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAsGood(int better, int worse) {
    for (int product = 0; product < offers.productIds().size(); product++) {
      int here = cheapest(product, better);
      int there = cheapest(product, worse);
      if (there != NONE && (here == NONE || offers.cents()[here] > offers.cents()[there])) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(IntList list, int value) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) == value) {
        return true;
      }
    }
    return false;
  }

  private static int index(TextColumn ids, String id) {
    for (int i = 0; i < ids.size() && !id.isEmpty(); i++) {
      if (ids.get(i).equals(id)) {
        return i;
      }
    }
    return NONE;
  }
}
