package org.toret.app.keep;

import org.toret.base.rules.RuleBook;
import org.toret.mobility.Planner;
import org.toret.mobility.board.Boards;
import org.toret.mobility.place.Directory;
import org.toret.mobility.reach.MatrixPlanner;
import org.toret.mobility.reach.ReachPlanner;
import org.toret.router.journey.CityEngine;

/// What answers questions by one timetable and one state of the roads.
record Answers(
    CityEngine engine,
    Directory directory,
    Planner planner,
    ReachPlanner reach,
    MatrixPlanner matrix,
    Boards boards) {

  static Answers of(CityEngine engine, RuleBook rules) {
    Directory directory = new Directory(engine.city().timetable());
    return of(engine, rules, directory, new Planner(engine, directory, rules));
  }

  /// The same answers for what is true now: a timetable that has the rows of this one.
  Answers with(CityEngine now, RuleBook rules) {
    Directory names = new Directory(now.city().timetable());
    return of(now, rules, names, planner.with(now, names));
  }

  /// The same answers on other roads, or while fewer stops are accessible.
  Answers on(CityEngine now, RuleBook rules) {
    return of(now, rules, directory, planner.with(now, directory));
  }

  private static Answers of(
      CityEngine engine, RuleBook rules, Directory directory, Planner planner) {
    return new Answers(
        engine,
        directory,
        planner,
        new ReachPlanner(engine, directory, rules),
        new MatrixPlanner(engine, directory, rules),
        new Boards(engine, directory));
  }
}
