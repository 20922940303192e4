package org.toret.feeds.datex;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.xml.XmlElement;

/// Opens a file; what cannot be read is a notice.
final class DatexFile {

  private DatexFile() {}

  static Optional<XmlElement> root(String feed, Path file, Notices notices) {
    try {
      return Optional.of(XmlElement.read(file));
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage());
      notices.add(Notice.of("datex_unreadable", Severity.ERROR, place(feed, file), why));
      return Optional.empty();
    }
  }

  static Place place(String feed, Path file) {
    return Place.ofFile(feed, String.valueOf(file.getFileName()));
  }
}
