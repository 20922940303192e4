package org.toret.router.drive;

import java.util.List;

/// The ways by car that were found.
///
/// @param truncated whether more ways around charges could have been looked for
public record DriveFound(List<DriveOption> options, boolean truncated) {

  public DriveFound {
    options = List.copyOf(options);
  }
}
