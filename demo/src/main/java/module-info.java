@org.jspecify.annotations.NullMarked
module org.toret.demo {
  requires transitive org.toret.base;
}
