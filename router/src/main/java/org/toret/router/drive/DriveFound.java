package org.toret.router.drive;

import java.util.List;
import org.toret.base.rules.RuleRow;
import org.toret.network.zone.AccessRegime;

/// The ways by car that were found.
///
/// @param unsearched sets of charges to leave unpaid that were not searched for, because there were
///   too many
/// @param untried car parks near the destination to which the way was not looked at, because there
///   were too many nearer ones
/// @param avoided zones that the shortest way leads through and the car may not enter
/// @param shutStreets names of single streets on the shortest way that the car may not use
/// @param left closed zones that the car starts in and leaves, those with a name
/// @param bans the rows of table `car-ban` that keep it out of some of them, with their zones
/// @param untold whether the way leads through a zone from which some cars are banned then, while
///   the fuel or the Euro class of this one is not told
public record DriveFound(
    List<DriveOption> options,
    int unsearched,
    int untried,
    List<AccessRegime> avoided,
    List<String> shutStreets,
    List<AccessRegime> left,
    List<Ban> bans,
    boolean untold) {

  /// No street, or no way.
  static final DriveFound NOTHING =
      new DriveFound(List.of(), 0, 0, List.of(), List.of(), List.of(), List.of(), false);

  public DriveFound {
    options = List.copyOf(options);
    avoided = List.copyOf(avoided);
    shutStreets = List.copyOf(shutStreets);
    left = List.copyOf(left);
    bans = List.copyOf(bans);
  }

  /// Why a car may not drive in a zone.
  public record Ban(AccessRegime zone, RuleRow rule) {}
}
