/// What is told of today beside times: disruptions and where vehicles are.
package org.toret.mobility.live;
