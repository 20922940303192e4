package org.toret.app.pages;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.toret.app.pages.need.FareChoices;
import org.toret.base.geo.BoundingBox;
import org.toret.mobility.plan.TravelMode;
import org.toret.network.zone.AccessRegime;

/// What the pages say of the city as a whole.
///
/// @param name name for people, may be empty
/// @param zone time zone of the city
/// @param bounds what the map shows at first
/// @param modes what the city offers
/// @param fares what the fare data let a traveller choose
/// @param regimes where cars may not always enter
/// @param attributions who published the data, each once
/// @param invented whether any feed in use is a demonstration or a reconstruction
public record CityFacts(
    String name,
    ZoneId zone,
    BoundingBox bounds,
    Set<TravelMode> modes,
    FareChoices fares,
    List<AccessRegime> regimes,
    List<String> attributions,
    boolean invented) {

  public CityFacts {
    modes = Set.copyOf(modes);
    regimes = List.copyOf(regimes);
    attributions = List.copyOf(attributions);
  }
}
