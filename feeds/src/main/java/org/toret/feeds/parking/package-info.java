/// Car parks as cities publish them in JSON: GeoJSON features, lists of objects, ParkAPI.
package org.toret.feeds.parking;
