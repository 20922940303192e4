package org.toret.network.fare;

import org.toret.base.columns.Csr;
import org.toret.base.columns.TextColumn;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// What can be bought: products, and the offers (rows of `fare_products.txt`) that state a price
/// for a rider category on a fare medium. 20 bytes per offer and its texts.
///
/// @param productIds one row per product
/// @param offersOfProduct rows are products, values are offers
/// @param names of each offer
/// @param riders rider category of each offer, [#ANY] where everybody may buy it
/// @param media fare medium of each offer, [#ANY] where it is not stated
/// @param cents price of each offer in hundredths of the currency's unit; negative for a discount
/// @param currencies ISO 4217 code of each offer
/// @param lines line of `fare_products.txt`
/// @param riderIds rider categories
/// @param riderNames as displayed
/// @param defaultRider the category meant when the traveller names none, [#ANY] where none is
/// @param mediumIds fare media
/// @param mediumNames as displayed
/// @param mediumTypes `fare_media_type` 0 … 4
public record FareOffers(
    TextColumn productIds,
    Csr offersOfProduct,
    TextColumn names,
    int[] riders,
    int[] media,
    int[] cents,
    TextColumn currencies,
    int[] lines,
    TextColumn riderIds,
    TextColumn riderNames,
    int defaultRider,
    TextColumn mediumIds,
    TextColumn mediumNames,
    int[] mediumTypes) {

  /// No restriction stated.
  public static final int ANY = -1;

  /// The same offers at other prices.
  public FareOffers withCents(int[] other) {
    return new FareOffers(
        productIds,
        offersOfProduct,
        names,
        riders,
        media,
        other,
        currencies,
        lines,
        riderIds,
        riderNames,
        defaultRider,
        mediumIds,
        mediumNames,
        mediumTypes);
  }

  void write(ImageWriter image, String prefix) {
    image
        .texts(prefix + "product", productIds)
        .csr(prefix + "of", offersOfProduct)
        .texts(prefix + "name", names)
        .ints(prefix + "rider", riders)
        .ints(prefix + "medium", media)
        .ints(prefix + "cents", cents)
        .texts(prefix + "currency", currencies)
        .ints(prefix + "line", lines)
        .texts(prefix + "riders.id", riderIds)
        .texts(prefix + "riders.name", riderNames)
        .ints(prefix + "riders.default", new int[] {defaultRider})
        .texts(prefix + "media.id", mediumIds)
        .texts(prefix + "media.name", mediumNames)
        .ints(prefix + "media.type", mediumTypes);
  }

  static FareOffers read(ImageFile image, String prefix) {
    return new FareOffers(
        image.texts(prefix + "product"),
        image.csr(prefix + "of"),
        image.texts(prefix + "name"),
        image.ints(prefix + "rider"),
        image.ints(prefix + "medium"),
        image.ints(prefix + "cents"),
        image.texts(prefix + "currency"),
        image.ints(prefix + "line"),
        image.texts(prefix + "riders.id"),
        image.texts(prefix + "riders.name"),
        image.ints(prefix + "riders.default")[0],
        image.texts(prefix + "media.id"),
        image.texts(prefix + "media.name"),
        image.ints(prefix + "media.type"));
  }
}
