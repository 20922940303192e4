package org.toret.network.street;

import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// How important edges are for getting through the city, found when it is compiled: what a
/// hierarchy of the streets is built by. 4 bytes per edge and mode.
///
/// @param car edges open to cars in a direction, the least important first
/// @param bike edges open to bicycles in a direction, the least important first
public record StreetOrder(int[] car, int[] bike) {

  /// Nobody has looked.
  public static final StreetOrder NONE = new StreetOrder(new int[0], new int[0]);

  void write(ImageWriter out) {
    out.ints("street.order.car", car).ints("street.order.bike", bike);
  }

  static StreetOrder read(ImageFile in) {
    return new StreetOrder(in.ints("street.order.car"), in.ints("street.order.bike"));
  }
}
