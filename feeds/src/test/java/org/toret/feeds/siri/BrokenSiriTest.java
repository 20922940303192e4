package org.toret.feeds.siri;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.base.notice.Notices;

/// Messages that are cut, mutated, too large or malicious.
@Tag("RT-31")
final class BrokenSiriTest {

  @TempDir Path folder;
  private SiriCity city;

  private static final String GOOD =
      SiriCity.et(
          SiriCity.journey("t", "<Cancellation>true</Cancellation>")
              + SiriCity.journey("r", "<Cancellation>true</Cancellation>"));

  @BeforeEach
  void write() {
    city = SiriCity.write(folder);
  }

  @Test
  void aMessageThatBreaksOffGivesWhatStandsBefore() {
    byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
    int first = GOOD.indexOf("</EstimatedVehicleJourney>") + "</EstimatedVehicleJourney>".length();
    for (int length = 0; length < bytes.length; length++) {
      Optional<SiriMessage> read = city.read(Arrays.copyOf(bytes, length));
      assertThat(read.isPresent()).as("cut at %d", length).isEqualTo(length >= first);
    }
    SiriMessage half = city.read(Arrays.copyOf(bytes, first)).orElseThrow();
    assertThat(city.matched(half).tripUpdates()).hasSize(1);
    assertThat(city.notices.count("siri_truncated")).isPositive();
    assertThat(city.notices.count("siri_unreadable")).isPositive();
  }

  @Test
  void changedBytesThrowNothing() {
    Random random = new Random(17);
    byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
    int read = 0;
    for (int run = 0; run < 3000; run++) {
      byte[] changed = bytes.clone();
      for (int i = 0; i <= random.nextInt(4); i++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(128);
      }
      Optional<SiriMessage> message = city.read(changed);
      message.ifPresent(city::matched);
      read += message.isPresent() ? 1 : 0;
    }
    assertThat(read).as("most changes leave something").isBetween(500, 2999);
  }

  @Test
  void nothingOutsideIsFetchedAndNothingGrows() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "t");
    String outside =
        "<!DOCTYPE Siri [<!ENTITY x SYSTEM \"%s\">]>".formatted(secret.toUri())
            + GOOD.substring(GOOD.indexOf("<Siri")).replace("Ref>t<", "Ref>&x;<");
    assertThat(city.read(outside)).isEmpty();
    String laughs =
        "<!DOCTYPE Siri [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>"
            + GOOD.substring(GOOD.indexOf("<Siri")).replace("Ref>t<", "Ref>&b;<");
    assertThat(city.read(laughs)).isEmpty();
    assertThat(city.read("<Siri>" + "<a>".repeat(10_000))).isEmpty();
    assertThat(city.read("{\"Siri\":" + "[".repeat(100_000))).isEmpty();
    assertThat(city.read("{\"Siri\":" + "{\"a\":".repeat(100_000))).isEmpty();
    assertThat(city.notices.count("siri_unreadable")).isEqualTo(5);
  }

  @Test
  void sizesAreBounded() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(GOOD.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(SiriReader.isSiri(packed.toByteArray())).isTrue();
    assertThat(city.matched(city.read(packed.toByteArray()).orElseThrow()).tripUpdates())
        .hasSize(2);
    Notices notices = new Notices();
    assertThat(
            SiriReader.read(
                "s",
                packed.toByteArray(),
                SiriCity.ROME,
                0,
                new SiriReader.Limits(300, 10),
                notices))
        .as("unpacked it is larger than 300 bytes")
        .isEmpty();
    SiriMessage one =
        SiriReader.read(
                "s",
                packed.toByteArray(),
                SiriCity.ROME,
                0,
                new SiriReader.Limits(1 << 20, 1),
                notices)
            .orElseThrow();
    assertThat(city.matched(one).tripUpdates()).hasSize(1);
    assertThat(notices.count("siri_too_many")).isEqualTo(1);
  }
}
