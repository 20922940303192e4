/// What is told of chances: how likely a shared vehicle, a dock or a place to park is there on
/// arrival, and where to go else.
@org.jspecify.annotations.NullMarked
package org.toret.mobility.chance;
