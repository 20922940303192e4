package org.toret.app.simulate.closure;

import java.util.List;

/// What closing some blocks means for buses.
///
/// @param ways by pattern and call, those of patterns that get round all blocks in their way
/// @param inTheWay indexes of the blocks that some pattern does not get round, ascending
public record Rounds(List<WayRound> ways, List<Integer> inTheWay) {

  public Rounds {
    ways = List.copyOf(ways);
    inTheWay = List.copyOf(inTheWay);
  }
}
