package org.toret.feeds.gtfs.read;

import java.util.ArrayList;
import java.util.List;
import org.toret.base.columns.IntList;
import org.toret.base.geo.Distance;
import org.toret.network.timetable.Stops;

/// `stops.txt` once read: stops, stations, entrances, nodes and boarding areas by number.
///
/// Columns of one feed, about 30 bytes and the texts for each row.
public final class StopTable {

  /// Stands for coordinates that are not known.
  static final int UNPLACED = Integer.MIN_VALUE;

  final Ids ids = new Ids();
  final List<StopTexts> texts = new ArrayList<>();
  final IntList latsE7 = new IntList();
  final IntList lonsE7 = new IntList();
  final IntList kinds = new IntList();
  final IntList parents = new IntList();
  final IntList levels = new IntList();
  final IntList wheelchair = new IntList();
  final IntList lines = new IntList();

  /// The texts of a row.
  ///
  /// @param parent id of the parent, empty where none
  public record StopTexts(String name, String code, String platform, String zone, String parent) {}

  StopTable() {}

  public int count() {
    return ids.count();
  }

  /// The number of a stop, or -1 when it is not defined or has no place on earth.
  public int find(String id) {
    return ids.find(id);
  }

  public String id(int stop) {
    return ids.id(stop);
  }

  public StopTexts texts(int stop) {
    return texts.get(stop);
  }

  public int latE7(int stop) {
    return latsE7.get(stop);
  }

  public int lonE7(int stop) {
    return lonsE7.get(stop);
  }

  /// `location_type` 0 … 4.
  public int kind(int stop) {
    return kinds.get(stop);
  }

  /// Number of the parent, -1 where none.
  public int parent(int stop) {
    return parents.get(stop);
  }

  /// Ten times the level's index, or [Stops#NO_LEVEL].
  public int level(int stop) {
    return levels.get(stop);
  }

  /// `wheelchair_boarding` 0 … 2.
  public int wheelchair(int stop) {
    return wheelchair.get(stop);
  }

  /// Line of `stops.txt`.
  public int line(int stop) {
    return lines.get(stop);
  }

  public double metres(int a, int b) {
    return Distance.metresE7(latE7(a), lonE7(a), latE7(b), lonE7(b));
  }

  /// Whether a stop has a place on earth.
  public boolean isPlaced(int stop) {
    return latE7(stop) != UNPLACED;
  }

  /// Lets trips call at a station that has no platforms, as some feeds do.
  void turnIntoPlatform(int station) {
    kinds.set(station, Stops.PLATFORM);
  }
}
