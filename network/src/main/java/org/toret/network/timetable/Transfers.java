package org.toret.network.timetable;

import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// Changes on foot between nodes, street and `transfers.txt` already joined: 16 bytes per pair.
///
/// Row `n` is `offsets[n] … offsets[n + 1] - 1`. Its first entries, up to `ruleEnds[n]`, follow a
/// published rule (`ruleSeconds`); the others follow the general rule and are sorted by
/// `walkSeconds`, so that a search may stop at the first that cannot help.
///
/// How long a change takes, with `slack` the time kept for every change between vehicles and
/// `factor` how much slower than the reference speed of 1.33 m/s somebody walks:
///
/// | entry | seconds |
/// | --- | --- |
/// | general | `slack + walkSeconds × factor` |
/// | `ruleSeconds ≥ 0` | `ruleSeconds`, in proportion longer for who walks slower |
/// | `ruleSeconds = WALK` | `walkSeconds × factor` |
///
/// Pairs between which one may not change have no entry. Changing at one node takes
/// `changeSeconds[n]`, read in the same way: [TransferRules#GENERAL] is the slack,
/// [TransferRules#WALK] is nothing, [TransferRules#FORBIDDEN] may not be.
///
/// @param targets node reached
/// @param walkMetres length on foot, for display and for limits
public record Transfers(
    int[] offsets,
    int[] ruleEnds,
    int[] targets,
    int[] walkSeconds,
    int[] walkMetres,
    int[] ruleSeconds,
    int[] changeSeconds) {

  public int count() {
    return targets.length;
  }

  /// Writes the columns under a prefix, since a city has one for all and one without steps.
  public void write(ImageWriter image, String prefix) {
    image
        .ints(prefix + ".offset", offsets)
        .ints(prefix + ".ruleEnd", ruleEnds)
        .ints(prefix + ".target", targets)
        .ints(prefix + ".walkSeconds", walkSeconds)
        .ints(prefix + ".walkMetres", walkMetres)
        .ints(prefix + ".ruleSeconds", ruleSeconds)
        .ints(prefix + ".changeSeconds", changeSeconds);
  }

  public static Transfers read(ImageFile image, String prefix) {
    return new Transfers(
        image.ints(prefix + ".offset"),
        image.ints(prefix + ".ruleEnd"),
        image.ints(prefix + ".target"),
        image.ints(prefix + ".walkSeconds"),
        image.ints(prefix + ".walkMetres"),
        image.ints(prefix + ".ruleSeconds"),
        image.ints(prefix + ".changeSeconds"));
  }
}
