package org.toret.app.answer;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/// Writes times as RFC 3339 does, always with seconds: `2026-09-15T08:17:00+02:00`. An answer holds
/// hundreds of them; the formatter of the library took a fortieth of a whole answer.
final class TimeWriter extends StdSerializer<OffsetDateTime> {

  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final int LENGTH = "2026-09-15T08:17:00+02:00".length();
  private static final int LAST_YEAR = 9999;

  TimeWriter() {
    super(OffsetDateTime.class);
  }

  @Override
  public void serialize(OffsetDateTime time, JsonGenerator out, SerializationContext context) {
    int offset = time.getOffset().getTotalSeconds();
    boolean plain =
        time.getNano() == 0
            && time.getYear() >= 0
            && time.getYear() <= LAST_YEAR
            && offset != 0
            && offset % MINUTE == 0;
    if (plain) {
      char[] text = plain(time, offset);
      out.writeString(text, 0, text.length);
    } else {
      out.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
    }
  }

  private static char[] plain(OffsetDateTime time, int offset) {
    char[] text = new char[LENGTH];
    two(text, 0, time.getYear() / 100);
    two(text, 2, time.getYear() % 100);
    text[4] = '-';
    two(text, 5, time.getMonthValue());
    text[7] = '-';
    two(text, 8, time.getDayOfMonth());
    text[10] = 'T';
    two(text, 11, time.getHour());
    text[13] = ':';
    two(text, 14, time.getMinute());
    text[16] = ':';
    two(text, 17, time.getSecond());
    text[19] = offset < 0 ? '-' : '+';
    two(text, 20, Math.abs(offset) / HOUR);
    text[22] = ':';
    two(text, 23, Math.abs(offset) % HOUR / MINUTE);
    return text;
  }

  private static void two(char[] text, int at, int number) {
    text[at] = (char) ('0' + number / 10);
    text[at + 1] = (char) ('0' + number % 10);
  }
}
