package org.toret.app.data;

import java.util.Locale;

/// What a published file is, told by its content.
public enum SourceKind {
  /// GTFS Schedule, a zip archive or a folder.
  GTFS(true),
  /// OpenStreetMap in its binary format.
  OSM(true),
  /// A GeoTIFF height model.
  ELEVATION(true),
  /// A GTFS-Realtime message.
  GTFS_RT(false),
  /// A recorded message about traffic, of 5T or in DATEX II.
  TRAFFIC(false),
  /// A folder with the files of one GBFS system.
  GBFS(true),
  /// 5T XML: car parks, access control.
  FIVE_T(true),
  /// Controlled zones and car parks; what else DATEX II has is not used.
  DATEX2(true),
  /// Car parks in JSON.
  PARKING(true),
  /// A SIRI message.
  SIRI(false),
  NETEX(false),
  /// None of these.
  UNKNOWN(false);

  private final boolean used;

  SourceKind(boolean used) {
    this.used = used;
  }

  /// Whether the compiled city is made of it.
  public boolean isUsed() {
    return used;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
