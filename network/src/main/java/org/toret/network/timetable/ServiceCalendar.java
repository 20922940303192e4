package org.toret.network.timetable;

import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// On which dates each service runs: one bit per service and day.
///
/// @param firstDay epoch day of bit 0
/// @param days number of days covered
/// @param words the bits, `(days + 63) / 64` words per service
public record ServiceCalendar(int firstDay, int days, long[] words) {

  /// Whether a service runs on an epoch day; false outside the days covered.
  public boolean runs(int service, int epochDay) {
    int day = epochDay - firstDay;
    if (day < 0 || day >= days) {
      return false;
    }
    return (words[service * wordsPerService() + (day >> 6)] >>> day & 1) != 0;
  }

  public int services() {
    return days == 0 ? 0 : words.length / wordsPerService();
  }

  private int wordsPerService() {
    return days + 63 >> 6;
  }

  void write(ImageWriter image) {
    image.ints("calendar.span", new int[] {firstDay, days}).longs("calendar.words", words);
  }

  static ServiceCalendar read(ImageFile image) {
    int[] span = image.ints("calendar.span");
    return new ServiceCalendar(span[0], span[1], image.longs("calendar.words"));
  }
}
