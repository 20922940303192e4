package org.toret.app.serve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.toret.app.pages.need.FareChoices;
import org.toret.base.columns.TextColumn;
import org.toret.network.fare.FareOffers;
import org.toret.network.fare.FareRules;
import org.toret.network.fare.FeedFares;

/// What the fare data of all feeds offer, by the names they give it.
final class FareShelf {

  private final Map<String, String> products = new LinkedHashMap<>();
  private final Map<String, String> riders = new LinkedHashMap<>();
  private final Map<String, String> media = new LinkedHashMap<>();

  private FareShelf() {}

  static FareChoices choices(FareRules rules) {
    var shelf = new FareShelf();
    rules.feeds().forEach(shelf::add);
    return new FareChoices(
        named(shelf.products),
        shelf.riders.size() > 1 ? named(shelf.riders) : List.of(),
        shelf.media.size() > 1 ? named(shelf.media) : List.of());
  }

  private void add(FeedFares feed) {
    FareOffers offers = feed.offers();
    for (int product = 0; product < offers.productIds().size(); product++) {
      String id = offers.productIds().get(product);
      for (int offer : offers.offersOfProduct().row(product)) {
        products.putIfAbsent(feed.id() + ":" + id, orElse(offers.names().get(offer), id));
      }
    }
    int ordinary = offers.defaultRider();
    if (ordinary != FareOffers.ANY) {
      add(riders, offers.riderIds(), offers.riderNames(), ordinary);
    }
    for (int rider = 0; rider < offers.riderIds().size(); rider++) {
      add(riders, offers.riderIds(), offers.riderNames(), rider);
    }
    for (int medium = 0; medium < offers.mediumIds().size(); medium++) {
      add(media, offers.mediumIds(), offers.mediumNames(), medium);
    }
  }

  private static void add(Map<String, String> all, TextColumn ids, TextColumn names, int row) {
    all.putIfAbsent(ids.get(row), orElse(names.get(row), ids.get(row)));
  }

  private static String orElse(String name, String id) {
    return name.isEmpty() ? id : name;
  }

  private static List<FareChoices.Named> named(Map<String, String> all) {
    List<FareChoices.Named> named = new ArrayList<>();
    all.forEach((id, name) -> named.add(new FareChoices.Named(id, name)));
    return named;
  }
}
