package org.toret.feeds.gtfs.read;

import java.util.LinkedHashSet;
import java.util.Set;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfs.table.GtfsSource;
import org.toret.feeds.gtfs.table.GtfsTable;

/// Reads `attributions.txt`: whom to name when the data are shown.
public final class Attributions {

  private Attributions() {}

  /// The organisations to name, each with its address where one is given, separated by `; `.
  public static String read(GtfsSource source, Notices notices) {
    Set<String> named = new LinkedHashSet<>();
    try (GtfsTable table = GtfsTable.open(source, "attributions.txt", notices)) {
      int name = table.column("organization_name");
      int url = table.column("attribution_url");
      while (table.next()) {
        Texts.checkUrl(table, url);
        if (!table.has(name)) {
          table.warn("missing_value", name, "organization_name");
        } else {
          named.add(table.text(name) + (table.has(url) ? " (" + table.text(url) + ")" : ""));
        }
      }
    }
    return String.join("; ", named);
  }
}
