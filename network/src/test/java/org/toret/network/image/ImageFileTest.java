package org.toret.network.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.base.columns.Csr;
import org.toret.base.columns.TextColumn;
import org.toret.base.outcome.Outcome;

final class ImageFileTest {

  @TempDir Path folder;

  private Path file;
  private String hash;

  @BeforeEach
  void writeAnImage() throws IOException {
    file = folder.resolve("city.toret");
    hash = image(3).write(file);
  }

  private static ImageWriter image(int third) {
    return new ImageWriter()
        .ints("numbers", new int[] {1, -2, third})
        .longs("longs", new long[] {Long.MIN_VALUE})
        .bytes("bytes", new byte[0])
        .texts("names", TextColumn.of(List.of("Porta Nuova", "", "Città", "Porta Nuova")))
        .csr("groups", new Csr(new int[] {0, 0, 2}, new int[] {7, 8}))
        .text("zone", "Europe/Rome");
  }

  @Test
  @Tag("CC-01")
  void readsWhatWasWritten() {
    ImageFile read = opened();

    assertThat(read.hash()).isEqualTo(hash);
    assertThat(read.ints("numbers")).containsExactly(1, -2, 3);
    assertThat(read.longs("longs")).containsExactly(Long.MIN_VALUE);
    assertThat(read.bytes("bytes")).isEmpty();
    assertThat(read.texts("names").get(2)).isEqualTo("Città");
    assertThat(read.texts("names").get(3)).isEqualTo("Porta Nuova");
    assertThat(read.csr("groups").row(1)).containsExactly(7, 8);
    assertThat(read.text("zone")).isEqualTo("Europe/Rome");
    assertThat(read.has("numbers")).isTrue();
    assertThat(read.has("streets")).isFalse();
  }

  @Test
  @Tag("CC-02")
  void theHashIsThatOfTheContent() throws IOException {
    assertThat(image(3).write(folder.resolve("again"))).isEqualTo(hash);
    assertThat(image(4).write(folder.resolve("other"))).isNotEqualTo(hash);
  }

  @Test
  @Tag("CC-03")
  void leavesNothingBesideTheFile() throws IOException {
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  @Tag("CC-04")
  void refusesEveryTruncation() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += 13) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(refusal()).as("%d of %d bytes", length, whole.length).isEqualTo("image_damaged");
    }
  }

  @Test
  @Tag("CC-04")
  void refusesAByteChangedAnywhereBehindTheHead() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int at = ImageFormat.HASH_OFFSET; at < whole.length; at += 7) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      Files.write(file, damaged);
      assertThat(refusal()).as("byte %d", at).isEqualTo("image_damaged");
    }
  }

  @Test
  @Tag("CC-04")
  void refusesFilesOfAnotherKindOrVersion() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    whole[8]++;
    Files.write(file, whole);
    assertThat(refusal()).isEqualTo("image_version");
    Files.write(
        file, "PK this is some zip file, surely not an image of a city".repeat(3).getBytes());
    assertThat(refusal()).isEqualTo("image_foreign");
    Files.delete(file);
    assertThat(refusal()).isEqualTo("image_unreadable");
  }

  @Test
  void aSectionHasOneNameAndOneKind() {
    ImageWriter writer = new ImageWriter().ints("a", new int[0]);
    assertThatThrownBy(() -> writer.bytes("a", new byte[0]))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> opened().longs("numbers")).isInstanceOf(DamagedImageException.class);
    assertThatThrownBy(() -> opened().ints("streets")).isInstanceOf(DamagedImageException.class);
  }

  private ImageFile opened() {
    return switch (ImageFile.open(file)) {
      case Outcome.Done<ImageFile>(ImageFile image) -> image;
      case Outcome.Refused<ImageFile> refused -> throw new AssertionError(refused);
    };
  }

  private String refusal() {
    return switch (ImageFile.open(file)) {
      case Outcome.Done<ImageFile> done -> "opened";
      case Outcome.Refused<ImageFile>(String code, List<String> args) -> code;
    };
  }
}
