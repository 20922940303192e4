package org.toret.router.fare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.toret.network.fare.FareOffers;
import org.toret.network.fare.FareRules;
import org.toret.network.fare.FeedFares;
import org.toret.router.fare.term.FareExtension;
import org.toret.router.fare.term.Pass;
import org.toret.router.fare.term.Spent;
import org.toret.router.fare.term.TicketTerms;

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
      transfers.add(new TransferMatcher(feed));
    }
  }

  /// The least price of a journey for a party.
  ///
  /// @param legs its rides, in order
  public FareResult price(List<RiddenLeg> legs, FareOptions options) {
    return party(options, one -> alone(legs, one));
  }

  /// What a party pays together, of whom each holds what falls to him, see [#shares].
  ///
  /// @param alone what one pays who travels alone
  public FareResult party(FareOptions options, Function<FareOptions, FareResult> alone) {
    return FareResult.together(
        shares(options).stream()
            .map(share -> alone.apply(share.options()).times(share.persons()))
            .toList());
  }

  /// Those of a party who hold the same, and pay alike.
  ///
  /// @param options of one who travels alone
  /// @param persons how many they are
  private record Share(FareOptions options, int persons) {}

  /// Who of a party holds what. A product covers one traveller, since no fare data say that one
  /// covers more: products are dealt in the order in which they are told, one to each traveller,
  /// round and round; the tickets of a carnet one by one.
  private List<Share> shares(FareOptions options) {
    if (options.persons() == 1 || options.holds().isEmpty()) {
      return List.of(new Share(options.withPersons(1), options.persons()));
    }
    List<List<HeldProduct>> pockets = new ArrayList<>();
    for (int person = 0; person < options.persons(); person++) {
      pockets.add(new ArrayList<>());
    }
    int next = 0;
    for (HeldProduct held : options.holds()) {
      for (HeldProduct one : opened(held)) {
        pockets.get(next++ % pockets.size()).add(one);
      }
    }
    Map<List<HeldProduct>, Integer> alike = new LinkedHashMap<>();
    pockets.forEach(pocket -> alike.merge(pocket, 1, Integer::sum));
    return alike.entrySet().stream()
        .map(share -> new Share(options.withPersons(1).withHolds(share.getKey()), share.getValue()))
        .toList();
  }

  /// The tickets of a carnet, else the product itself.
  private List<HeldProduct> opened(HeldProduct held) {
    for (int feed = 0; feed < rules.feeds().size(); feed++) {
      String id = rules.feed(feed).id();
      if (id.equals(held.feed())) {
        return HeldProduct.all(List.of(held), id, extension.carnets(feed));
      }
    }
    return List.of(held);
  }

  private FareResult alone(List<RiddenLeg> legs, FareOptions options) {
    Map<Integer, List<RiddenLeg>> byFeed = new LinkedHashMap<>();
    for (RiddenLeg leg : legs) {
      int feed = extension.payingFeed(leg.feed(), leg.route(), leg.boardStop(), leg.alightStop());
      byFeed.computeIfAbsent(feed, ignored -> new ArrayList<>()).add(leg);
    }
    FareResult sum = FareResult.FREE;
    for (Map.Entry<Integer, List<RiddenLeg>> entry : byFeed.entrySet()) {
      sum = sum.plus(price(entry.getKey(), entry.getValue(), legs, options));
    }
    return sum;
  }

  /// The ticket automaton of a party, for one search.
  ///
  /// @param feedOfRoute feed of each route
  /// @param baseEpochSeconds what the seconds of the search count from
  /// @param ticketStepSeconds tickets that began less than a step apart count as equally old
  public TicketStates states(
      FareOptions options, int[] feedOfRoute, long baseEpochSeconds, int ticketStepSeconds) {
    List<Share> party = shares(options);
    List<TravellerStates> travellers = new ArrayList<>();
    for (Share share : party) {
      List<TravellerStates.TicketFeed> feeds = new ArrayList<>();
      for (int feed = 0; feed < rules.feeds().size(); feed++) {
        feeds.add(followed(feed, share.options(), baseEpochSeconds));
      }
      travellers.add(
          new TravellerStates(extension, feeds, feedOfRoute, baseEpochSeconds, ticketStepSeconds));
    }
    return new TicketStates(travellers, party.stream().mapToInt(Share::persons).toArray());
  }

  private TravellerStates.TicketFeed followed(int feed, FareOptions asked, long baseEpochSeconds) {
    FeedFares fares = rules.feed(feed);
    HeldPasses passes = new HeldPasses(extension.listPasses(), feed, asked);
    if (fares.model() != FeedFares.Model.LEG_RULES || fares.joinRules().count() > 0) {
      return new TravellerStates.TicketFeed(fares, null, null, passes);
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
    return new TravellerStates.TicketFeed(fares, own, ways, passes);
  }

  /// Whether a product is known as one that can be in a pocket: sold by its feed, a pass or a
  /// carnet.
  public boolean knows(HeldProduct held) {
    for (int feed = 0; feed < rules.feeds().size(); feed++) {
      FeedFares fares = rules.feed(feed);
      boolean own = fares.id().equals(held.feed());
      if (own
          && (TicketTerms.index(fares.offers().productIds(), held.product()) >= 0
              || !extension.carnets(feed).ticket(held.product()).isEmpty())) {
        return true;
      }
    }
    return passes(held).findAny().isPresent();
  }

  /// The feeds whose rides have prices, by their own rules or by those of tables.
  public List<String> listPriced() {
    return rules.feeds().stream()
        .filter(feed -> feed.model() != FeedFares.Model.NONE)
        .map(FeedFares::id)
        .toList();
  }

  /// Whether what is held pays for nothing that departs at a moment or later, since its time is
  /// over: a pass whose period has ended, a ticket that began too long ago or that leads nowhere.
  public boolean isExpired(HeldProduct held, long epochSeconds) {
    if (!held.running()) {
      return false;
    }
    long last = Long.MIN_VALUE;
    boolean told = false;
    for (int feed = 0; feed < rules.feeds().size(); feed++) {
      FeedFares fares = rules.feed(feed);
      if (fares.id().equals(held.feed())
          && extension.carnets(feed).ticket(held.product()).isEmpty()) {
        int product = TicketTerms.index(fares.offers().productIds(), held.product());
        told |= product >= 0 && transfers.get(feed).pays(product);
        last = Math.max(last, lastUse(feed, product, held.validFromEpochSeconds()));
      }
    }
    for (Pass pass : passes(held).toList()) {
      told = true;
      last = Math.max(last, pass.untilEpochSeconds(held.validFromEpochSeconds()) - 1);
    }
    return told && last < epochSeconds;
  }

  /// Whether what is held begins only after a moment: a ticket or pass of a time to come.
  public boolean isToCome(HeldProduct held, long epochSeconds) {
    if (!held.running() || !knows(held)) {
      return false;
    }
    long begins =
        passes(held)
            .mapToLong(pass -> pass.sinceEpochSeconds(held.validFromEpochSeconds()))
            .min()
            .orElse(held.validFromEpochSeconds());
    return begins > epochSeconds;
  }

  /// How a product held is called; its id where nobody names it.
  public String name(HeldProduct held) {
    Stream<String> offered =
        rules.feeds().stream()
            .filter(feed -> feed.id().equals(held.feed()))
            .map(FeedFares::offers)
            .flatMap(offers -> names(offers, held.product()));
    return Stream.concat(offered, passes(held).map(Pass::name))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(held.feed() + ":" + held.product());
  }

  private static Stream<String> names(FareOffers offers, String product) {
    int row = TicketTerms.index(offers.productIds(), product);
    return row < 0
        ? Stream.of()
        : Arrays.stream(offers.offersOfProduct().row(row)).mapToObj(offers.names()::get);
  }

  private Stream<Pass> passes(HeldProduct held) {
    return extension.listPasses().stream()
        .filter(
            pass -> pass.feeds().contains(held.feed()) && pass.product().equals(held.product()));
  }

  private long lastUse(int feed, int product, long from) {
    TicketTerms terms = extension.terms(feed);
    long byTerms = terms.until(product < 0 ? 0 : terms.unused(product), from) - 1;
    return Math.min(byTerms, transfers.get(feed).lastUse(product, from));
  }

  /// Whether any feed has a rider category of this name.
  public boolean knowsRider(String category) {
    return rules.feeds().stream()
        .anyMatch(feed -> TicketTerms.index(feed.offers().riderIds(), category) >= 0);
  }

  /// Whether any feed has a fare medium of this name.
  public boolean knowsMedium(String medium) {
    return rules.feeds().stream()
        .anyMatch(feed -> TicketTerms.index(feed.offers().mediumIds(), medium) >= 0);
  }

  /// Whether a feed has a cap of this name.
  public boolean knowsCap(String feed, String cap) {
    return IntStream.range(0, rules.feeds().size())
        .filter(i -> rules.feeds().get(i).id().equals(feed))
        .anyMatch(i -> extension.caps(i).knows(cap));
  }

  /// How many of the held products are not used, because a pocket holds too many for one feed.
  public int unusedHolds(FareOptions options) {
    int unused = 0;
    for (Share share : shares(options)) {
      List<HeldProduct> holds = share.options().holds();
      for (int feed = 0; feed < rules.feeds().size() && !holds.isEmpty(); feed++) {
        int lost = HeldProduct.unused(holds, rules.feed(feed).id(), extension.carnets(feed));
        unused += share.persons() * lost;
      }
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
        HeldProduct.of(options.holds(), id, extension.carnets(feed)),
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
