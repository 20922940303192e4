package org.toret.router.hire;

import org.jspecify.annotations.Nullable;
import org.toret.network.forecast.Outlook;

/// What is likely to be there at the time of travel.
///
/// @param outlook null where only what is known now counts
/// @param departure epoch second, about
public record Prospect(@Nullable Outlook outlook, long departure) {

  public static final Prospect NONE = new Prospect(null, 0);
}
