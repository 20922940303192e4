package org.toret.demo.timetable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.toret.demo.plane.Spot;
import org.toret.demo.plane.Trace;
import org.toret.demo.table.Row;
import org.toret.demo.table.Tables;

/// The tracks between the stations, and the way of a train over them.
final class Railway {

  private record Track(String from, String to, Trace trace) {}

  private record Reached(String station, double metres) {}

  private final Map<String, Spot> stations = new LinkedHashMap<>();
  private final Map<String, List<Track>> tracks = new HashMap<>();

  Railway() {
    for (Row row : Tables.read("stations.csv")) {
      stations.put(row.text("id"), Spot.of(row.point()));
    }
    for (Row row : Tables.read("tracks.csv")) {
      String from = row.text("from");
      String to = row.text("to");
      List<Spot> line = new ArrayList<>();
      line.add(spot(from));
      line.addAll(Spot.of(row.points("points")));
      line.add(spot(to));
      Track track = new Track(from, to, new Trace(line));
      Track back = new Track(to, from, track.trace().reversed());
      tracks.computeIfAbsent(from, x -> new ArrayList<>()).add(track);
      tracks.computeIfAbsent(to, x -> new ArrayList<>()).add(back);
    }
  }

  Spot spot(String station) {
    Spot spot = stations.get(station);
    if (spot == null) {
      throw new IllegalStateException("No such station in stations.csv: " + station);
    }
    return spot;
  }

  /// The shortest way over the tracks from one station to another (Dijkstra).
  Trace between(String from, String to) {
    Map<String, Double> best = new HashMap<>();
    Map<String, Track> last = new HashMap<>();
    PriorityQueue<Reached> open =
        new PriorityQueue<>((x, y) -> Double.compare(x.metres(), y.metres()));
    best.put(from, 0.0);
    open.add(new Reached(from, 0));
    while (!open.isEmpty()) {
      Reached reached = open.poll();
      if (reached.station().equals(to)) {
        return walk(from, to, last);
      }
      for (Track track : tracks.getOrDefault(reached.station(), List.of())) {
        double metres = reached.metres() + track.trace().metres();
        if (metres < best.getOrDefault(track.to(), Double.MAX_VALUE)) {
          best.put(track.to(), metres);
          last.put(track.to(), track);
          open.add(new Reached(track.to(), metres));
        }
      }
    }
    throw new IllegalStateException("tracks.csv does not lead from " + from + " to " + to);
  }

  private static Trace walk(String from, String to, Map<String, Track> last) {
    List<Spot> spots = new ArrayList<>();
    for (String at = to; !at.equals(from); at = step(last, at).from()) {
      List<Spot> part = step(last, at).trace().spots().reversed();
      spots.addAll(spots.isEmpty() ? part : part.subList(1, part.size()));
    }
    return new Trace(spots.reversed());
  }

  private static Track step(Map<String, Track> last, String station) {
    Track track = last.get(station);
    if (track == null) {
      throw new IllegalStateException("No track was taken to " + station);
    }
    return track;
  }
}
