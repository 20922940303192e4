package org.toret.router.fare.term;

import java.util.Collections;
import java.util.List;
import org.toret.network.fare.FareRules;

/// The fare rules of a city with the terms of one day laid over them. Made by [ExtensionCompiler];
/// immutable and thread-safe.
public final class FareExtension {

  private final FareRules rules;
  private final List<TicketTerms> terms;
  private final List<TableRules> tables;
  private final List<TicketCaps> caps;
  private final List<Carnets> carnets;
  private final List<Pass> passes;
  private final List<Adoption> adoptions;

  FareExtension(
      FareRules rules,
      List<TicketTerms> terms,
      List<TableRules> tables,
      List<TicketCaps> caps,
      List<Carnets> carnets,
      List<Pass> passes,
      List<Adoption> adoptions) {
    this.rules = rules;
    this.tables = List.copyOf(tables);
    this.caps = List.copyOf(caps);
    this.carnets = List.copyOf(carnets);
    this.terms = List.copyOf(terms);
    this.passes = List.copyOf(passes);
    this.adoptions = List.copyOf(adoptions);
  }

  /// The rules as the feeds state them.
  public static FareExtension none(FareRules rules) {
    int feeds = rules.feeds().size();
    return new FareExtension(
        rules,
        Collections.nCopies(feeds, TicketTerms.NONE),
        Collections.nCopies(feeds, TableRules.NONE),
        Collections.nCopies(feeds, TicketCaps.NONE),
        Collections.nCopies(feeds, Carnets.NONE),
        List.of(),
        List.of());
  }

  /// The rules, with the tables and at the prices of the day.
  public FareRules rules() {
    return rules;
  }

  /// The terms of a feed's tickets.
  public TicketTerms terms(int feed) {
    return terms.get(feed);
  }

  /// The rows of tables among a feed's leg rules.
  public TableRules table(int feed) {
    return tables.get(feed);
  }

  /// The most that is paid for tickets of a feed.
  public TicketCaps caps(int feed) {
    return caps.get(feed);
  }

  /// The tickets of a feed that are sold by the bundle.
  public Carnets carnets(int feed) {
    return carnets.get(feed);
  }

  /// Every pass, on every feed.
  public List<Pass> listPasses() {
    return passes;
  }

  /// Whether rides of a feed may be priced by another.
  public boolean isAdopted(int feed) {
    return adoptions.stream().anyMatch(adoption -> adoption.feed() == feed);
  }

  /// The feed whose rules price a ride.
  public int payingFeed(int feed, int route, int fromStop, int toStop) {
    for (Adoption adoption : adoptions) {
      if (adoption.holds(feed, route, fromStop, toStop)) {
        return adoption.as();
      }
    }
    return feed;
  }
}
