package org.toret.app.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toret.base.geo.GeoPoint;

@Tag("UI-05")
final class PlaceIndexTest {

  private static final List<FoundPlace> PLACES =
      List.of(
          place(PlaceKind.STATION, "sfm:PN", "Torino Porta Nuova", 0.6, "rail"),
          place(PlaceKind.STATION, "gtt:S3634", "Porta Nuova (M1)", 0.9, "metro"),
          place(PlaceKind.STATION, "gtt:S3640", "Lingotto (M1)", 0.8, "metro"),
          place(PlaceKind.STATION, "sfm:LIN", "Torino Lingotto", 0.5, "rail"),
          place(PlaceKind.STOP, "gtt:252", "PORTA NUOVA", 0.7, "bus", "252"),
          place(PlaceKind.STOP, "gtt:40", "CASTELLO", 0.7, "tram", "40"),
          place(PlaceKind.STOP, "gtt:41", "STAZIONE LINGOTTO", 0.4, "bus", "41"),
          street("Piazza Castello", "Torino", 45.0710, 7.6857),
          street("Via Castello", "Rivoli", 45.0705, 7.5100),
          street("Corso Massimo d'Azeglio", "Torino", 45.0500, 7.6800),
          street("Via Roma", "Torino", 45.0660, 7.6800),
          street("Via Roma", "Moncalieri", 45.0010, 7.6850),
          street("Corso Giovanni Agnelli", "Torino", 45.04, 7.64),
          place(PlaceKind.PARK, "", "Giardini Reali", 0.1),
          place(PlaceKind.PLACE, "", "Moncalieri", 0.5));

  @TempDir Path folder;
  private PlaceIndex index;

  @BeforeEach
  void write() throws IOException {
    PlaceIndexWriter.write(folder, PLACES);
    index = PlaceIndex.open(folder);
  }

  @AfterEach
  void close() {
    index.close();
  }

  @ParameterizedTest
  @CsvSource({
    "porta nuova, Porta Nuova (M1)",
    "PORTA NUOVA, Porta Nuova (M1)",
    "porta nuov, Porta Nuova (M1)",
    "prota nuova, Porta Nuova (M1)",
    "torino porta nuova, Torino Porta Nuova",
    "pza castello, Piazza Castello",
    "p.za castello, Piazza Castello",
    "P.zza Castelo, Piazza Castello",
    "piazza castello, Piazza Castello",
    "castel, CASTELLO",
    "lingoto, Lingotto (M1)",
    "lingto, Lingotto (M1)",
    "corso d'azeglio, Corso Massimo d'Azeglio",
    "c.so azeglio, Corso Massimo d'Azeglio",
    "giardino reale, Giardini Reali",
    "252, PORTA NUOVA",
    "moncalieri, Moncalieri",
    "via roma 12, Via Roma",
    "agneli, Corso Giovanni Agnelli",
    "stazione lingotto, Lingotto (M1)",
    "metro lingotto, Lingotto (M1)",
    "treno porta nuova, Torino Porta Nuova"
  })
  void whatIsTypedFindsWhatIsMeant(String typed, String expected) {
    assertThat(index.find(typed, 5, Optional.empty()))
        .as(typed)
        .first()
        .extracting(FoundPlace::name)
        .isEqualTo(expected);
  }

  @Test
  void ofTwoStreetsOfOneNameTheNearerComesFirst() {
    var near = Optional.of(new GeoPoint(45.0, 7.685));
    assertThat(index.find("via roma", 5, near))
        .first()
        .extracting(FoundPlace::municipality)
        .isEqualTo("Moncalieri");
    assertThat(index.find("via roma", 5, Optional.of(new GeoPoint(45.07, 7.68))))
        .first()
        .extracting(FoundPlace::municipality)
        .isEqualTo("Torino");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(index.find("zzyzx", 5, Optional.empty())).isEmpty();
    assertThat(index.find("", 5, Optional.empty())).isEmpty();
    assertThat(index.find("!!", 5, Optional.empty())).isEmpty();
  }

  @Test
  void everythingShownComesBackAsItWasPutIn() {
    assertThat(index.find("porta nuova", 1, Optional.empty())).containsExactly(PLACES.get(1));
    assertThat(index.find("252", 1, Optional.empty())).containsExactly(PLACES.get(4));
  }

  private static FoundPlace place(
      PlaceKind kind, String id, String name, double weight, String... modesThenCode) {
    List<String> modes = modesThenCode.length == 0 ? List.of() : List.of(modesThenCode[0]);
    List<String> others = modesThenCode.length < 2 ? List.of() : List.of(modesThenCode[1]);
    return new FoundPlace(kind, id, name, "Torino", 45.07, 7.68, modes, weight, others);
  }

  private static FoundPlace street(String name, String municipality, double lat, double lon) {
    return new FoundPlace(
        PlaceKind.STREET, "", name, municipality, lat, lon, List.of(), 0.2, List.of());
  }
}
