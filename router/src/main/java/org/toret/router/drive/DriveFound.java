package org.toret.router.drive;

import java.util.List;

/// The ways by car that were found.
///
/// @param unsearched sets of charges to leave unpaid that were not searched for, because there were
///   too many
/// @param untried car parks near the destination to which the way was not looked at, because there
///   were too many nearer ones
public record DriveFound(List<DriveOption> options, int unsearched, int untried) {

  public DriveFound {
    options = List.copyOf(options);
  }
}
