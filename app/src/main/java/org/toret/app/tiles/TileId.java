package org.toret.app.tiles;

import org.toret.base.geo.BoundingBox;

/// Which square of the Web Mercator pyramid (XYZ scheme) a tile is.
public record TileId(int z, int x, int y) {

  /// Beyond this the map enlarges tiles by itself.
  public static final int MAX_ZOOM = 18;

  public boolean isValid() {
    return z >= 0 && z <= MAX_ZOOM && x >= 0 && y >= 0 && x < 1 << z && y < 1 << z;
  }

  /// What the tile shows, with a margin of a share of its width on each side.
  public BoundingBox bounds(double margin) {
    double side = 1.0 / (1 << z);
    return new BoundingBox(
        lat((y + 1 + margin) * side),
        lon((x - margin) * side),
        lat((y - margin) * side),
        lon((x + 1 + margin) * side));
  }

  private static double lon(double worldX) {
    return Math.clamp(worldX * 360 - 180, -180, 180);
  }

  private static double lat(double worldY) {
    double lat = Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * worldY))));
    return Math.clamp(lat, -90, 90);
  }
}
