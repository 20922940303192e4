/// The city as immutable columns: timetable, streets, fares, and the one file they are stored in.
///
/// ```
///   city ──► timetable   street   fare ──► image
/// ```
@org.jspecify.annotations.NullMarked
module org.toret.network {
  requires transitive org.toret.base;

  exports org.toret.network.image;
}
