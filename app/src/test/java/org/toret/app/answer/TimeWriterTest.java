package org.toret.app.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class TimeWriterTest {

  private static final List<String> OFFSETS =
      List.of("+02:00", "+01:00", "Z", "-03:00", "-00:30", "+05:45", "+18:00", "+01:02:03");

  private final JsonMapper json = AnswerJson.mapper();

  @Test
  void timesAreWrittenAsTheLibraryFormatsThem() {
    Random random = new Random(31);
    for (int i = 0; i < 5000; i++) {
      Instant instant = Instant.ofEpochSecond(random.nextLong(-60_000_000_000L, 250_000_000_000L));
      int nano = random.nextInt(4) == 0 ? random.nextInt(1_000_000_000) : 0;
      ZoneOffset offset = ZoneOffset.of(OFFSETS.get(random.nextInt(OFFSETS.size())));
      assertWritten(instant.atOffset(offset).withNano(nano));
    }
  }

  @Test
  void yearsOfMoreThanFourDigitsToo() {
    assertWritten(OffsetDateTime.parse("+10000-01-01T00:00:00+01:00"));
    assertWritten(OffsetDateTime.parse("-0001-12-31T23:59:59+01:00"));
    assertWritten(OffsetDateTime.parse("9999-12-31T23:59:59-01:00"));
  }

  private void assertWritten(OffsetDateTime time) {
    String expected = '"' + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time) + '"';
    assertThat(json.writeValueAsString(time)).isEqualTo(expected);
  }
}
