package org.toret.network.sharing;

import org.toret.base.columns.TextColumn;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// The sharing systems, one row each.
///
/// @param ids feed id
/// @param systemIds GBFS `system_id`
/// @param versions GBFS version of the files, for example `2.3`
/// @param licences address or identifier of the licence, empty where none is stated
/// @param urls the operator's own pages, empty where none are stated
public record SharingSystems(
    TextColumn ids,
    TextColumn systemIds,
    TextColumn names,
    TextColumn versions,
    TextColumn licences,
    TextColumn urls) {

  public int count() {
    return ids.size();
  }

  /// The system of a feed, -1 where there is none.
  public int find(String feed) {
    for (int system = 0; system < count(); system++) {
      if (ids.get(system).equals(feed)) {
        return system;
      }
    }
    return -1;
  }

  void write(ImageWriter image) {
    image
        .texts("sharing.system.id", ids)
        .texts("sharing.system.system", systemIds)
        .texts("sharing.system.name", names)
        .texts("sharing.system.version", versions)
        .texts("sharing.system.licence", licences)
        .texts("sharing.system.url", urls);
  }

  static SharingSystems read(ImageFile image) {
    return new SharingSystems(
        image.texts("sharing.system.id"),
        image.texts("sharing.system.system"),
        image.texts("sharing.system.name"),
        image.texts("sharing.system.version"),
        image.texts("sharing.system.licence"),
        image.texts("sharing.system.url"));
  }
}
