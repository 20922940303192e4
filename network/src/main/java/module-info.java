/// The city as immutable columns: timetable, streets, fares, and the one file they are stored in;
/// and what is true of it today.
///
/// ```
///   overlay ──► timetable   street   fare ──► image
///                   ▲
///                 build
/// ```
@org.jspecify.annotations.NullMarked
module org.toret.network {
  requires transitive org.toret.base;

  exports org.toret.network;
  exports org.toret.network.fare;
  exports org.toret.network.fare.build;
  exports org.toret.network.flex;
  exports org.toret.network.forecast;
  exports org.toret.network.image;
  exports org.toret.network.overlay;
  exports org.toret.network.parking;
  exports org.toret.network.sharing;
  exports org.toret.network.street;
  exports org.toret.network.timetable.build;
  exports org.toret.network.timetable;
  exports org.toret.network.traffic;
  exports org.toret.network.zone;
}
