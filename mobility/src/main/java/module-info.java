@org.jspecify.annotations.NullMarked
module org.toret.mobility {
  requires transitive org.toret.router;
}
