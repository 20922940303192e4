package org.toret.feeds.elevation;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.toret.base.notice.Messages;
import org.toret.base.outcome.Outcome;

/// Reads elevation models from GeoTIFF files in geographic WGS84 degrees (OGC 19-008, *GeoTIFF
/// Standard 1.1*), through the Java platform's own TIFF reader.
public final class GeoTiff {

  private static final int PIXEL_SCALE = 33550;
  private static final int TIE_POINT = 33922;
  private static final int GEO_KEYS = 34735;
  private static final int NO_DATA = 42113;
  private static final int MODEL_TYPE = 1024;
  private static final int RASTER_TYPE = 1025;
  private static final int GEOGRAPHIC = 2;
  private static final int PIXEL_IS_POINT = 2;
  private static final long MOST_CELLS = 200_000_000;

  private GeoTiff() {}

  /// Loads the texts of this package's refusals.
  public static Messages messages(Messages target) {
    return target.load(GeoTiff.class, "elevation", "it", "en");
  }

  /// Reads the first band. Refused as `elevation_unreadable`, `elevation_unreferenced` (not a
  /// raster in geographic degrees) or `elevation_too_large`.
  public static Outcome<ElevationModel> read(Path file) {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("tiff");
      if (in == null || !readers.hasNext()) {
        return Outcome.refused("elevation_unreadable", file, "no TIFF");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        return read(file, reader);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      // the reader of the platform meets damaged tags with any exception there is
      return Outcome.refused("elevation_unreadable", file, String.valueOf(e.getMessage()));
    }
  }

  private static Outcome<ElevationModel> read(Path file, ImageReader reader) throws IOException {
    TIFFDirectory tags = TIFFDirectory.createFromMetadata(reader.getImageMetadata(0));
    TIFFField scale = tags.getTIFFField(PIXEL_SCALE);
    TIFFField tie = tags.getTIFFField(TIE_POINT);
    boolean degrees = key(tags, MODEL_TYPE) == GEOGRAPHIC;
    if (scale == null || tie == null || !degrees || tie.getCount() < 6 || scale.getCount() < 2) {
      return Outcome.refused("elevation_unreferenced", file);
    }
    long cells = (long) reader.getWidth(0) * reader.getHeight(0);
    if (cells > MOST_CELLS) {
      return Outcome.refused("elevation_too_large", file, reader.getWidth(0), reader.getHeight(0));
    }
    double lonStep = scale.getAsDouble(0);
    double latStep = scale.getAsDouble(1);
    double centre = key(tags, RASTER_TYPE) == PIXEL_IS_POINT ? 0 : 0.5;
    double west = tie.getAsDouble(3) + (centre - tie.getAsDouble(0)) * lonStep;
    double north = tie.getAsDouble(4) - (centre - tie.getAsDouble(1)) * latStep;
    Raster raster = reader.read(0).getRaster();
    float[] metres = metres(raster, noData(tags.getTIFFField(NO_DATA)));
    return Outcome.done(
        new ElevationModel(
            metres, raster.getWidth(), raster.getHeight(), west, north, lonStep, latStep));
  }

  private static float[] metres(Raster raster, OptionalDouble noData) {
    int width = raster.getWidth();
    float[] metres = new float[width * raster.getHeight()];
    float[] row = new float[width];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        boolean missing = noData.isPresent() && row[x] == (float) noData.getAsDouble();
        metres[y * width + x] = missing ? Float.NaN : row[x];
      }
    }
    return metres;
  }

  /// The value of a short GeoKey, or -1.
  private static int key(TIFFDirectory tags, int wanted) {
    TIFFField keys = tags.getTIFFField(GEO_KEYS);
    for (int i = 4; keys != null && i + 3 < keys.getCount(); i += 4) {
      if (keys.getAsInt(i) == wanted && keys.getAsInt(i + 1) == 0) {
        return keys.getAsInt(i + 3);
      }
    }
    return -1;
  }

  private static OptionalDouble noData(@Nullable TIFFField field) {
    if (field == null) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(field.getAsString(0).trim()));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
