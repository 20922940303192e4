package org.toret.app.pages.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AddressTest {

  @Test
  void whatIsEmptyIsLeftOutAndTheRestStaysReadable() {
    Map<String, String[]> given = new LinkedHashMap<>();
    given.put("from", new String[] {"45.07,7.68"});
    given.put("vehicle", new String[] {""});
    given.put("to", new String[] {"gtt:100 & più"});
    assertThat(Address.of(given).query()).isEqualTo("from=45.07,7.68&to=gtt:100+%26+pi%C3%B9");
  }

  @Test
  void listsMayComeByCommasOrByRepetition() {
    Address address = Address.of(Map.of("modes", new String[] {"walk,bus", "metro"}));
    assertThat(address.list("modes")).isEqualTo(List.of("walk", "bus", "metro"));
  }

  @Test
  void changesAreMadeOnACopy() {
    Address address = Address.of(Map.of("sort", new String[] {"fare"}));
    assertThat(address.with("sort", "").href("/")).isEqualTo("/");
    assertThat(address.href("/")).isEqualTo("/?sort=fare");
  }
}
