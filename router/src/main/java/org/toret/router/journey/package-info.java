/// Joins street and timetable: what a planner needs of one compiled city, and the choice of where
/// to board, change and alight along the trips that a search found.
package org.toret.router.journey;
