package org.toret.network.fare;

import java.util.ArrayList;
import java.util.List;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// The fare rules of a city as integer columns: one [FeedFares] for each feed of the timetable.
/// Stops and routes are those of the timetable. Immutable.
///
/// Money is in hundredths of the currency's unit. A search that carries fares in its labels
/// compiles its ticket automaton from these columns.
///
/// @param stations for each stop its outermost parent, or the stop itself; 4 bytes per stop
/// @param agencies for each route its agency; 4 bytes per route
/// @param feeds by feed index
public record FareRules(int[] stations, int[] agencies, List<FeedFares> feeds) {

  public FareRules {
    feeds = List.copyOf(feeds);
  }

  /// The rules of a feed.
  public FeedFares feed(int feed) {
    return feeds.get(feed);
  }

  public void write(ImageWriter image) {
    image
        .ints("fare.stations", stations)
        .ints("fare.agencies", agencies)
        .ints("fare.feeds", new int[] {feeds.size()});
    for (int feed = 0; feed < feeds.size(); feed++) {
      feeds.get(feed).write(image, "fare." + feed + ".");
    }
  }

  public static FareRules read(ImageFile image) {
    int count = image.ints("fare.feeds")[0];
    List<FeedFares> feeds = new ArrayList<>();
    for (int feed = 0; feed < count; feed++) {
      feeds.add(FeedFares.read(image, "fare." + feed + "."));
    }
    return new FareRules(image.ints("fare.stations"), image.ints("fare.agencies"), feeds);
  }
}
