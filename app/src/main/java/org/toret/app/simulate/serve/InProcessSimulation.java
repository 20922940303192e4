package org.toret.app.simulate.serve;

import java.time.Clock;
import java.util.EnumSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.OpenCity;
import org.toret.app.live.LiveLog;
import org.toret.app.simulate.Simulation;
import org.toret.app.simulate.feed.GbfsFeed;
import org.toret.app.simulate.feed.ParkingFeed;
import org.toret.app.simulate.feed.RealtimeFeed;
import org.toret.app.simulate.feed.RoadFeed;
import org.toret.app.simulate.feed.TrafficFeed;
import org.toret.base.columns.TextColumn;
import org.toret.network.City;

/// Lets the city of this process live: tells its log every few seconds what a simulation shows, by
/// the clock of the city. What comes in is bytes like those of any other source.
public final class InProcessSimulation implements AutoCloseable {

  /// What the sources are called in the list of them.
  public static final String ORIGIN = "simulated";

  private static final Logger LOG = LoggerFactory.getLogger(InProcessSimulation.class);
  private static final long EVERY_SECONDS = 10;

  private final CityHolder holder;
  private final LiveLog log;
  private final Clock clock;
  private final long seed;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("simulates").factory());
  private @Nullable OpenCity base;
  private @Nullable Simulation simulation;

  /// Which period of the detectors was told last.
  private long reading = Long.MIN_VALUE;

  public InProcessSimulation(CityHolder holder, LiveLog log, Clock clock, long seed) {
    this.holder = holder;
    this.log = log;
    this.clock = clock;
    this.seed = seed;
  }

  /// Begins in the background: the first word comes within a second.
  public void start() {
    executor.scheduleWithFixedDelay(this::tellOrSay, 0, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /// One round that fails must not be the last.
  private void tellOrSay() {
    try {
      tell();
    } catch (RuntimeException e) {
      LOG.error("The simulation could not be told", e);
    }
  }

  /// Tells what is so now.
  void tell() {
    OpenCity open = holder.get();
    City city = open.published().city();
    OpenCity before = base;
    Simulation now = simulation;
    if (now == null || before == null || !before.isSameImage(open)) {
      now = new Simulation(open.published(), seed);
      simulation = now;
      base = open;
      reading = Long.MIN_VALUE;
    }
    long at = clock.instant().getEpochSecond();
    runs(now, at);
    sharing(now, at);
    if (reading != Math.floorDiv(at, TrafficFeed.PERIOD_SECONDS)) {
      reading = Math.floorDiv(at, TrafficFeed.PERIOD_SECONDS);
      roads(now, at);
    }
  }

  private void runs(Simulation now, long at) {
    TextColumn feeds = now.city().timetable().feeds().ids();
    for (int feed = 0; feed < feeds.size(); feed++) {
      RealtimeFeed realtime = new RealtimeFeed(now, feed);
      var message = realtime.at(at, EnumSet.allOf(RealtimeFeed.Part.class));
      take(ORIGIN + "-" + feeds.get(feed), message.toByteArray());
    }
  }

  /// A source of each file is named after the system, by which the desk knows whose it is.
  private void sharing(Simulation now, long at) {
    TextColumn systems = now.city().sharing().systems().ids();
    for (int system = 0; system < systems.size(); system++) {
      GbfsFeed gbfs = new GbfsFeed(now, system);
      for (String file : gbfs.files()) {
        if (file.endsWith("_status")) {
          take(systems.get(system) + "/" + file, gbfs.file(file, at));
        }
      }
    }
  }

  /// What is measured every few minutes only. Of two forms of the same detectors DATEX II is told,
  /// which knows their directions, and streets that are closed.
  private void roads(Simulation now, long at) {
    for (String feed : now.parkingFeeds()) {
      take(feed, new ParkingFeed(now, feed).json(at));
    }
    if (!now.traffic(at).isEmpty()) {
      RoadFeed roads = new RoadFeed(now);
      take(ORIGIN + "-detectors", roads.sites(at));
      take(ORIGIN + "-traffic", roads.measured(at));
      take(ORIGIN + "-situations", roads.situations(at));
    }
  }

  private void take(String source, byte[] message) {
    log.append(source, ORIGIN, message);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
