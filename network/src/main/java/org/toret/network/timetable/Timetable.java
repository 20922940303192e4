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

  /// The same timetable while more stops are not accessible in a wheelchair.
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

  /// For every node whether its stop is published as not accessible in a wheelchair.
  public boolean[] nodesWithoutAccess() {
    boolean[] without = new boolean[nodes.count()];
    for (int node = 0; node < without.length; node++) {
      without[node] = stops.wheelchair()[nodes.stops()[node]] == 2;
    }
    return without;
  }
}
