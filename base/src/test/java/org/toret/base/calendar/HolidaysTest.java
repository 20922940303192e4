package org.toret.base.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HolidaysTest {

  /// Dates as published by the United States Naval Observatory.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-04-12",
        "2021-04-04",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2035-03-25",
        "2038-04-25",
        "2039-04-10"
      })
  void easterFallsOnTheKnownDays(LocalDate day) {
    assertThat(Holidays.easter(day.getYear())).isEqualTo(day);
  }

  @Test
  void saintFrancisIsKeptFrom2026() {
    assertThat(Holidays.italian(2027))
        .contains(LocalDate.of(2027, 10, 4), LocalDate.of(2027, 3, 29))
        .doesNotContain(LocalDate.of(2027, 6, 24));
    assertThat(Holidays.italian(2025)).doesNotContain(LocalDate.of(2025, 10, 4));
  }

  @Test
  void otherCountriesAreNotGuessed() {
    assertThat(Holidays.isHoliday("IT", LocalDate.of(2026, 12, 25))).isTrue();
    assertThat(Holidays.isKnown("BR")).isFalse();
    assertThat(Holidays.isHoliday("BR", LocalDate.of(2026, 12, 25))).isFalse();
  }
}
