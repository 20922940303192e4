package org.toret.router.fare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.toret.network.fare.FareOffers;
import org.toret.network.fare.FareRules;
import org.toret.network.fare.FeedFares;
import org.toret.router.fare.term.FareExtension;
import org.toret.router.fare.term.Spent;

/// The price of a whole journey in public transport: the only fare engine there is.
///
/// Each feed prices its own legs by its own rules; what several feeds ask adds up. The result is
/// the least a traveller must pay who buys with foresight, with every item and the rule behind it;
/// a leg without rule is unknown, never free. Immutable and thread-safe.
///
/// Sources: GTFS Schedule reference (June 2026), `fare_leg_rules.txt`, `fare_leg_join_rules.txt`,
/// `fare_transfer_rules.txt`, `timeframes.txt`, `fare_attributes.txt`, `fare_rules.txt`.
public final class FareEngine {

  private final FareExtension extension;
  private final FareRules rules;
  private final List<LegMatcher> matchers = new ArrayList<>();
  private final List<TransferMatcher> transfers = new ArrayList<>();
  private final Map<Customer, OfferShelf> shelves = new ConcurrentHashMap<>();
  private final Map<Customer, FeedTickets> tickets = new ConcurrentHashMap<>();

  /// Who asks a feed, by index: as many as there are categories and media.
  private record Customer(int feed, int rider, int medium, boolean carnets) {

    static Customer of(int feed, FareOffers offers, int rider, FareOptions options) {
      return new Customer(
          feed, rider, OfferShelf.medium(offers, options.medium()), options.carnets());
    }
  }

  public FareEngine(FareRules rules) {
    this(FareExtension.none(rules));
  }

  /// The engine of one day's terms, see [FareCalendar].
  FareEngine(FareExtension extension) {
    this.extension = extension;
    rules = extension.rules();
    for (int i = 0; i < rules.feeds().size(); i++) {
      FeedFares feed = rules.feed(i);
      matchers.add(new LegMatcher(feed, extension.table(i)));
      int groups = feed.legRules().groupIds().size();
      transfers.add(new TransferMatcher(feed.transferRules(), groups));
    }
  }

  /// The least price of a journey.
  ///
  /// @param legs its rides, in order
  public FareResult price(List<RiddenLeg> legs, FareOptions options) {
    Map<Integer, List<RiddenLeg>> byFeed = new LinkedHashMap<>();
    for (RiddenLeg leg : legs) {
      int feed = extension.payingFeed(leg.feed(), leg.route(), leg.boardStop(), leg.alightStop());
      byFeed.computeIfAbsent(feed, ignored -> new ArrayList<>()).add(leg);
    }
    FareResult sum = FareResult.FREE;
    for (Map.Entry<Integer, List<RiddenLeg>> entry : byFeed.entrySet()) {
      sum = sum.plus(price(entry.getKey(), entry.getValue(), legs, options));
    }
    return sum.times(options.persons());
  }

  /// The ticket automaton of one traveller, for one search.
  ///
  /// @param feedOfRoute feed of each route
  /// @param baseEpochSeconds what the seconds of the search count from
  /// @param ticketStepSeconds tickets that began less than a step apart count as equally old
  public TicketStates states(
      FareOptions options, int[] feedOfRoute, long baseEpochSeconds, int ticketStepSeconds) {
    List<TicketStates.TicketFeed> feeds = new ArrayList<>();
    for (int feed = 0; feed < rules.feeds().size(); feed++) {
      feeds.add(followed(feed, options, baseEpochSeconds));
    }
    return new TicketStates(extension, feeds, feedOfRoute, baseEpochSeconds, ticketStepSeconds);
  }

  private TicketStates.TicketFeed followed(int feed, FareOptions asked, long baseEpochSeconds) {
    FeedFares fares = rules.feed(feed);
    HeldPasses passes = new HeldPasses(extension.listPasses(), feed, asked);
    if (fares.model() != FeedFares.Model.LEG_RULES || fares.joinRules().count() > 0) {
      return new TicketStates.TicketFeed(fares, null, null, passes);
    }
    int rider = OfferShelf.rider(fares.offers(), asked.rider());
    FeedTickets own =
        tickets.computeIfAbsent(
            Customer.of(feed, fares.offers(), rider, asked),
            customer ->
                new FeedTickets(
                    fares,
                    matchers.get(feed),
                    transfers.get(feed),
                    shelf(customer),
                    extension.terms(feed),
                    extension.table(feed),
                    !extension.caps(feed).isEmpty()));
    TicketOptions ways = new TicketOptions(own, pocket(feed, rider, asked), baseEpochSeconds);
    return new TicketStates.TicketFeed(fares, own, ways, passes);
  }

  /// How many of the held products are not used, because a pocket holds too many for one feed.
  public int unusedHolds(FareOptions options) {
    int unused = 0;
    for (int feed = 0; feed < rules.feeds().size() && !options.holds().isEmpty(); feed++) {
      unused += HeldProduct.unused(options, rules.feed(feed).id(), extension.carnets(feed));
    }
    return unused;
  }

  private OfferShelf shelf(Customer customer) {
    return shelves.computeIfAbsent(customer, this::fill);
  }

  private OfferShelf fill(Customer customer) {
    int shown =
        customer.carnets() ? Integer.MAX_VALUE : extension.carnets(customer.feed()).firstOffer();
    FareOffers offers = rules.feed(customer.feed()).offers();
    return new OfferShelf(offers, customer.rider(), customer.medium(), shown);
  }

  private Pocket pocket(int feed, int rider, FareOptions options) {
    String id = rules.feed(feed).id();
    int medium = OfferShelf.medium(rules.feed(feed).offers(), options.medium());
    List<Spent> spent = new ArrayList<>();
    for (FareOptions.Spent paid : options.spent()) {
      if (paid.feed().equals(id)) {
        spent.add(new Spent(paid.cap(), paid.cents(), paid.atEpochSeconds()));
      }
    }
    return new Pocket(
        HeldProduct.of(options, id, extension.carnets(feed)),
        extension.caps(feed).ledger(rider, medium, spent));
  }

  private FareResult price(
      int feed, List<RiddenLeg> rides, List<RiddenLeg> journey, FareOptions options) {
    FeedFares fares = rules.feed(feed);
    return switch (fares.model()) {
      case NONE -> onPasses(feed, rides, options, FareEngine::unpriced);
      case ZONE_FARES -> {
        Function<List<RiddenLeg>, FareResult> zones =
            left -> ZoneFarePricer.price(rules, fares, left);
        yield cheaper(onPasses(feed, rides, options, zones), zones.apply(rides));
      }
      case LEG_RULES -> {
        List<FareLeg> legs =
            FareLeg.of(rides, journey, fares, rules.stations(), matchers.get(feed));
        yield price(feed, legs, options);
      }
    };
  }

  /// Who cannot travel on the offers for his own category pays as everybody does.
  private FareResult price(int feed, List<FareLeg> legs, FareOptions options) {
    FareOffers offers = rules.feed(feed).offers();
    int rider = OfferShelf.rider(offers, options.rider());
    FareResult own = price(feed, legs, options, rider);
    boolean lacks = own.unknown().stream().anyMatch(leg -> leg.reason().equals("no_fare_offer"));
    if (!lacks || rider == offers.defaultRider()) {
      return own;
    }
    FareResult usual = price(feed, legs, options, offers.defaultRider());
    return usual.unknown().size() < own.unknown().size() ? usual : own;
  }

  private FareResult price(int feed, List<FareLeg> legs, FareOptions options, int rider) {
    FeedFares fares = rules.feed(feed);
    LegRulePricer pricer =
        new LegRulePricer(
            fares,
            transfers.get(feed),
            shelf(Customer.of(feed, fares.offers(), rider, options)),
            extension.terms(feed),
            new HeldPasses(extension.listPasses(), feed, options),
            pocket(feed, rider, options),
            legs);
    return TicketItems.of(fares, transfers.get(feed), extension.table(feed), legs, pricer);
  }

  /// Passes first, then what is left by the feed's own rules.
  private FareResult onPasses(
      int feed,
      List<RiddenLeg> rides,
      FareOptions options,
      Function<List<RiddenLeg>, FareResult> rest) {
    HeldPasses passes = new HeldPasses(extension.listPasses(), feed, options);
    List<RiddenLeg> left = new ArrayList<>();
    for (RiddenLeg ride : rides) {
      int pass = passes.covering(rules.feed(feed), ride);
      if (pass < 0) {
        left.add(ride);
      } else {
        passes.add(pass, List.of(ride.leg()));
      }
    }
    return new FareResult(0, "", List.of(), passes.items()).plus(rest.apply(left));
  }

  private static FareResult cheaper(FareResult one, FareResult other) {
    int fewer = Integer.compare(one.unknown().size(), other.unknown().size());
    boolean first = fewer < 0 || fewer == 0 && one.atLeastCents() <= other.atLeastCents();
    return first ? one : other;
  }

  private static FareResult unpriced(List<RiddenLeg> rides) {
    List<UnknownFare> unknown =
        rides.stream().map(ride -> new UnknownFare(ride.leg(), "no_fare_data")).toList();
    return new FareResult(0, "", unknown, List.of());
  }
}
