package org.toret.feeds.osm.area;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the border of an area is met straight from its entrances: so that who begins beside the
/// border, far from any entrance, walks across and not around. For each entrance and each street of
/// the border the one point that gains most, if it gains at least half of the way around and
/// [#LEAST_METRES].
public final class Feet {

  /// Less than this is not worth a way.
  static final double LEAST_METRES = 20;

  /// How far a look at the border ends before it, so that rounding does not put it outside.
  private static final double NEAR_METRES = 0.3;

  private final Ground ground;
  private final int[] lats;
  private final int[] lons;
  private final Walked walked;

  /// How far it is between two entrances, on all ways there are.
  public interface Walked {
    double metres(int from, int to);
  }

  /// A street of the border.
  ///
  /// @param from the entrance it begins at
  /// @param lats its course, 1e-7 degree
  public record Border(int from, int to, int[] lats, int[] lons) {}

  /// A point of a border street met from an entrance.
  ///
  /// @param piece it lies between this point of the course and the next
  /// @param along metres from the beginning of the street
  public record Foot(int border, int piece, double along, int lat, int lon, int entrance) {}

  /// @param lats of the entrances
  public Feet(Ground ground, int[] lats, int[] lons, Walked walked) {
    this.ground = ground;
    this.lats = lats;
    this.lons = lons;
    this.walked = walked;
  }

  /// The points to add, street by street.
  public List<Foot> of(List<Border> borders) {
    List<Foot> feet = new ArrayList<>();
    for (int border = 0; border < borders.size(); border++) {
      for (int entrance = 0; entrance < lats.length; entrance++) {
        Foot best = best(borders.get(border), border, entrance);
        if (best != null) {
          feet.add(best);
        }
      }
    }
    return feet;
  }

  private @Nullable Foot best(Border street, int border, int entrance) {
    double whole = 0;
    for (int i = 1; i < street.lats().length; i++) {
      whole += piece(street, i - 1);
    }
    double gain = 0;
    Foot best = null;
    double before = 0;
    for (int i = 0; i + 1 < street.lats().length; i++) {
      double share = share(street, i, entrance);
      double along = before + share * piece(street, i);
      before += piece(street, i);
      int lat = between(street.lats()[i], street.lats()[i + 1], share);
      int lon = between(street.lons()[i], street.lons()[i + 1], share);
      double straight = ground.metres(lats[entrance], lons[entrance], lat, lon);
      double around =
          Math.min(
              along + walked.metres(street.from(), entrance),
              whole - along + walked.metres(street.to(), entrance));
      boolean inside = along > 1 && along < whole - 1 && straight > 1;
      if (inside
          && around - straight > Math.max(gain, Math.max(LEAST_METRES, straight))
          && Double.isFinite(around)
          && isSeen(entrance, lat, lon, straight)) {
        gain = around - straight;
        best = new Foot(border, i, along, lat, lon, entrance);
      }
    }
    return best;
  }

  private double piece(Border street, int i) {
    return ground.metres(
        street.lats()[i], street.lons()[i], street.lats()[i + 1], street.lons()[i + 1]);
  }

  private boolean isSeen(int entrance, int lat, int lon, double metres) {
    double share = Math.max(0, 1 - NEAR_METRES / metres);
    return ground.sees(
        lats[entrance],
        lons[entrance],
        between(lats[entrance], lat, share),
        between(lons[entrance], lon, share));
  }

  /// Where on a piece it is nearest to an entrance, 0 to 1.
  private double share(Border street, int i, int entrance) {
    double whole = piece(street, i);
    if (whole == 0) {
      return 0;
    }
    double a = ground.metres(street.lats()[i], street.lons()[i], lats[entrance], lons[entrance]);
    double b =
        ground.metres(street.lats()[i + 1], street.lons()[i + 1], lats[entrance], lons[entrance]);
    double share = (a * a - b * b + whole * whole) / (2 * whole * whole);
    return Math.max(0, Math.min(1, share));
  }

  private static int between(int a, int b, double share) {
    return (int) Math.round(a + share * ((double) b - a));
  }
}
