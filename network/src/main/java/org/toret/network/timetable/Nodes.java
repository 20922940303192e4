package org.toret.network.timetable;

import org.toret.base.columns.Csr;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// Where trips call, as the search sees it. Node `s` below the number of stops is stop `s` itself;
/// the nodes behind are copies of a stop, one for each group of trips to which `transfers.txt`
/// gives rules of their own there. So the rules between trips and lines become plain transfers
/// between nodes, and the search needs to know nothing of them.
///
/// @param stops stop of each node
/// @param byStop nodes of each stop, the stop itself first
public record Nodes(int[] stops, Csr byStop) {

  public int count() {
    return stops.length;
  }

  void write(ImageWriter image) {
    image.ints("nodes.stop", stops).csr("nodes.byStop", byStop);
  }

  static Nodes read(ImageFile image) {
    return new Nodes(image.ints("nodes.stop"), image.csr("nodes.byStop"));
  }
}
