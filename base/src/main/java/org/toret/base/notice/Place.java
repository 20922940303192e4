package org.toret.base.notice;

/// Where in the published data a fault lies.
///
/// @param feed the feed id, empty when it concerns no single feed
/// @param file the file inside the feed, empty when it concerns the whole feed
/// @param line 1-based line of the file, 0 when no line can be named
/// @param field column or element name, empty when none can be named
public record Place(String feed, String file, long line, String field) {

  /// A place that is the whole feed.
  public static Place ofFeed(String feed) {
    return new Place(feed, "", 0, "");
  }

  /// A place that is a whole file.
  public static Place ofFile(String feed, String file) {
    return new Place(feed, file, 0, "");
  }
}
