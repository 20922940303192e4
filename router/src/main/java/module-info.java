/// The search: timetable rounds, street paths, fares and impact of what was found.
@org.jspecify.annotations.NullMarked
module org.toret.router {
  requires transitive org.toret.network;

  exports org.toret.router.cycle;
  exports org.toret.router.drive;
  exports org.toret.router.fare;
  exports org.toret.router.flex;
  exports org.toret.router.hierarchy;
  exports org.toret.router.hire;
  exports org.toret.router.impact;
  exports org.toret.router.journey;
  exports org.toret.router.live;
  exports org.toret.router.path;
  exports org.toret.router.raptor;
  exports org.toret.router.reach;
  exports org.toret.router.sweep;
  exports org.toret.router.taxi;
  exports org.toret.router.toll;
  exports org.toret.router.traffic;
  exports org.toret.router.transfer;
  exports org.toret.router.walk;
}
