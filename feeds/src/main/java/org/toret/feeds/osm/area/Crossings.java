package org.toret.feeds.osm.area;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.toret.base.columns.IntList;

/// Which ways across an area are worth adding, so that people walk from each of its entrances to
/// each other as if nothing but its border and its holes were in the way.
///
/// The shortest way inside an area bends only at corners that stand into the free ground
/// (Lozano-Pérez and Wesley 1979, *visibility graph*). Of these ways, the shortest first, one is
/// added only where what is there already is longer by more than [#STRETCH] and [#METRES]: a greedy
/// spanner (Althöfer et al. 1993), whose lines grow with the entrances and not with their pairs. A
/// way that passes another entrance is two of them.
///
/// Cost: for each two of entrances and bends a look at every corner, at most [#MOST_LOOKS].
public final class Crossings {

  /// How much farther than straight one may be led.
  static final double STRETCH = 1.02;

  /// The same for short ways.
  static final double METRES = 1;

  /// Looks at corners that one area may cost, about a second; for larger ones nothing is added.
  static final long MOST_LOOKS = 100_000_000;

  private final Ground ground;
  private final int entrances;
  private final int[] lats;
  private final int[] lons;
  private final Distances walked;

  /// What one can walk between two entrances without any new way.
  public record Known(int from, int to, double metres) {}

  /// A way across.
  ///
  /// @param from number of an entrance
  /// @param bendLats where it bends, 1e-7 degree
  public record Line(int from, int to, double metres, int[] bendLats, int[] bendLons) {}

  /// @param entranceLats where one may enter, on the border or inside
  public Crossings(Ground ground, int[] entranceLats, int[] entranceLons) {
    this.ground = ground;
    this.entrances = entranceLats.length;
    IntList allLats = new IntList();
    IntList allLons = new IntList();
    allLats.addAll(entranceLats);
    allLons.addAll(entranceLons);
    for (int corner : ground.bends()) {
      int lat = ground.cornerLat(corner);
      int lon = ground.cornerLon(corner);
      if (!has(entranceLats, entranceLons, lat, lon)) {
        allLats.add(lat);
        allLons.add(lon);
      }
    }
    lats = allLats.toArray();
    lons = allLons.toArray();
    walked = new Distances(entrances);
  }

  /// How far it is between two entrances on what is known and the lines found.
  public double metres(int from, int to) {
    return walked.between(from, to);
  }

  private static boolean has(int[] lats, int[] lons, int lat, int lon) {
    for (int i = 0; i < lats.length; i++) {
      if (lats[i] == lat && lons[i] == lon) {
        return true;
      }
    }
    return false;
  }

  /// Whether the area has more corners and entrances than are looked at.
  public boolean isTooLarge() {
    return (long) lats.length * lats.length / 2 * ground.corners() > MOST_LOOKS;
  }

  /// The ways to add, the shortest first; none where the area is too large.
  public List<Line> lines(List<Known> known) {
    if (isTooLarge()) {
      return List.of();
    }
    double[][] visible = visible();
    List<Line> candidates = new ArrayList<>();
    for (int entrance = 0; entrance < entrances; entrance++) {
      shortest(entrance, visible, candidates);
    }
    candidates.sort(
        Comparator.comparingDouble(Line::metres)
            .thenComparingInt(Line::from)
            .thenComparingInt(Line::to));
    known.forEach(way -> walked.join(way.from(), way.to(), way.metres()));
    List<Line> lines = new ArrayList<>();
    for (Line line : candidates) {
      double enough = Math.max(line.metres() * STRETCH, line.metres() + METRES);
      if (walked.between(line.from(), line.to()) > enough) {
        walked.join(line.from(), line.to(), line.metres());
        lines.add(line);
      }
    }
    return lines;
  }

  /// Metres between points that see each other, else infinite.
  private double[][] visible() {
    double[][] visible = new double[lats.length][lats.length];
    for (int a = 0; a < lats.length; a++) {
      for (int b = 0; b <= a; b++) {
        boolean sees = a != b && ground.sees(lats[a], lons[a], lats[b], lons[b]);
        double metres =
            sees ? ground.metres(lats[a], lons[a], lats[b], lons[b]) : Double.POSITIVE_INFINITY;
        visible[a][b] = metres;
        visible[b][a] = metres;
      }
    }
    return visible;
  }

  /// Dijkstra over a full matrix, from an entrance to those with a higher number, through none.
  private void shortest(int from, double[][] visible, List<Line> out) {
    double[] metres = new double[lats.length];
    int[] before = new int[lats.length];
    boolean[] done = new boolean[lats.length];
    Arrays.fill(metres, Double.POSITIVE_INFINITY);
    metres[from] = 0;
    while (true) {
      int next = -1;
      for (int i = 0; i < lats.length; i++) {
        if (!done[i] && metres[i] < (next < 0 ? Double.POSITIVE_INFINITY : metres[next])) {
          next = i;
        }
      }
      if (next < 0) {
        return;
      }
      done[next] = true;
      if (next < entrances && next != from) {
        if (next > from) {
          out.add(line(from, next, metres[next], before));
        }
        continue;
      }
      for (int i = 0; i < lats.length; i++) {
        double along = metres[next] + visible[next][i];
        if (along < metres[i]) {
          metres[i] = along;
          before[i] = next;
        }
      }
    }
  }

  private Line line(int from, int to, double metres, int[] before) {
    IntList bends = new IntList();
    for (int at = before[to]; at != from; at = before[at]) {
      bends.add(at);
    }
    int[] bendLats = new int[bends.size()];
    int[] bendLons = new int[bends.size()];
    for (int i = 0; i < bends.size(); i++) {
      bendLats[i] = lats[bends.get(bends.size() - 1 - i)];
      bendLons[i] = lons[bends.get(bends.size() - 1 - i)];
    }
    return new Line(from, to, metres, bendLats, bendLons);
  }

  /// How far it is between any two of some places, kept up while ways are added.
  private static final class Distances {

    private final double[][] metres;

    Distances(int places) {
      metres = new double[places][places];
      for (int i = 0; i < places; i++) {
        Arrays.fill(metres[i], Double.POSITIVE_INFINITY);
        metres[i][i] = 0;
      }
    }

    double between(int a, int b) {
      return metres[a][b];
    }

    void join(int a, int b, double along) {
      if (along >= metres[a][b]) {
        return;
      }
      for (int i = 0; i < metres.length; i++) {
        double toA = metres[i][a] + along;
        double toB = metres[i][b] + along;
        for (int j = 0; j < metres.length; j++) {
          metres[i][j] = Math.min(metres[i][j], Math.min(toA + metres[b][j], toB + metres[a][j]));
        }
      }
    }
  }
}
