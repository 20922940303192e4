package org.toret.feeds.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toret.network.zone.AccessRegime;
import org.toret.network.zone.CarUser;

/// Conditional access as mappers write it. 2026-09-14 is a Monday.
final class OsmAccessTest {

  private static final CarUser ANYBODY = new CarUser("petrol", 6, Set.of());
  private static final LocalDate HOLIDAY = LocalDate.of(2026, 12, 8);

  private static boolean open(String text, CarUser car, String time) {
    AccessRegime regime = OsmAccess.parse(text).regime().orElseThrow();
    return regime.isOpen(car, LocalDateTime.parse(time), HOLIDAY::equals);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "|no @ (Mo-Fr 07:30-10:30)|; 2026-09-14T07:29; true",
        "|no @ (Mo-Fr 07:30-10:30)|; 2026-09-14T07:30; false",
        "|no @ (Mo-Fr 07:30-10:30)|; 2026-09-14T10:30; true",
        "|no @ (Mo-Fr 07:30-10:30)|; 2026-09-19T08:00; true",
        "no|delivery @ (10:30-12:30)|; 2026-09-14T11:00; false",
        "no|yes @ (20:00-07:00)|; 2026-09-14T23:00; true",
        "no|yes @ (20:00-07:00)|; 2026-09-14T06:59; true",
        "no|yes @ (20:00-07:00)|; 2026-09-14T07:00; false",
        "|no @(Mo-Sa 07:30-09:00, 17:00-19:30)|; 2026-09-19T18:00; false",
        "|no @(Mo-Sa 07:30-09:00, 17:00-19:30)|; 2026-09-20T18:00; true",
        "|no @ (Sa,Su,PH 07:00-20:00)|; 2026-12-08T08:00; false",
        "|no @ (Sa,Su,PH 07:00-20:00)|; 2026-12-09T08:00; true",
        "|no @ (22:00-06:00)|; 2026-09-14T02:00; false",
        "no|yes @ (00:00-07:30,09:30-17:30,19:30-24:00)|; 2026-09-14T23:59; true",
        "no|yes @ (00:00-07:30,09:30-17:30,19:30-24:00)|; 2026-09-14T18:00; false"
      })
  void hoursHold(String text, String time, boolean open) {
    assertThat(open(text, ANYBODY, time)).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "2026-12-08T08:00; true",
        "2026-12-07T08:00; false",
      })
  void holidaysCanBeLeftOut(String time, boolean open) {
    String text = "|no @ (Mo-Fr 07:30-09:30; PH off)|";
    assertThat(open(text, ANYBODY, time)).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "|no @ (Su, Mo-Sa 20:00-06:00)|; 2026-09-20T12:00; false",
        "|no @ (Su, Mo-Sa 20:00-06:00)|; 2026-09-14T12:00; true",
        "|no @ (Su, Mo-Sa 20:00-06:00)|; 2026-09-14T21:00; false",
      })
  void severalRulesHold(String text, String time, boolean open) {
    assertThat(open(text, ANYBODY, time)).isEqualTo(open);
  }

  @Test
  void aPermitOfTheZoneOpensIt() {
    String text = "|no @ (Mo-Fr 07:30-10:30); yes @ permit|ZTL Centrale";
    assertThat(OsmAccess.parse(text).regime().orElseThrow().id()).isEqualTo("osm:ztl-centrale");
    CarUser holder = new CarUser("petrol", 6, Set.of("osm:ztl-centrale"));
    assertThat(open(text, ANYBODY, "2026-09-14T08:00")).isFalse();
    assertThat(open(text, holder, "2026-09-14T08:00")).isTrue();
    CarUser disabled = new CarUser("petrol", 6, Set.of("disabled"));
    assertThat(open("|no; yes @ disabled|", disabled, "2026-09-14T08:00")).isTrue();
    assertThat(open("|no; yes @ disabled|", ANYBODY, "2026-09-14T08:00")).isFalse();
  }

  @Test
  void deliveriesAreForThoseWhoDeliver() {
    CarUser courier = new CarUser("diesel", 6, Set.of("delivery"));
    String text = "no|delivery @ (Mo-Sa 10:30-12:30)|";
    assertThat(open(text, courier, "2026-09-14T11:00")).isTrue();
    assertThat(open(text, courier, "2026-09-14T13:00")).isFalse();
  }

  @Test
  void whatDoesNotConcernCarsIsLeftOut() {
    assertThat(OsmAccess.parse("|no @ (weight>7.5)|").regime()).isEmpty();
    assertThat(OsmAccess.parse("|no @ (weight>7.5)|").unread()).isEmpty();
  }

  @Test
  void whatIsNotUnderstoodIsSaid() {
    assertThat(OsmAccess.parse("|no @ (sunset-sunrise)|").unread()).hasSize(1);
    assertThat(OsmAccess.parse("|no @ (Jul 15-Aug 31)|").unread()).hasSize(1);
    assertThat(OsmAccess.parse("|no @ (25:00-99:00)|").unread()).hasSize(1);
  }
}
