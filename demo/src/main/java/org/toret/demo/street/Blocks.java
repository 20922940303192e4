package org.toret.demo.street;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.toret.demo.plane.Piece;
import org.toret.demo.plane.PieceGrid;
import org.toret.demo.plane.Spot;
import org.toret.demo.plane.Trace;
import org.toret.demo.table.Tables;

/// Fills the space between the avenues with streets: in every quarter two families of parallel
/// lines in the quarter's own direction, kept off rivers, parks, squares and streets that run
/// alongside.
///
/// The names are those of the quarter's real streets, but which street bears which, and where
/// exactly it runs, is invented.
final class Blocks {

  private static final double STEP_METRES = 16;
  private static final double SHORTEST_METRES = 70;
  private static final double ALONGSIDE_METRES = 42;
  private static final double ALONGSIDE_SINE = 0.35;
  private static final double REACH_METRES = 130;
  private static final double CALM_SHARE = 0.4;
  private static final double ONE_WAY_SHARE = 0.55;

  private final Ground ground;
  private final List<Quarter> quarters;
  private final PieceGrid avenues;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<String> more = Tables.lines("more-streets.txt");
  private int nextMore;
  private List<Quarter> rivals = List.of();

  private Blocks(Ground ground, List<Quarter> quarters, PieceGrid avenues) {
    this.ground = ground;
    this.quarters = quarters;
    this.avenues = avenues;
  }

  /// The generated streets, led to the streets they run into.
  static List<Draft> of(Ground ground, List<Quarter> quarters, List<Draft> avenues) {
    Blocks blocks = new Blocks(ground, quarters, LooseEnds.gridOf(avenues));
    for (int i = 0; i < quarters.size(); i++) {
      blocks.fill(quarters.get(i), new Random(1563 + i));
    }
    List<Draft> all = new ArrayList<>(avenues);
    all.addAll(blocks.drafts);
    LooseEnds ends = new LooseEnds(ground.waters(), LooseEnds.gridOf(all));
    return blocks.drafts.stream()
        .map(x -> x.with(ends.shot(ends.shot(x.trace(), true, REACH_METRES), false, REACH_METRES)))
        .toList();
  }

  private void fill(Quarter quarter, Random random) {
    rivals = quarter.rivals(quarters);
    List<List<Trace>> lines = new ArrayList<>();
    double sin = StrictMath.sin(StrictMath.toRadians(quarter.bearing()));
    double cos = StrictMath.cos(StrictMath.toRadians(quarter.bearing()));
    family(quarter, sin, cos, quarter.depthMetres(), random, lines);
    family(quarter, cos, -sin, quarter.widthMetres(), random, lines);
    lines.sort((a, b) -> Double.compare(metres(b), metres(a)));
    int first = quarter.town() ? random.nextInt(quarter.streets().size()) : 0;
    for (int i = 0; i < lines.size(); i++) {
      String name = name(quarter, first, i);
      boolean calm = random.nextDouble() < CALM_SHARE;
      boolean oneWay = random.nextDouble() < ONE_WAY_SHARE;
      boolean back = random.nextBoolean();
      for (Trace run : lines.get(i)) {
        drafts.add(street(back ? run.reversed() : run, name, quarter, calm, oneWay));
      }
    }
  }

  /// The longest streets bear the quarter's own names; then come names for all quarters.
  private String name(Quarter quarter, int first, int index) {
    int own = quarter.streets().size();
    if (index < own) {
      return quarter.streets().get((first + index) % own);
    }
    return more.get(nextMore++ % more.size());
  }

  private static double metres(List<Trace> line) {
    return line.stream().mapToDouble(Trace::metres).sum();
  }

  /// Parallel lines in the direction (dx, dy), a spacing apart, across the whole quarter.
  private void family(
      Quarter quarter,
      double dx,
      double dy,
      double spacing,
      Random random,
      List<List<Trace>> lines) {
    double radius = quarter.radiusMetres();
    for (double off = -radius; off <= radius; off += spacing * (0.9 + 0.2 * random.nextDouble())) {
      Spot from = quarter.middle().plus(-dy * off - dx * radius, dx * off - dy * radius);
      Spot to = quarter.middle().plus(-dy * off + dx * radius, dx * off + dy * radius);
      List<Trace> runs = runs(quarter, new Piece(from, to));
      if (!runs.isEmpty()) {
        lines.add(runs);
      }
    }
  }

  /// The parts of a line where a street may run.
  private List<Trace> runs(Quarter quarter, Piece line) {
    List<Trace> runs = new ArrayList<>();
    int steps = (int) (line.metres() / STEP_METRES);
    int start = -1;
    for (int i = 0; i <= steps + 1; i++) {
      boolean fits =
          i <= steps && fits(quarter, line, line.a().towards(line.b(), (double) i / steps));
      if (fits && start < 0) {
        start = i;
      } else if (!fits && start >= 0) {
        if ((i - 1 - start) * STEP_METRES >= SHORTEST_METRES) {
          Spot a = line.a().towards(line.b(), (double) start / steps);
          Spot b = line.a().towards(line.b(), (double) (i - 1) / steps);
          runs.add(new Trace(List.of(a, b)));
        }
        start = -1;
      }
    }
    return runs;
  }

  private boolean fits(Quarter quarter, Piece line, Spot spot) {
    if (!quarter.owns(spot, rivals, ground.built())) {
      return false;
    }
    for (int index : avenues.near(new Piece(spot, spot), ALONGSIDE_METRES)) {
      Piece other = avenues.piece(index);
      if (other.sine(line) < ALONGSIDE_SINE
          && other.nearest(spot).metresTo(spot) < ALONGSIDE_METRES) {
        return false;
      }
    }
    return ground.free(spot);
  }

  private static Draft street(
      Trace trace, String name, Quarter quarter, boolean calm, boolean oneWay) {
    boolean old = quarter.name().equals("Centro") || quarter.name().equals("Quadrilatero");
    Draft draft =
        Draft.of(
            Draft.Kind.BLOCK,
            trace,
            name,
            "highway",
            "residential",
            "maxspeed",
            calm || old ? "30" : "50",
            "surface",
            old ? "sett" : "asphalt",
            "lit",
            "yes",
            "sidewalk",
            "both");
    if (!oneWay) {
      return draft;
    }
    return calm
        ? draft.with(Map.of("oneway", "yes", "oneway:bicycle", "no"))
        : draft.with(Map.of("oneway", "yes"));
  }
}
