package org.toret.feeds.siri;

import java.util.Optional;
import java.util.OptionalInt;
import org.toret.base.geo.GeoPoint;
import org.toret.feeds.gtfsrt.Alert.ActivePeriod;
import org.toret.feeds.gtfsrt.TranslatedText;

/// A facility whose state is told: what access without steps needs at a stop, or a car park.
///
/// @param id of any form; what may not stand in a code of SIRI is written otherwise
/// @param kind what it is
/// @param works whether it can be used
/// @param name how it is called, or what is the matter with it
/// @param state more on its state, may be empty
/// @param stopId where it leads, empty where that is no stop
/// @param point where it is
/// @param freeBays how many places are free
/// @param period while this holds, where that is told
public record SiriFacility(
    String id,
    Kind kind,
    boolean works,
    TranslatedText name,
    TranslatedText state,
    String stopId,
    Optional<GeoPoint> point,
    OptionalInt freeBays,
    Optional<ActivePeriod> period) {

  /// What is told of.
  public enum Kind {
    /// Something that whoever takes no steps needs: which, is not told.
    ACCESS("fixedEquipment"),
    CAR_PARK("parkingBay");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /// `FacilityClass`.
    String word() {
      return word;
    }
  }
}
