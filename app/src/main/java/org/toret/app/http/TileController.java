package org.toret.app.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.toret.app.ask.Problem;
import org.toret.app.ask.ProblemException;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.OpenCity;
import org.toret.app.tiles.TileId;

/// `GET /api/v1/tiles/{z}/{x}/{y}.mvt`: the map.
@RestController
public final class TileController {

  private static final MediaType MVT =
      MediaType.parseMediaType("application/vnd.mapbox-vector-tile");

  private final CityHolder holder;

  public TileController(CityHolder holder) {
    this.holder = holder;
  }

  @GetMapping("/api/v1/tiles/{z}/{x}/{y}.mvt")
  ResponseEntity<byte[]> tile(
      @PathVariable String z,
      @PathVariable String x,
      @PathVariable String y,
      HttpServletRequest request) {
    TileId id = tileId(z, x, y);
    OpenCity city = holder.get();
    String tag = '"' + city.imageHash().substring(0, 16) + '"';
    ResponseEntity.BodyBuilder response =
        ResponseEntity.ok()
            .contentType(MVT)
            .eTag(tag)
            .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
      return response.body(new byte[0]);
    }
    byte[] gzipped = city.tiles().gzipped(id);
    String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    if (gzipped.length > 0 && accepted != null && accepted.contains("gzip")) {
      return response.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(gzipped);
    }
    return response.body(unpacked(gzipped));
  }

  private static TileId tileId(String z, String x, String y) {
    try {
      TileId id = new TileId(Integer.parseInt(z), Integer.parseInt(x), Integer.parseInt(y));
      if (id.isValid()) {
        return id;
      }
    } catch (NumberFormatException e) {
      throw new ProblemException(Problem.of("no_tile", 404, z, x, y));
    }
    throw new ProblemException(Problem.of("no_tile", 404, z, x, y));
  }

  private static byte[] unpacked(byte[] gzipped) {
    if (gzipped.length == 0) {
      return gzipped;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
