package org.toret.network.fare;

import org.toret.base.columns.Csr;
import org.toret.base.columns.TextColumn;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;
import org.toret.network.timetable.ServiceCalendar;

/// Groups of times of day on sets of days. A frame holds from its start, included, to its end,
/// excluded, in seconds of the local day.
///
/// @param framesOfGroup rows are groups, values are frames
/// @param services row of `days` for each frame
/// @param days the days on which frames hold, by local calendar day
public record Timeframes(
    TextColumn groupIds,
    Csr framesOfGroup,
    int[] startSeconds,
    int[] endSeconds,
    int[] services,
    ServiceCalendar days) {

  /// Whether a moment lies in a group.
  public boolean holds(int group, int epochDay, int secondOfDay) {
    for (int i = framesOfGroup.start(group); i < framesOfGroup.end(group); i++) {
      int frame = framesOfGroup.values()[i];
      if (secondOfDay >= startSeconds[frame]
          && secondOfDay < endSeconds[frame]
          && days.runs(services[frame], epochDay)) {
        return true;
      }
    }
    return false;
  }

  void write(ImageWriter image, String prefix) {
    image
        .texts(prefix + "group", groupIds)
        .csr(prefix + "of", framesOfGroup)
        .ints(prefix + "start", startSeconds)
        .ints(prefix + "end", endSeconds)
        .ints(prefix + "service", services)
        .ints(prefix + "span", new int[] {days.firstDay(), days.days()})
        .longs(prefix + "days", days.words());
  }

  static Timeframes read(ImageFile image, String prefix) {
    int[] span = image.ints(prefix + "span");
    return new Timeframes(
        image.texts(prefix + "group"),
        image.csr(prefix + "of"),
        image.ints(prefix + "start"),
        image.ints(prefix + "end"),
        image.ints(prefix + "service"),
        new ServiceCalendar(span[0], span[1], image.longs(prefix + "days")));
  }
}
