package org.toret.network.timetable;

import org.toret.base.columns.TextColumn;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// The timetable feeds of a city, one row each.
///
/// @param ids feed id, the part before the first colon of every other id
/// @param names publisher, for attribution
/// @param urls publisher's address
/// @param versions `feed_version`, or the start date where none is given
/// @param zones IANA time zone in which the feed's times are meant
/// @param languages BCP 47 language of its names
/// @param firstDays first epoch day of its validity
/// @param lastDays last epoch day of its validity
/// @param licences licence or attribution text, empty where none is stated
public record Feeds(
    TextColumn ids,
    TextColumn names,
    TextColumn urls,
    TextColumn versions,
    TextColumn zones,
    TextColumn languages,
    int[] firstDays,
    int[] lastDays,
    TextColumn licences) {

  public int count() {
    return ids.size();
  }

  void write(ImageWriter image) {
    image
        .texts("feeds.id", ids)
        .texts("feeds.name", names)
        .texts("feeds.url", urls)
        .texts("feeds.version", versions)
        .texts("feeds.zone", zones)
        .texts("feeds.language", languages)
        .ints("feeds.firstDay", firstDays)
        .ints("feeds.lastDay", lastDays)
        .texts("feeds.licence", licences);
  }

  static Feeds read(ImageFile image) {
    return new Feeds(
        image.texts("feeds.id"),
        image.texts("feeds.name"),
        image.texts("feeds.url"),
        image.texts("feeds.version"),
        image.texts("feeds.zone"),
        image.texts("feeds.language"),
        image.ints("feeds.firstDay"),
        image.ints("feeds.lastDay"),
        image.texts("feeds.licence"));
  }
}
