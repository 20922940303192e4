package org.toret.router.fare;

/// A leg whose price the data do not tell.
///
/// | reason | meaning |
/// | --- | --- |
/// | `no_fare_data` | the feed states no fares at all |
/// | `no_fare_rule` | no rule of the feed matches the leg |
/// | `no_fare_offer` | a rule matches, but its products are not sold to this rider on this medium |
/// | `other_currency` | the price is in another currency than the rest |
/// | `no_hire_plan` | shared vehicle: no pricing plan can be told |
/// | `hire_taxes` | shared vehicle: taxes are added to the prices of the plan |
/// | `no_parking_price` | nobody says what parking there costs |
/// | `no_zone_charge`, `no_road_toll` | something is paid for entering a zone or for a road, and how much is not told |
/// | `no_consumption`, `no_fuel_price` | private car: use or price of fuel not known |
///
/// @param leg position in the journey
public record UnknownFare(int leg, String reason) {}
