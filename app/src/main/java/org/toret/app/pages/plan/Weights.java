package org.toret.app.pages.plan;

import org.toret.app.pages.frame.Address;

/// How much each of the four costs matters to the reader, 0 (not at all) to [#MOST]. They only
/// order what was found; the search itself does not know them.
public record Weights(int time, int fare, int energy, int emissions) {

  /// The heaviest weight.
  public static final int MOST = 4;

  /// The weights in an address: `weightTime`, `weightFare`, `weightEnergy`, `weightEmissions`.
  static Weights of(Address address) {
    return new Weights(
        weight(address, "weightTime"),
        weight(address, "weightFare"),
        weight(address, "weightEnergy"),
        weight(address, "weightEmissions"));
  }

  /// Whether anything was said.
  public boolean any() {
    return time + fare + energy + emissions > 0;
  }

  /// The weight of a kind of cost.
  public int of(String kind) {
    return switch (kind) {
      case "time" -> time;
      case "fare" -> fare;
      case "energy" -> energy;
      default -> emissions;
    };
  }

  /// What an alternative loses by these weights: smaller is better.
  double sum(Losses losses) {
    return time * losses.time()
        + fare * losses.fare()
        + energy * losses.energy()
        + emissions * losses.emissions();
  }

  private static int weight(Address address, String name) {
    String text = address.text(name);
    return text.matches("[0-" + MOST + "]") ? Integer.parseInt(text) : 0;
  }
}
