package org.toret.testkit.city;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.toret.network.overlay.FeedChanges;
import org.toret.network.timetable.build.TransferRow;

/// A random city, what is said of its runs today, and the same city built with all of it in the
/// timetable from the start: the two must answer alike.
///
/// Every trip runs on one of three dates, so that what becomes of it on its date becomes of the
/// trip. Cities of even seeds have transfer rules that name trips; in those no run calls where it
/// was not published to, since a timetable compiled without it cannot tell which rules would hold
/// there. There are no blocks: which trip follows in a block is found when a timetable is compiled.
///
/// @param said in two messages, of two sources
public record LiveCity(TimetableText published, TimetableText changed, List<FeedChanges> said) {

  private static final int[] DAYS = {-1, 0, 1};

  /// Draws a city and its day.
  public static LiveCity of(long seed, RandomCity.Size size) {
    boolean tripRules = seed % 2 == 0;
    Published published = new Published(seed, tripRules);
    TimetableText text = RandomCity.of(seed, size, published);
    RandomDay day = new RandomDay(seed, text, published.sketches, !tripRules);
    day.draw();
    TimetableText changed = RandomCity.of(seed, size, new Changed(published, day));
    return new LiveCity(text, changed, day.said());
  }

  /// The number of a day's own service is `FIRST_SERVICE` and its offset more; before them are the
  /// four that a city always has. Behind them is one that never runs.
  static final int FIRST_SERVICE = 5;

  static final int NEVER = 7;

  private static void addServices(CityBuilder city) {
    for (int day : DAYS) {
      city.addService("only" + day, new int[] {day});
    }
    city.addService("never", new int[0]);
    if (city.service("never") != NEVER) {
      throw new IllegalStateException("Services come in another order than expected");
    }
  }

  private static final class Published implements Retouch {

    private final Map<String, CityBuilder.Sketch> sketches = new LinkedHashMap<>();
    private final long seed;
    private final boolean tripRules;

    Published(long seed, boolean tripRules) {
      this.seed = seed;
      this.tripRules = tripRules;
    }

    @Override
    public void begin(CityBuilder city) {
      addServices(city);
    }

    @Override
    public CityBuilder.Sketch trip(String name, CityBuilder.Sketch drawn) {
      int roll = new Random(seed * 1_000_003 + name.hashCode()).nextInt(10);
      int service = FIRST_SERVICE + (roll < 6 ? 0 : roll < 8 ? -1 : 1);
      CityBuilder.Sketch sketch =
          new CityBuilder.Sketch(
              drawn.route(), service, "", drawn.wheelchair(), drawn.bikes(), drawn.calls());
      sketches.put(name, sketch);
      return sketch;
    }

    @Override
    public boolean keeps(TransferRow rule) {
      return tripRules || rule.type() > 3 || (rule.fromTrip() < 0 && rule.toTrip() < 0);
    }
  }

  private record Changed(Published published, RandomDay day) implements Retouch {

    @Override
    public void begin(CityBuilder city) {
      addServices(city);
    }

    @Override
    public CityBuilder.Sketch trip(String name, CityBuilder.Sketch drawn) {
      return day.changed().getOrDefault(name, published.trip(name, drawn));
    }

    @Override
    public boolean keeps(TransferRow rule) {
      return published.keeps(rule);
    }

    @Override
    public void end(CityBuilder city) {
      day.added().forEach(city::addTrip);
    }
  }
}
