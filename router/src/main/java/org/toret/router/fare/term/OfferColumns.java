package org.toret.router.fare.term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;
import org.toret.base.columns.TextColumn;
import org.toret.network.fare.FareOffers;

/// Adds products and offers to those of a feed. For one compilation.
final class OfferColumns {

  private final FareOffers before;
  private final List<String> products = new ArrayList<>();
  private final IntList productOfOffer = new IntList();
  private final List<String> names = new ArrayList<>();
  private final IntList riders = new IntList();
  private final IntList media = new IntList();
  private final IntList cents = new IntList();
  private final List<String> currencies = new ArrayList<>();

  OfferColumns(FareOffers before) {
    this.before = before;
    int[] products = new int[before.cents().length];
    for (int product = 0; product < before.productIds().size(); product++) {
      this.products.add(before.productIds().get(product));
      for (int offer : before.offersOfProduct().row(product)) {
        products[offer] = product;
      }
    }
    productOfOffer.addAll(products);
    riders.addAll(before.riders());
    media.addAll(before.media());
    cents.addAll(before.cents());
    names.addAll(texts(before.names()));
    currencies.addAll(texts(before.currencies()));
  }

  private static List<String> texts(TextColumn column) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < column.size(); i++) {
      texts.add(column.get(i));
    }
    return texts;
  }

  /// The product of an id, -1 where there is none.
  int find(String id) {
    return products.indexOf(id);
  }

  /// A new product.
  int add(String id) {
    products.add(id);
    return products.size() - 1;
  }

  /// A new offer of a product.
  ///
  /// @param rider index of the category, [FareOffers#ANY] for each
  /// @param medium index of the medium, [FareOffers#ANY] for each
  int add(int product, String name, int rider, int medium, int price, String currency) {
    productOfOffer.add(product);
    names.add(name);
    riders.add(rider);
    media.add(medium);
    cents.add(price);
    currencies.add(currency);
    return names.size() - 1;
  }

  /// The currency of the first offer, empty where there is none.
  String currency() {
    return currencies.isEmpty() ? "" : currencies.getFirst();
  }

  FareOffers build() {
    int[] order = new int[names.size()];
    Arrays.setAll(order, offer -> offer);
    return new FareOffers(
        TextColumn.of(products),
        Csr.group(products.size(), productOfOffer.toArray(), order),
        TextColumn.of(names),
        riders.toArray(),
        media.toArray(),
        cents.toArray(),
        TextColumn.of(currencies),
        Arrays.copyOf(before.lines(), names.size()),
        before.riderIds(),
        before.riderNames(),
        before.defaultRider(),
        before.mediumIds(),
        before.mediumNames(),
        before.mediumTypes());
  }
}
