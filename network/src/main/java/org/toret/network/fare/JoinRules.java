package org.toret.network.fare;

import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// `fare_leg_join_rules.txt`: when two legs count as one. [LegRules#NONE] stands for an empty cell.
///
/// @param fromNetworks network of the leg before the change
/// @param toNetworks network of the leg after it
/// @param fromStops stop or station where the leg before ends
/// @param toStops stop or station where the leg after starts
public record JoinRules(int[] fromNetworks, int[] toNetworks, int[] fromStops, int[] toStops) {

  public int count() {
    return fromNetworks.length;
  }

  void write(ImageWriter image, String prefix) {
    image
        .ints(prefix + "fromNetwork", fromNetworks)
        .ints(prefix + "toNetwork", toNetworks)
        .ints(prefix + "fromStop", fromStops)
        .ints(prefix + "toStop", toStops);
  }

  static JoinRules read(ImageFile image, String prefix) {
    return new JoinRules(
        image.ints(prefix + "fromNetwork"),
        image.ints(prefix + "toNetwork"),
        image.ints(prefix + "fromStop"),
        image.ints(prefix + "toStop"));
  }
}
