package org.toret.mobility;

import java.util.List;
import org.toret.mobility.plan.Traveller;

/// Ordinary travellers with something more.
final class TestTravellers {

  private TestTravellers() {}

  static Traveller holding(List<String> products) {
    return with(products, false, false);
  }

  static Traveller laden(boolean luggage) {
    return with(List.of(), luggage, false);
  }

  static Traveller withBicycle() {
    return with(List.of(), false, true);
  }

  private static Traveller with(List<String> products, boolean luggage, boolean bicycle) {
    Traveller plain = Traveller.ordinary();
    return new Traveller(
        plain.vehicles(),
        1,
        "",
        "",
        products,
        List.of(),
        false,
        List.of(),
        false,
        false,
        luggage,
        bicycle,
        plain.walkMetresPerSecond(),
        plain.bikeMetresPerSecond(),
        plain.maxStress());
  }
}
