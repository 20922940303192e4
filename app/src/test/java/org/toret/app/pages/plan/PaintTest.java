package org.toret.app.pages.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toret.mobility.plan.TravelMode;

final class PaintTest {

  @ParameterizedTest
  @CsvSource({
    "'#D4002A',#ffffff",
    "f2c400,#000000",
    "FFFFFF,#000000",
    "000000,#ffffff",
    "767676,#ffffff"
  })
  void theWritingOnALineCanBeRead(String colour, String writing) {
    assertThat(Paint.of(colour).writing()).isEqualTo(writing);
  }

  @Test
  void whatIsNoColourIsPaintedLikeAllPublicTransport() {
    assertThat(Paint.of("rosso")).isEqualTo(Paint.of("0059b3"));
    assertThat(Paint.of(TravelMode.WALK)).isNotEqualTo(Paint.of(TravelMode.BIKE));
  }
}
