package org.toret.feeds.siri;

import org.toret.feeds.gtfsrt.VehiclePosition;

/// What is said of one vehicle.
///
/// @param position where it is, without its trip
/// @param journey which run it makes, and what follows for it
record SiriVehicle(VehiclePosition position, SiriJourney journey) {}
