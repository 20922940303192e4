/// What tests stand on: a language for timetables, seeded random cities, and slow routers that are
/// obviously right.
///
/// ```
///   city ──► oracle
/// ```
@NullMarked
package org.toret.testkit;

import org.jspecify.annotations.NullMarked;
