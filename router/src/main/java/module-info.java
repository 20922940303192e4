@org.jspecify.annotations.NullMarked
module org.toret.router {
  requires transitive org.toret.network;
}
