package org.toret.feeds.gtfs.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfs.read.ServiceTable;
import org.toret.feeds.gtfs.read.TripCalls;
import org.toret.feeds.gtfs.read.TripTable.Trip;
import org.toret.feeds.gtfs.table.FileNotices;

/// Looks whether one vehicle (`block_id`) is said to be in two trips at once.
public final class BlockChecks {

  private final Map<String, List<Span>> blocks = new HashMap<>();

  private record Span(Trip trip, int start, int end) {}

  /// Notes one trip.
  public void look(Trip trip, TripCalls calls) {
    if (!trip.block().isEmpty()) {
      Span span = new Span(trip, calls.departure(0), calls.arrival(calls.count() - 1));
      blocks.computeIfAbsent(trip.block(), fresh -> new ArrayList<>()).add(span);
    }
  }

  /// Tells of trips of one block that overlap on a common day.
  public void tell(ServiceTable services, String feed, Notices notices) {
    FileNotices found = new FileNotices(feed, "trips.txt", notices);
    for (List<Span> block : blocks.values()) {
      block.sort(Comparator.comparingInt(Span::start));
      for (int i = 0; i < block.size(); i++) {
        Span span = block.get(i);
        for (int j = i + 1; j < block.size() && block.get(j).start() < span.end(); j++) {
          Trip other = block.get(j).trip();
          if (services.meet(span.trip().service(), other.service())) {
            found.info(
                other.line(), "block_id", "block_trips_overlap", other.id(), span.trip().id());
          }
        }
      }
    }
  }
}
