package org.toret.network;

import java.time.ZoneId;
import java.util.List;
import org.toret.base.geo.BoundingBox;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// What a city is called, where it lies and how it is configured.
///
/// @param country two-letter code, for electricity and prices
/// @param languages ISO 639 codes, the city's own first
/// @param bounds the area that can be asked about
/// @param demo whether its data are made up and must be marked so
/// @param attributions what must be shown with the data, one line per source
public record CityInfo(
    String name,
    ZoneId zone,
    String country,
    List<String> languages,
    BoundingBox bounds,
    boolean demo,
    List<String> attributions) {

  public CityInfo {
    languages = List.copyOf(languages);
    attributions = List.copyOf(attributions);
  }

  void write(ImageWriter image) {
    image
        .text("city.name", name)
        .text("city.zone", zone.getId())
        .text("city.country", country)
        .text("city.languages", String.join(",", languages))
        .text("city.attributions", String.join("\n", attributions))
        .ints(
            "city.bounds",
            new int[] {
              (int) Math.round(bounds.south() * 1e7),
              (int) Math.round(bounds.west() * 1e7),
              (int) Math.round(bounds.north() * 1e7),
              (int) Math.round(bounds.east() * 1e7),
              demo ? 1 : 0
            });
  }

  static CityInfo read(ImageFile image) {
    int[] bounds = image.ints("city.bounds");
    return new CityInfo(
        image.text("city.name"),
        ZoneId.of(image.text("city.zone")),
        image.text("city.country"),
        listed(image.text("city.languages"), ","),
        new BoundingBox(bounds[0] / 1e7, bounds[1] / 1e7, bounds[2] / 1e7, bounds[3] / 1e7),
        bounds[4] != 0,
        listed(image.text("city.attributions"), "\n"));
  }

  private static List<String> listed(String text, String separator) {
    return text.isEmpty() ? List.of() : List.of(text.split(separator));
  }
}
