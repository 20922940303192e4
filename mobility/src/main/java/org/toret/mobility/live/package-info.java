/// What is told of today beside times: disruptions and where vehicles are.
@org.jspecify.annotations.NullMarked
package org.toret.mobility.live;
