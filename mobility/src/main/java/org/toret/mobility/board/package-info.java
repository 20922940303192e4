/// What people read at a stop or of a line: departures, trips, stops in order.
package org.toret.mobility.board;
