/// What is paid for driving somewhere: zones that are entered against a charge, and roads with
/// tolls; and how not to pay it.
///
/// ```
///   Tolls ──► ZoneCharges, RoadTolls ──► RateTable ──► Rate      Due
/// ```
package org.toret.router.toll;
