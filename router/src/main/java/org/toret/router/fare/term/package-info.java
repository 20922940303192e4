/// The fare extension: dated rule tables for what GTFS Fares v2 has no words for, bound to the
/// feeds of a city and compiled to columns.
@org.jspecify.annotations.NullMarked
package org.toret.router.fare.term;
