package org.toret.app.tiles;

import java.util.List;
import org.toret.app.stops.StopUse;
import org.toret.network.City;
import org.toret.network.timetable.Timetable;

/// Cuts a city into vector tiles (Mapbox Vector Tile 2.1), uncompressed. Immutable and thread-safe;
/// some milliseconds per tile.
///
/// | layer | geometry | properties |
/// | --- | --- | --- |
/// | `green` | areas | `kind` (`park`, `wood`, `works`), `name` |
/// | `water` | areas and lines | `kind` (`water_area`, `waterway`), `name` |
/// | `streets` | lines | `class` (OSM's `highway` in lower case), `name` |
/// | `lines` | lines | `route`, `mode`, `name`, `colour` (`#rrggbb`) |
/// | `stops` | points | `id`, `name`, `station`, `mode` |
/// | `sharing` | points | `id`, `name` |
/// | `places` | points | `kind` (`city` … `neighbourhood`), `name` |
public final class TileMaker {

  private final StreetLayer streets;
  private final FeatureLayers features;
  private final LineLayer lines;
  private final StopLayer stops;
  private final SharingLayer sharing;

  /// Indexes a city; a few hundred milliseconds for a large one.
  public TileMaker(City city, StopUse use) {
    Timetable timetable = city.timetable();
    streets = new StreetLayer(city.streets());
    features = new FeatureLayers(city.streets().features());
    lines = new LineLayer(timetable);
    stops = new StopLayer(timetable.stops(), use);
    sharing = new SharingLayer(city.sharing().stations());
  }

  /// The bytes of a tile; empty where the city does not reach.
  public byte[] make(TileId id) {
    TileFrame frame = new TileFrame(id);
    Protobuf tile = new Protobuf();
    List<LayerWriter> ground = features.layers(frame);
    add(tile, ground.get(0));
    add(tile, ground.get(1));
    add(tile, streets.layer(frame));
    add(tile, lines.layer(frame));
    add(tile, stops.layer(frame));
    add(tile, sharing.layer(frame));
    add(tile, ground.get(2));
    return tile.toBytes();
  }

  private static void add(Protobuf tile, LayerWriter layer) {
    if (!layer.isEmpty()) {
      tile.message(3, layer.finish());
    }
  }
}
