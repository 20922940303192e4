package org.toret.network.street;

import java.util.ArrayList;
import java.util.List;
import org.toret.base.columns.IntList;
import org.toret.base.columns.TextColumn;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// What a map draws besides streets: water, green, and the names of places. 9 bytes per feature, 4
/// per ring, 8 per point, plus the names.
///
/// A feature is one or more rings. An area's rings are closed (first point = last point) and filled
/// by the even-odd rule, so that holes need no mark. A line has one ring, a place one point.
///
/// @param kinds ordinal of [Kind], per feature
/// @param names per feature, empty where it has none
/// @param rings features to rings: the first ring of each, one longer than the number of features
/// @param ringOffsets rings to points, one longer than the number of rings
/// @param latsE7 latitude of each point, 1e-7 degree
/// @param lonsE7 longitude of each point, 1e-7 degree
public record MapFeatures(
    byte[] kinds, TextColumn names, int[] rings, int[] ringOffsets, int[] latsE7, int[] lonsE7) {

  /// What a feature is. The order is part of the image: append only.
  public enum Kind {
    /// Area of standing or flowing water.
    WATER_AREA,
    /// Middle line of a river, canal or stream.
    WATERWAY,
    /// Park, garden, playground, cemetery, sports ground.
    PARK,
    /// Wood, forest, meadow and other green.
    WOOD,
    /// Building ground of industry, retail or rail: drawn in a quiet shade.
    WORKS,
    /// City.
    CITY,
    /// Town.
    TOWN,
    /// Village or hamlet.
    VILLAGE,
    /// Suburb or quarter of a city.
    QUARTER,
    /// Neighbourhood or locality.
    NEIGHBOURHOOD;

    private static final Kind[] VALUES = values();

    public boolean isArea() {
      return this != WATERWAY && !isPlace();
    }

    public boolean isPlace() {
      return ordinal() >= CITY.ordinal();
    }
  }

  public static final MapFeatures NONE = new Builder().done();

  public int count() {
    return kinds.length;
  }

  public Kind kind(int feature) {
    return Kind.VALUES[kinds[feature]];
  }

  public int firstRing(int feature) {
    return rings[feature];
  }

  public int endRing(int feature) {
    return rings[feature + 1];
  }

  void write(ImageWriter out) {
    out.bytes("street.feature.kind", kinds)
        .texts("street.feature.name", names)
        .ints("street.feature.rings", rings)
        .ints("street.feature.ring.offsets", ringOffsets)
        .ints("street.feature.lat", latsE7)
        .ints("street.feature.lon", lonsE7);
  }

  static MapFeatures read(ImageFile in) {
    return new MapFeatures(
        in.bytes("street.feature.kind"),
        in.texts("street.feature.name"),
        in.ints("street.feature.rings"),
        in.ints("street.feature.ring.offsets"),
        in.ints("street.feature.lat"),
        in.ints("street.feature.lon"));
  }

  /// Collects features one after the other.
  public static final class Builder {

    private final IntList kinds = new IntList();
    private final List<String> names = new ArrayList<>();
    private final IntList rings = new IntList();
    private final IntList ringOffsets = new IntList();
    private final IntList lats = new IntList();
    private final IntList lons = new IntList();

    /// Starts a feature; its rings follow.
    public Builder feature(Kind kind, String name) {
      kinds.add(kind.ordinal());
      names.add(name);
      rings.add(ringOffsets.size());
      return this;
    }

    /// Adds a ring, a line or a single point to the feature started last.
    public Builder ring(int[] latsE7, int[] lonsE7) {
      ringOffsets.add(lats.size());
      lats.addAll(latsE7);
      lons.addAll(lonsE7);
      return this;
    }

    public MapFeatures done() {
      IntList ringEnds = new IntList();
      ringEnds.addAll(ringOffsets.toArray());
      ringEnds.add(lats.size());
      IntList featureEnds = new IntList();
      featureEnds.addAll(rings.toArray());
      featureEnds.add(ringOffsets.size());
      byte[] stored = new byte[kinds.size()];
      for (int i = 0; i < stored.length; i++) {
        stored[i] = (byte) kinds.get(i);
      }
      return new MapFeatures(
          stored,
          TextColumn.of(names),
          featureEnds.toArray(),
          ringEnds.toArray(),
          lats.toArray(),
          lons.toArray());
    }
  }
}
