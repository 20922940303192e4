package org.toret.network.timetable;

import java.util.BitSet;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// The timetable of a city: every published feed as immutable columns.
///
/// Rows refer to one another by index. Built by
/// [org.toret.network.timetable.build.TimetableBuilder], read by the search, the boards and the
/// map. Immutable and thread-safe, as long as nobody writes into its arrays.
public record Timetable(
    Feeds feeds,
    Agencies agencies,
    Stops stops,
    Routes routes,
    Nodes nodes,
    Patterns patterns,
    Trips trips,
    ServiceCalendar calendar,
    TransferRules transferRules,
    Shapes shapes,
    Pathways pathways,
    Translations translations) {

  public void write(ImageWriter image) {
    feeds.write(image);
    agencies.write(image);
    stops.write(image);
    routes.write(image);
    nodes.write(image);
    patterns.write(image);
    trips.write(image);
    calendar.write(image);
    transferRules.write(image);
    shapes.write(image);
    pathways.write(image);
    translations.write(image);
  }

  public static Timetable read(ImageFile image) {
    return new Timetable(
        Feeds.read(image),
        Agencies.read(image),
        Stops.read(image),
        Routes.read(image),
        Nodes.read(image),
        Patterns.read(image),
        Trips.read(image),
        ServiceCalendar.read(image),
        TransferRules.read(image),
        Shapes.read(image),
        Pathways.read(image),
        Translations.read(image));
  }

  /// The same timetable for people to whom more stops are closed.
  public Timetable without(BitSet closed) {
    return new Timetable(
        feeds,
        agencies,
        stops.without(closed),
        routes,
        nodes,
        patterns,
        trips,
        calendar,
        transferRules,
        shapes,
        pathways,
        translations);
  }

  /// The stop at which a pattern calls, counted from its first call.
  public int stop(int pattern, int call) {
    return nodes.stops()[patterns.nodes()[patterns.stopOffsets()[pattern] + call]];
  }

  /// For every node whether nobody who asks gets in or out there.
  ///
  /// @param stepFree for who needs ways for wheelchairs: stops published as not accessible count
  ///   too
  public boolean[] closedNodes(boolean stepFree) {
    boolean[] closed = new boolean[nodes.count()];
    for (int node = 0; node < closed.length; node++) {
      closed[node] = !stops.admits(nodes.stops()[node], stepFree);
    }
    return closed;
  }
}
