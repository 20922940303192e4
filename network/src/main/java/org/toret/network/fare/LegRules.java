package org.toret.network.fare;

import org.toret.base.columns.TextColumn;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// `fare_leg_rules.txt`, one row each: 36 bytes. [#NONE] stands for an empty cell.
///
/// @param groupIds leg groups
/// @param groups leg group of each rule
/// @param networks network of each rule
/// @param fromAreas area of departure
/// @param toAreas area of arrival
/// @param fromTimeframes timeframe group of the departure
/// @param toTimeframes timeframe group of the arrival
/// @param products product that pays the leg
/// @param priorities highest wins; all 0 where the file has no such column
/// @param lines line of the file
/// @param prioritised whether the file has the column `rule_priority`: then an empty cell means
///   "any", else "any that no rule names"
public record LegRules(
    TextColumn groupIds,
    int[] groups,
    int[] networks,
    int[] fromAreas,
    int[] toAreas,
    int[] fromTimeframes,
    int[] toTimeframes,
    int[] products,
    int[] priorities,
    int[] lines,
    boolean prioritised) {

  /// An empty cell.
  public static final int NONE = -1;

  public int count() {
    return products.length;
  }

  void write(ImageWriter image, String prefix) {
    image
        .texts(prefix + "groups", groupIds)
        .ints(prefix + "group", groups)
        .ints(prefix + "network", networks)
        .ints(prefix + "fromArea", fromAreas)
        .ints(prefix + "toArea", toAreas)
        .ints(prefix + "fromTime", fromTimeframes)
        .ints(prefix + "toTime", toTimeframes)
        .ints(prefix + "product", products)
        .ints(prefix + "priority", priorities)
        .ints(prefix + "line", lines)
        .ints(prefix + "prioritised", new int[] {prioritised ? 1 : 0});
  }

  static LegRules read(ImageFile image, String prefix) {
    return new LegRules(
        image.texts(prefix + "groups"),
        image.ints(prefix + "group"),
        image.ints(prefix + "network"),
        image.ints(prefix + "fromArea"),
        image.ints(prefix + "toArea"),
        image.ints(prefix + "fromTime"),
        image.ints(prefix + "toTime"),
        image.ints(prefix + "product"),
        image.ints(prefix + "priority"),
        image.ints(prefix + "line"),
        image.ints(prefix + "prioritised")[0] != 0);
  }
}
