/// Trips for travellers: questions, alternatives with four costs, boards and lines.
@org.jspecify.annotations.NullMarked
module org.toret.mobility {
  requires transitive org.toret.router;

  exports org.toret.mobility;
  exports org.toret.mobility.board;
  exports org.toret.mobility.place;
  exports org.toret.mobility.plan;
  exports org.toret.mobility.reach;
  exports org.toret.mobility.reliability;
}
