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
    Directory directory, Planner planner, ReachPlanner reach, MatrixPlanner matrix, Boards boards) {

  Answers(CityEngine engine, RuleBook rules) {
    this(engine, rules, new Directory(engine.city().timetable()));
  }

  Answers(CityEngine engine, RuleBook rules, Directory directory) {
    this(
        directory,
        new Planner(engine, directory, rules),
        new ReachPlanner(engine, directory, rules),
        new MatrixPlanner(engine, directory, rules),
        new Boards(engine, directory));
  }
}
