package org.toret.app.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.city.CityPreparation;
import org.toret.app.city.CityProgress;
import org.toret.app.city.StoredCity;
import org.toret.base.outcome.Outcome;
import org.toret.demo.DemoCity;

/// Damages good files of every format and reads them: a few hundred of each in `check`, many
/// thousands in `full`, there also published files where `TORET_DATA` has them. Each damaged file
/// is drawn from its number, so a run is the same everywhere and a fault can be repeated; other
/// numbers are tried with `-Dfuzz.first=N -Dfuzz.files=N`, readers whose names begin alike with
/// `-Dfuzz.only=BEGINNING`.
final class ReadersTest {

  private static final int FEW = 100;
  private static final int MANY = 1_500;

  @TempDir private static Path folder;

  private static Path demo;

  @BeforeAll
  static void write() throws IOException {
    demo = Files.createDirectory(folder.resolve("demo"));
    DemoCity.write(demo);
  }

  @TestFactory
  @Tag("HO-20")
  Stream<DynamicTest> nothingThatIsReadDoesHarm() throws IOException {
    return tests(small("few"), Integer.getInteger("fuzz.files", FEW));
  }

  @TestFactory
  @Tag("HO-20")
  @Tag("full")
  Stream<DynamicTest> nothingThatIsReadDoesHarmInManyRounds() throws IOException {
    return tests(small("many"), MANY);
  }

  @TestFactory
  @Tag("HO-20")
  @Tag("full")
  Stream<DynamicTest> nothingPublishedDoesHarmWhenDamaged() throws IOException {
    Optional<Path> data = Readers.published();
    if (data.isEmpty()) {
      org.junit.jupiter.api.Assumptions.abort("TORET_DATA names no folder of published files");
    }
    return tests(published(data.get()), MANY / 5);
  }

  private static Stream<DynamicTest> tests(List<Reader> readers, int files) {
    int first = Integer.getInteger("fuzz.first", 0);
    String only = System.getProperty("fuzz.only", "");
    return readers.stream()
        .filter(reader -> reader.name().startsWith(only))
        .map(reader ->
            DynamicTest.dynamicTest(reader.name(), () -> new Trial(reader).run(first, files)));
  }

  private static List<Reader> small(String name) throws IOException {
    Path work = Files.createDirectories(folder.resolve(name));
    Readers readers = new Readers(work);
    Path rail = Seeds.unpacked(demo.resolve("demo-sfm.zip"), work.resolve("rail"));
    List<Reader> all = new ArrayList<>();
    all.add(readers.gtfsFolder(rail));
    all.add(readers.gtfsZip(Readers.bytes(List.of(demo.resolve("demo-sfm.zip")))));
    all.add(readers.realtime(List.of(Seeds.realtime())));
    all.add(
        readers.fiveT(
            List.of(
                Seeds.text(Seeds.FIVE_T_PARKS), Files.readAllBytes(demo.resolve("demo-ztl.xml")))));
    all.add(readers.datex(List.of(Seeds.text(Seeds.PARKING_TABLE), Seeds.text(LiveSeeds.ZONE))));
    all.add(readers.parking(Readers.bytes(List.of(demo.resolve("demo-parking.json")))));
    all.add(readers.gbfs("gbfs", demo.resolve("demo-bikes")));
    all.add(readers.streets(List.of(Seeds.streets())));
    all.add(readers.elevation(List.of(Seeds.elevation())));
    all.add(readers.rules(Readers.bytes(List.of(demo.resolve("demo-parking-tariff.csv")))));
    all.add(readers.dataFolder(smallFiles(work.resolve("small"))));
    all.add(readers.image(List.of(image(work.resolve("image-state")))));
    all.addAll(LiveReaders.of(LiveTown.of(work.resolve("town"))));
    return all;
  }

  /// Else what is said of damaged messages would be said of nothing.
  @Test
  @Tag("HO-20")
  void goodMessagesAreTaken() throws IOException {
    LiveTown town = LiveTown.of(folder.resolve("good"));
    List<List<byte[]>> all =
        List.of(
            LiveSeeds.siri(),
            LiveSeeds.fiveT(),
            LiveSeeds.datex(),
            LiveSeeds.parking(),
            LiveSeeds.gbfs(),
            LiveSeeds.realtime());
    for (List<byte[]> good : all) {
      for (byte[] message : good) {
        assertThat(town.told(message).failures())
            .as("%s: %s", new String(message, StandardCharsets.UTF_8), town.told(message))
            .isZero();
      }
    }
  }

  private static List<Reader> published(Path data) throws IOException {
    Readers readers = new Readers(Files.createDirectories(folder.resolve("published")));
    Path formats = data.resolve("formats");
    List<Reader> all = new ArrayList<>();
    all.add(readers.datex(Readers.bytes(found(formats.resolve("datex2"), ".xml"))));
    all.add(readers.parking(Readers.bytes(found(formats.resolve("parking"), "json"))));
    all.add(readers.gbfs("gbfs-2.3", formats.resolve("gbfs-fixtures").resolve("v2.3")));
    all.add(readers.gbfs("gbfs-3.0", formats.resolve("gbfs-fixtures").resolve("v3.0")));
    List<Path> archives = new ArrayList<>(found(formats.resolve("fares-v2"), ".zip"));
    archives.addAll(found(formats.resolve("flex"), ".zip"));
    for (Path archive : archives) {
      Path unpacked = Seeds.unpacked(archive, folder.resolve(archive.getFileName() + ".files"));
      all.add(
          readers.folder(
              archive.getFileName().toString(), unpacked, readers.gtfsIn(archive.getFileName())));
    }
    all.add(
        readers.elevation(
            Readers.bytes(List.of(data.resolve("porto-alegre").resolve("elevation.tif")))));
    return all;
  }

  private static List<Path> found(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  /// What a data folder looks like, with files that are quickly read.
  private static Path smallFiles(Path to) throws IOException {
    Files.createDirectories(to);
    for (String name :
        List.of("city.yaml", "demo-ztl.xml", "demo-parking.json", "demo-parking-tariff.csv")) {
      Files.copy(demo.resolve(name), to.resolve(name));
    }
    Files.write(to.resolve("live.pb"), Seeds.realtime());
    Files.write(to.resolve("streets.osm.pbf"), Seeds.streets());
    Files.copy(demo.resolve("demo-sfm.zip"), to.resolve("demo-sfm.zip"));
    return to;
  }

  private static byte[] image(Path state) throws IOException {
    Path data = Files.createDirectories(state.resolve("data"));
    org.toret.app.TinyCity.write(data, 2);
    CityPreparation preparation = new CityPreparation(Optional.of(data), state, Clock.systemUTC());
    Outcome<StoredCity> stored =
        preparation
            .inputs()
            .then(inputs -> preparation.prepare(inputs, CityProgress.NONE, refused -> {}));
    if (stored instanceof Outcome.Done<StoredCity>(StoredCity city)) {
      return Files.readAllBytes(CityPreparation.image(city));
    }
    throw new IllegalStateException("The tiny city is refused: " + stored);
  }
}
