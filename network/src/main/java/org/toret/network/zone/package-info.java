/// Where cars may not always enter: zones and streets with hours, permits and classes of vehicle.
///
/// ```
///   AccessZonesBuilder ──► AccessZones ──► AccessRegime ──► AccessCondition
///                               │               ▲
///                           ZoneAreas       CarUser (who asks)
/// ```
package org.toret.network.zone;
