package org.toret.app.tiles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// The tiles asked for last, gzipped, up to a number of bytes. Thread-safe; a tile wanted by two at
/// once may be made twice.
public final class TileCache {

  private final TileMaker maker;
  private final long maxBytes;
  private final Map<TileId, byte[]> tiles = new LinkedHashMap<>(256, 0.75f, true);
  private long bytes;

  public TileCache(TileMaker maker, long maxBytes) {
    this.maker = maker;
    this.maxBytes = maxBytes;
  }

  /// A tile, gzipped; of no bytes at all where there is nothing to show.
  public byte[] gzipped(TileId id) {
    synchronized (tiles) {
      byte[] known = tiles.get(id);
      if (known != null) {
        return known;
      }
    }
    byte[] made = gzip(maker.make(id));
    synchronized (tiles) {
      if (tiles.putIfAbsent(id, made) == null) {
        bytes += made.length;
        var oldest = tiles.entrySet().iterator();
        while (bytes > maxBytes && oldest.hasNext()) {
          bytes -= oldest.next().getValue().length;
          oldest.remove();
        }
      }
    }
    return made;
  }

  private static byte[] gzip(byte[] tile) {
    if (tile.length == 0) {
      return tile;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(tile.length / 2);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(tile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
