package org.toret.app.city;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;

/// The country of a time zone, from `zone.tab` of the tz database (public domain).
final class ZoneCountries {

  private ZoneCountries() {}

  /// ISO 3166 code of the country in which a zone's namesake lies.
  static Optional<String> find(ZoneId zone) {
    try (InputStream in = ZoneCountries.class.getResourceAsStream("zone.tab")) {
      if (in == null) {
        throw new IllegalStateException("No zone.tab beside " + ZoneCountries.class.getName());
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
      return lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .filter(cells -> cells.length > 2 && cells[2].equals(zone.getId()))
          .map(cells -> cells[0])
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
