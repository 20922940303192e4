/// Car parks as cities publish them in JSON: GeoJSON features, lists of objects, ParkAPI.
@org.jspecify.annotations.NullMarked
package org.toret.feeds.parking;
