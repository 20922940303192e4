package org.toret.app.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TinyCity;
import org.toret.base.columns.TextColumn;
import org.toret.base.outcome.Outcome;
import org.toret.network.City;
import org.toret.network.timetable.Timetable;

/// What lies in the store, and when it is used.
final class CityPreparationTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-09-15T06:00:00Z"), ZoneOffset.UTC);

  @TempDir Path temporary;
  private Path data;
  private Path state;
  private final List<String> unusable = new ArrayList<>();
  private final List<CityProgress.Stage> stages = new ArrayList<>();

  @BeforeEach
  void city() {
    data = temporary.resolve("data");
    state = temporary.resolve("state");
    TinyCity.write(data, 10);
  }

  @Test
  @Tag("CC-05")
  void theSameInputsAreCompiledOnce() {
    StoredCity first = prepare();
    assertThat(stages).contains(CityProgress.Stage.TIMETABLE, CityProgress.Stage.WRITE);
    stages.clear();
    StoredCity second = prepare();
    assertThat(stages).isEmpty();
    assertThat(second.image().hash()).isEqualTo(first.image().hash());
    assertThat(second.about()).isEqualTo(first.about());
  }

  @Test
  @Tag("TT-07")
  void severalFeedsLiveInOneCity() throws IOException {
    TinyCity.write(data.resolve("other.zip"), 5, "20301231");
    Timetable both = City.read(prepare().image()).timetable();
    assertThat(ids(both.stops().ids())).contains("tiny:A", "other:A");
    assertThat(ids(both.trips().ids())).contains("tiny:there9", "other:there4");
    assertThat(ids(both.trips().ids())).doesNotContain("other:there9");
  }

  private static List<String> ids(TextColumn column) {
    return IntStream.range(0, column.size()).mapToObj(column::get).toList();
  }

  @Test
  @Tag("CC-05")
  void otherContentIsAnotherCityAndTheSameContentElsewhereIsNot() throws IOException {
    StoredCity first = prepare();
    TinyCity.write(data, 11);
    StoredCity changed = prepare();
    assertThat(changed.folder()).isNotEqualTo(first.folder());
    Path moved = temporary.resolve("elsewhere/data");
    Files.createDirectories(moved.getParent());
    Files.move(data, moved);
    data = moved;
    stages.clear();
    assertThat(prepare().folder()).isEqualTo(changed.folder());
    assertThat(stages).isEmpty();
  }

  @Test
  @Tag("CC-05")
  void cityYamlBelongsToTheInputs() throws IOException {
    StoredCity first = prepare();
    Files.writeString(data.resolve("city.yaml"), "name: Napkin\ncountry: IT\n");
    StoredCity named = prepare();
    assertThat(named.folder()).isNotEqualTo(first.folder());
    assertThat(named.about().name()).isEqualTo("Napkin");
  }

  @Test
  void aDamagedImageIsSaidAndBuiltAnew() throws IOException {
    StoredCity first = prepare();
    Path image = CityPreparation.image(first);
    byte[] bytes = Files.readAllBytes(image);
    bytes[bytes.length / 2] ^= 1;
    Files.delete(image);
    Files.write(image, bytes);
    StoredCity again = prepare();
    assertThat(unusable).containsExactly("image_damaged");
    assertThat(again.image().hash()).isEqualTo(first.image().hash());
    unusable.clear();
    prepare();
    assertThat(unusable).isEmpty();
  }

  @Test
  void anImageOfAnotherVersionIsSaidAndBuiltAnew() throws IOException {
    Path image = CityPreparation.image(prepare());
    byte[] bytes = Files.readAllBytes(image);
    bytes[8] ^= 0x40;
    Files.delete(image);
    Files.write(image, bytes);
    prepare();
    assertThat(unusable).containsExactly("image_version");
  }

  @Test
  void anImageCutShortIsSaidAndBuiltAnew() throws IOException {
    Path image = CityPreparation.image(prepare());
    byte[] bytes = Files.readAllBytes(image);
    Files.delete(image);
    Files.write(image, java.util.Arrays.copyOf(bytes, bytes.length - 100));
    prepare();
    assertThat(unusable).containsExactly("image_damaged");
  }

  @Test
  @Tag("CC-03")
  void anInterruptionLeavesNothingThatWouldBeRead() throws IOException {
    Inputs inputs = inputs();
    var preparation = preparation();
    CityProgress interrupted =
        (stage, fraction, detail) -> {
          if (stage == CityProgress.Stage.WRITE) {
            throw new IllegalStateException("pulled the plug");
          }
        };
    try {
      preparation.prepare(inputs, interrupted, refused -> {});
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessage("pulled the plug");
    }
    Path images = state.resolve("images");
    if (Files.exists(images)) {
      try (Stream<Path> left = Files.list(images)) {
        assertThat(left).isEmpty();
      }
    }
    assertThat(prepare().about().inputHash()).isEqualTo(inputs.hash());
  }

  @Test
  void aFailureWhileWritingLeavesNothingEither() throws IOException {
    ImageStore store = new ImageStore(state, CLOCK);
    StoredCity good = prepare();
    About about = good.about();
    try {
      store.save(
          about,
          new org.toret.network.image.ImageWriter(),
          folder -> {
            throw new IOException("disk full");
          });
    } catch (IOException expected) {
      assertThat(expected).hasMessage("disk full");
    }
    try (Stream<Path> left = Files.list(state.resolve("images"))) {
      assertThat(left).containsExactly(good.folder());
    }
    stages.clear();
    prepare();
    assertThat(stages).isEmpty();
  }

  @Test
  void oldImagesMakeRoom() throws IOException {
    for (int trips = 1; trips <= 7; trips++) {
      TinyCity.write(data, trips);
      prepare();
    }
    try (Stream<Path> left = Files.list(state.resolve("images"))) {
      assertThat(left).hasSize(4);
    }
  }

  @Test
  void nothingUsableIsRefused() throws IOException {
    Files.delete(data.resolve("tiny.zip"));
    assertThat(preparation().inputs())
        .isInstanceOfSatisfying(
            Outcome.Refused.class, refused -> assertThat(refused.code()).isEqualTo("data_empty"));
  }

  private StoredCity prepare() {
    Outcome<StoredCity> outcome =
        preparation()
            .prepare(
                inputs(),
                (stage, fraction, detail) -> stages.add(stage),
                refused -> unusable.add(refused.code()));
    return done(outcome);
  }

  private Inputs inputs() {
    return done(preparation().inputs());
  }

  private CityPreparation preparation() {
    return new CityPreparation(Optional.of(data), state, CLOCK);
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T> refused -> throw new AssertionError(refused);
    };
  }
}
