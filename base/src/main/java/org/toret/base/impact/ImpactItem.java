package org.toret.base.impact;

import org.toret.base.rules.RuleReference;

/// One line of the account behind an impact: how much by which factor from which source.
///
/// @param amount in the unit of the measure
/// @param factor the row that gave the number, or that lacks it
/// @param source who says so, with the year
public record ImpactItem(Measure measure, Quantity amount, RuleReference factor, String source) {}
