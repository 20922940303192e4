package org.toret.network.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Conditions as the wiki of OpenStreetMap writes them in its examples (*Key:charge:conditional*,
/// *Key:fee:conditional*, *Conditional restrictions*). 2026-09-14 is a Monday.
@Tag("ST-06")
final class ConditionalTextTest {

  private static final CarUser CAR = new CarUser("petrol", 6, Set.of());

  /// `-` where nothing holds, `?` where that is not known.
  private static String value(String text, CarUser car, String time) {
    return parse(text)
        .counting(car, LocalDateTime.parse(time), day -> false)
        .map(clause -> clause.isRead() ? clause.value() : "?")
        .orElse("-");
  }

  private static ConditionalText parse(String text) {
    return ConditionalText.parse(
        text, word -> word.equals("customers") ? Optional.of(word) : Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '/',
      value = {
        "150 ZAR @ weight>3.5 / 2026-09-14T10:00 / -",
        "1.250 KWD @ height<=2; 2.500 KWD @ height>2 / 2026-09-14T10:00 / 1.250 KWD",
        "20000 IDR @ (Oct-Apr) / 2026-09-14T10:00 / -",
        "20000 IDR @ (Oct-Apr) / 2026-10-01T00:00 / 20000 IDR",
        "20000 IDR @ (Oct-Apr) / 2026-04-30T23:59 / 20000 IDR",
        "20000 IDR @ (Oct-Apr) / 2026-05-01T00:00 / -",
        "no @ (Jun-Sep Sa,Su 10:00-18:00) / 2026-07-18T12:00 / no",
        "no @ (Jun-Sep Sa,Su 10:00-18:00) / 2026-07-20T12:00 / -",
        "no @ (Jun-Sep: Sa,Su 10:00-18:00) / 2026-10-03T12:00 / -",
        "no @ (Nov AND Mo 22:00-02:00) / 2026-12-01T01:00 / no",
        "no @ (Nov AND Mo 22:00-02:00) / 2026-12-07T23:00 / -",
        "yes @ (Oct 15-Apr 15) / 2026-10-20T10:00 / ?",
        "2.50 EUR @ height<=2.2; 6.30 EUR @ axles<4 AND height>2.2; "
            + "8.90 EUR @ axles>=4 AND height>2.2 / 2026-09-14T10:00 / 2.50 EUR",
        "yes @ 08:00-08:20 / 2026-09-14T08:10 / yes",
        "yes @ 08:00-08:20 / 2026-09-14T08:20 / -",
        "no @ We / 2026-09-16T10:00 / no",
        "no @ We / 2026-09-14T10:00 / -",
        "yes @ stay > 2 hours / 2026-09-14T10:00 / ?",
        "no @ age < 12 / 2026-09-14T10:00 / ?",
        "yes @ Mo-Fr 09:00-19:00; yes @ Sa 09:00-13:00 / 2026-09-19T12:00 / yes",
        "yes @ Mo-Fr 09:00-19:00; yes @ Sa 09:00-13:00 / 2026-09-19T14:00 / -",
        "no @ customers / 2026-09-14T10:00 / -"
      })
  void theWikisExamplesHoldForACar(String text, String time, String value) {
    assertThat(value(text, CAR, time)).isEqualTo(value);
  }

  @Test
  void theLastThatHoldsCounts() {
    String text = "5 EUR @ (Mo-Su); 2 EUR @ (20:00-06:00); 1 EUR @ (customers)";
    assertThat(value(text, CAR, "2026-09-14T10:00")).isEqualTo("5 EUR");
    assertThat(value(text, CAR, "2026-09-14T21:00")).isEqualTo("2 EUR");
    CarUser customer = new CarUser("petrol", 6, Set.of("customers"));
    assertThat(value(text, customer, "2026-09-14T21:00")).isEqualTo("1 EUR");
  }

  @Test
  void vehiclesAndFuelsAreToldApart() {
    String text = "9 EUR @ hgv; 4 EUR @ motorcar; 1 EUR @ electric";
    assertThat(value(text, CAR, "2026-09-14T10:00")).isEqualTo("4 EUR");
    CarUser electric = new CarUser("electric", 0, Set.of());
    assertThat(value(text, electric, "2026-09-14T10:00")).isEqualTo("1 EUR");
  }

  /// Some cars weigh more than two tonnes, some less.
  @Test
  void whatDependsOnTheCarIsNotKnown() {
    assertThat(value("9 EUR @ weight>2", CAR, "2026-09-14T10:00")).isEqualTo("?");
    assertThat(value("9 EUR @ (Tu); 8 EUR @ (Mo)", CAR, "2026-09-14T10:00")).isEqualTo("8 EUR");
    assertThat(parse("9 EUR @ weight>2; 8 EUR @ (Mo)").unread())
        .containsExactly("9 EUR @ weight>2");
  }

  @Test
  void daysAndHoursApartHoldTogether() {
    String text = "2 EUR @ (Mo-Fr AND 07:00-19:00)";
    assertThat(value(text, CAR, "2026-09-14T10:00")).isEqualTo("2 EUR");
    assertThat(value(text, CAR, "2026-09-14T20:00")).isEqualTo("-");
    assertThat(value(text, CAR, "2026-09-19T10:00")).isEqualTo("-");
    assertThat(value("2 EUR @ (Mo-Fr AND Sa 07:00-19:00)", CAR, "2026-09-14T10:00")).isEqualTo("?");
  }

  @Test
  void aPriceWithoutAConditionIsNotTakenForOne() {
    assertThat(value("2 EUR", CAR, "2026-09-14T10:00")).isEqualTo("?");
    assertThat(value("yes", CAR, "2026-09-14T10:00")).isEqualTo("yes");
  }
}
