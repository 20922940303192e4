package org.toret.network.fare;

import org.toret.base.columns.Csr;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// The fare rules of one feed.
///
/// @param id feed id
/// @param version version of the feed, part of every rule reference
/// @param zone IANA time zone in which times of day are meant
/// @param model which of the parts below says the price
public record FeedFares(
    String id,
    String version,
    String zone,
    Model model,
    FareOffers offers,
    FarePlaces places,
    Timeframes timeframes,
    LegRules legRules,
    JoinRules joinRules,
    LegTransferRules transferRules,
    ZoneFares zoneFares) {

  /// How a feed states its fares.
  public enum Model {
    /// Not at all: every price is unknown.
    NONE,
    /// GTFS Fares v1: `fare_attributes.txt` and `fare_rules.txt`.
    ZONE_FARES,
    /// GTFS Fares v2: products, leg rules, transfer rules.
    LEG_RULES
  }

  /// The same rules with other offers.
  public FeedFares withOffers(FareOffers other) {
    return new FeedFares(
        id,
        version,
        zone,
        model,
        other,
        places,
        timeframes,
        legRules,
        joinRules,
        transferRules,
        zoneFares);
  }

  /// The same rules with routes in other networks.
  ///
  /// @param networksOfRoute rows are the timetable's routes
  public FeedFares withNetworks(Csr networksOfRoute) {
    FarePlaces other =
        new FarePlaces(
            places.areaIds(), places.areasOfStop(), places.networkIds(), networksOfRoute);
    return new FeedFares(
        id,
        version,
        zone,
        model,
        offers,
        other,
        timeframes,
        legRules,
        joinRules,
        transferRules,
        zoneFares);
  }

  void write(ImageWriter image, String prefix) {
    image
        .text(prefix + "id", id)
        .text(prefix + "version", version)
        .text(prefix + "zone", zone)
        .ints(prefix + "model", new int[] {model.ordinal()});
    offers.write(image, prefix + "offers.");
    places.write(image, prefix + "places.");
    timeframes.write(image, prefix + "timeframes.");
    legRules.write(image, prefix + "legs.");
    joinRules.write(image, prefix + "joins.");
    transferRules.write(image, prefix + "transfers.");
    zoneFares.write(image, prefix + "zones.");
  }

  static FeedFares read(ImageFile image, String prefix) {
    return new FeedFares(
        image.text(prefix + "id"),
        image.text(prefix + "version"),
        image.text(prefix + "zone"),
        Model.values()[image.ints(prefix + "model")[0]],
        FareOffers.read(image, prefix + "offers."),
        FarePlaces.read(image, prefix + "places."),
        Timeframes.read(image, prefix + "timeframes."),
        LegRules.read(image, prefix + "legs."),
        JoinRules.read(image, prefix + "joins."),
        LegTransferRules.read(image, prefix + "transfers."),
        ZoneFares.read(image, prefix + "zones."));
  }
}
