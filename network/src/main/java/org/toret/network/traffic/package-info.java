/// What is told of the roads of now, whoever tells it: how fast traffic moves at a place, and what
/// closes or slows a street from when to when.
@org.jspecify.annotations.NullMarked
package org.toret.network.traffic;
