/// The demo city: a small Turin as hand-written tables, and the generator that writes it out as
/// standard files (GTFS, GBFS, OpenStreetMap PBF, `city.yaml`).
///
/// ```
///   demo ──► timetable ──► street ──► plane ──► table
///     │          └──► gtfs
///     ├──► sharing ──► table
///     └──► osm
/// ```
@org.jspecify.annotations.NullMarked
module org.toret.demo {
  requires transitive org.toret.base;
  requires osmpbf;
  requires com.google.protobuf;

  exports org.toret.demo;
}
