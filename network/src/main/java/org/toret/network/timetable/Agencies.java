package org.toret.network.timetable;

import org.toret.base.columns.TextColumn;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// The operators, one row each.
///
/// @param ids `feed:agency_id`
/// @param feeds index into [Feeds]
public record Agencies(TextColumn ids, TextColumn names, TextColumn urls, int[] feeds) {

  public int count() {
    return ids.size();
  }

  void write(ImageWriter image) {
    image
        .texts("agencies.id", ids)
        .texts("agencies.name", names)
        .texts("agencies.url", urls)
        .ints("agencies.feed", feeds);
  }

  static Agencies read(ImageFile image) {
    return new Agencies(
        image.texts("agencies.id"),
        image.texts("agencies.name"),
        image.texts("agencies.url"),
        image.ints("agencies.feed"));
  }
}
