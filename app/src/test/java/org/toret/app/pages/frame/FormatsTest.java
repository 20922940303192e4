package org.toret.app.pages.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

final class FormatsTest {

  private final Formats italian = new Formats(Locale.ITALIAN);
  private final Formats english = new Formats(Locale.ENGLISH);

  @Test
  void amountsCarryTheirUnits() {
    assertThat(plain(italian.money(190, "EUR"))).isEqualTo("1,90 €");
    assertThat(english.money(190, "EUR")).isEqualTo("€1.90");
    assertThat(italian.energy(999)).isEqualTo("999 Wh");
    assertThat(italian.energy(2890)).isEqualTo("2,9 kWh");
    assertThat(english.mass(1250)).isEqualTo("1.2 kg");
    assertThat(italian.distance(344)).isEqualTo("340 m");
    assertThat(italian.distance(4400)).isEqualTo("4,4 km");
  }

  @Test
  void durationsAreWholeMinutesAndNothingIsLessThanOne() {
    assertThat(italian.duration(0)).isEqualTo("0 min");
    assertThat(italian.duration(20)).isEqualTo("1 min");
    assertThat(italian.duration(59 * 60 + 40)).isEqualTo("1 h 00 min");
    assertThat(italian.duration(65 * 60)).isEqualTo("1 h 05 min");
    assertThat(italian.briefDuration(4500)).isEqualTo("1 h 15");
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }
}
