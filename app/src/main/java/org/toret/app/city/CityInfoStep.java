package org.toret.app.city;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toret.app.data.CityConfig;
import org.toret.app.data.SourceKind;
import org.toret.base.geo.BoundingBox;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.network.CityInfo;
import org.toret.network.sharing.Sharing;
import org.toret.network.sharing.SharingSystems;
import org.toret.network.street.StreetNetwork;
import org.toret.network.timetable.Feeds;
import org.toret.network.timetable.Timetable;

/// Says what the city is: from `city.yaml`, else from the data, with a notice for what is assumed.
final class CityInfoStep {

  private static final int LANGUAGE_LETTERS = 2;

  private final Inputs inputs;
  private final CityConfig config;
  private final Notices notices;

  CityInfoStep(Inputs inputs, Notices notices) {
    this.inputs = inputs;
    this.config = inputs.folder().config();
    this.notices = notices;
  }

  CityInfo info(Timetable timetable, StreetNetwork streets, Sharing sharing) {
    ZoneId zone = zone(timetable.feeds());
    return new CityInfo(
        config.name(),
        zone,
        country(zone),
        languages(timetable.feeds()),
        bounds(timetable, streets),
        config.demo(),
        attributions(timetable.feeds(), sharing.systems()));
  }

  private ZoneId zone(Feeds feeds) {
    if (config.zone().isPresent()) {
      return config.zone().get();
    }
    ZoneId zone = ZoneId.of("UTC");
    for (int feed = feeds.count() - 1; feed >= 0; feed--) {
      try {
        zone = ZoneId.of(feeds.zones().get(feed));
      } catch (DateTimeException e) {
        continue;
      }
    }
    assumed("zone_assumed", zone);
    return zone;
  }

  private String country(ZoneId zone) {
    if (config.country().isPresent()) {
      return config.country().get();
    }
    String country = ZoneCountries.find(zone).orElse("");
    assumed("country_assumed", country.isEmpty() ? "–" : country, zone);
    return country;
  }

  private List<String> languages(Feeds feeds) {
    if (!config.languages().isEmpty()) {
      return config.languages();
    }
    Set<String> languages = new LinkedHashSet<>();
    for (int feed = 0; feed < feeds.count(); feed++) {
      String language = feeds.languages().get(feed);
      if (language.length() >= LANGUAGE_LETTERS) {
        languages.add(language.substring(0, LANGUAGE_LETTERS).toLowerCase(java.util.Locale.ROOT));
      }
    }
    languages.add("en");
    assumed("languages_assumed", String.join(", ", languages));
    return List.copyOf(languages);
  }

  private BoundingBox bounds(Timetable timetable, StreetNetwork streets) {
    if (config.bounds().isPresent()) {
      return config.bounds().get();
    }
    @Nullable BoundingBox box = null;
    for (int stop = 0; stop < timetable.stops().count(); stop++) {
      var point = timetable.stops().point(stop);
      box = box == null ? BoundingBox.of(point) : box.including(point);
    }
    for (int node = 0; node < streets.nodes().count(); node++) {
      var point = streets.nodes().point(node);
      box = box == null ? BoundingBox.of(point) : box.including(point);
    }
    return box == null ? new BoundingBox(0, 0, 0, 0) : box;
  }

  private List<String> attributions(Feeds feeds, SharingSystems systems) {
    List<String> lines = new ArrayList<>();
    for (int feed = 0; feed < feeds.count(); feed++) {
      String licence = feeds.licences().get(feed);
      String publisher = feeds.names().get(feed);
      lines.add(licence.isEmpty() ? publisher : publisher + " – " + licence);
    }
    for (int system = 0; system < systems.count(); system++) {
      String licence = systems.licences().get(system);
      String name = systems.names().get(system);
      lines.add(licence.isEmpty() ? name : name + " – " + licence);
    }
    if (!config.demo() && !inputs.list(SourceKind.OSM).isEmpty()) {
      lines.add("© OpenStreetMap contributors (ODbL 1.0)");
    }
    if (!config.demo() && !inputs.list(SourceKind.FIVE_T).isEmpty()) {
      lines.add("5T – IODL 2.0");
    }
    return lines.stream().filter(line -> !line.isBlank()).distinct().toList();
  }

  private void assumed(String code, Object... args) {
    notices.add(Notice.of(code, Severity.INFO, Place.ofFeed(""), args));
  }
}
