package org.toret.mobility.trip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.toret.router.raptor.RangeQuery;

/// Joins two parts of a journey at a place between them, if the second can be had after the first.
///
/// Who stays in the vehicle stays; who changes vehicles needs the time for it, as anywhere else.
final class Joiner {

  private final DraftMaker maker;

  Joiner(DraftMaker maker) {
    this.maker = maker;
  }

  /// The two as one, neither of them later or earlier than it was if a timetable fixes it.
  ///
  /// @param found of either part, for the rules of changing
  Optional<Chain> join(Chain first, Chain second, TransitFinder.Found found) {
    if (!second.isTimed()) {
      return Optional.of(first.then(second.shifted(first.arrival() - second.departure())));
    }
    if (!first.isTimed()) {
      return Optional.of(first.shifted(second.departure() - first.arrival()).then(second));
    }
    DraftLeg before = first.legs().getLast();
    DraftLeg after = second.legs().getFirst();
    if (before.ride() == null || after.ride() == null) {
      return second.departure() - first.arrival() < TransitFinder.SLACK_SECONDS
          ? Optional.empty()
          : Optional.of(first.then(second));
    }
    Optional<List<DraftLeg>> aboard = maker.aboard(before, after);
    if (aboard.isPresent()) {
      return Optional.of(joined(first, aboard.get(), second));
    }
    int least = maker.changeSeconds(found, before, after);
    if (least >= RangeQuery.NEVER || second.departure() - first.arrival() < least) {
      return Optional.empty();
    }
    List<DraftLeg> middle = new ArrayList<>();
    middle.add(before);
    maker.change(found, before, after).ifPresent(middle::add);
    middle.add(after);
    return Optional.of(joined(first, middle, second));
  }

  private static Chain joined(Chain first, List<DraftLeg> middle, Chain second) {
    List<DraftLeg> legs = new ArrayList<>(first.legs().subList(0, first.legs().size() - 1));
    legs.addAll(middle);
    legs.addAll(second.legs().subList(1, second.legs().size()));
    return Chain.of(legs);
  }
}
