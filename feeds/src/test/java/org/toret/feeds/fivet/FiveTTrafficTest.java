package org.toret.feeds.fivet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.notice.Messages;
import org.toret.base.notice.Notices;
import org.toret.network.traffic.RoadMessage;
import org.toret.network.traffic.RoadReading;

/// Traffic after 5T's schema, and the published file where `TORET_DATA` has it.
@Tag("RT-40")
final class FiveTTrafficTest {

  private final Notices notices = new Notices();

  private static String detector(String attributes, int flow, String speed) {
    return """
    <FDT_data lcd1="40051" Road_LCD="1" Road_name="Corso Francia(TO)" offset="96"
        direction="positive" period="5" %s>
      <speedflow flow="%d" speed="%s"/></FDT_data>
    """
        .formatted(attributes, flow, speed);
  }

  private static String message(String... detectors) {
    return """
    <?xml version="1.0" encoding="utf-8" ?>
    <traffic_data xmlns="https://simone.5t.torino.it/ns/traffic_data.xsd"
        generation_time="2025-05-07T14:02:31.645Z" end_time="2025-05-07T14:00:00.000Z">
    %s</traffic_data>
    """
        .formatted(String.join("", detectors));
  }

  private Optional<RoadMessage> read(String text) {
    return FiveTTraffic.read("fdt", text.getBytes(StandardCharsets.UTF_8), notices);
  }

  private static final String HERE = "lat=\"45.07\" lng=\"7.61\" accuracy=\"95\"";

  @Test
  void aDetectorTellsSpeedAndFlow() {
    RoadMessage message = read(message(detector(HERE, 1164, "44.04"))).orElseThrow();
    assertThat(Instant.ofEpochSecond(message.at())).isEqualTo("2025-05-07T14:00:00Z");
    RoadReading reading = message.readings().getFirst();
    assertThat(reading.kmh()).isEqualTo(44.04);
    assertThat(reading.vehiclesPerHour()).isEqualTo(1164);
    assertThat(reading.quality()).isEqualTo(0.95);
    assertThat(reading.place()).isNotNull();
    assertThat(notices.listAll()).isEmpty();
  }

  @Test
  void whatTellsNoSpeedIsCountedAndLeftOut() {
    RoadMessage message =
        read(message(
                detector(HERE, 0, "0"),
                detector(HERE, 108, "0"),
                detector(HERE, 108, "-3"),
                detector(HERE, 108, "900"),
                detector(HERE, 108, "fast"),
                detector(HERE, 0, "50"),
                detector("lat=\"45.07\" lng=\"7.61\" accuracy=\"49\"", 300, "30"),
                detector("lat=\"45.07\" lng=\"\" accuracy=\"100\"", 300, "30")))
            .orElseThrow();
    assertThat(message.readings()).isEmpty();
    assertThat(notices.listAll())
        .extracting(tally -> tally.examples().getFirst().args())
        .containsExactlyInAnyOrder(java.util.List.of("1", "8"), java.util.List.of("7", "8"));
  }

  @Test
  void nothingUnreadableIsThrown() {
    assertThat(read("")).isEmpty();
    assertThat(read("<traffic_data>")).isEmpty();
    assertThat(read("<traffic_data end_time='yesterday'/>")).isEmpty();
    assertThat(read("<a>".repeat(100_000) + "</a>".repeat(100_000))).isEmpty();
    assertThat(FiveTTraffic.read("fdt", new byte[9 << 20], notices)).isEmpty();
    assertThat(notices.listAll())
        .extracting(tally -> tally.code())
        .containsExactlyInAnyOrder("fivet_unreadable", "fivet_traffic_no_time", "fivet_too_large");
  }

  /// An entity that names a file is a fault of the message, and the file is not read.
  @Test
  void nothingOutsideTheMessageIsRead() throws IOException {
    Path secret = Files.createTempFile("secret", ".txt");
    Files.writeString(secret, "TOP");
    String text =
        "<!DOCTYPE traffic_data [<!ENTITY x SYSTEM '"
            + secret.toUri()
            + "'>]>"
            + "<traffic_data end_time='2025-05-07T14:00:00Z'><FDT_data Road_name='&x;'/>"
            + "</traffic_data>";
    assertThat(read(text)).isEmpty();
    Files.delete(secret);
  }

  @Test
  void noticesAreToldInBothLanguages() {
    read(message(detector(HERE, 0, "0")));
    Messages messages = new Messages().load(FiveTTraffic.class, "fivet", "it", "en");
    var first = notices.listAll().getFirst();
    for (Locale locale : new Locale[] {Locale.ITALIAN, Locale.ENGLISH}) {
      assertThat(messages.text(locale, first.code(), first.examples().getFirst().args()))
          .contains("1")
          .doesNotContain("{");
    }
  }

  @Test
  void thePublishedFileIsUnderstood() throws IOException {
    String data = System.getenv("TORET_DATA");
    assumeTrue(data != null, "TORET_DATA names no folder");
    Path file = Path.of(data, "torino", "realtime", "fdt.xml");
    assumeTrue(Files.exists(file), "TORET_DATA names no folder with " + file);
    byte[] bytes = Files.readAllBytes(file);
    assertThat(FiveTTraffic.isTraffic(new String(bytes, 0, 2000, StandardCharsets.UTF_8))).isTrue();
    RoadMessage message = FiveTTraffic.read("fdt", bytes, notices).orElseThrow();
    // of 149 detectors those are left out that say speed 0; all others are accurate enough
    assertThat(message.readings()).hasSize(149 - speedZero(bytes));
    assertThat(message.readings())
        .anySatisfy(reading -> {
          assertThat(reading.kmh()).isEqualTo(53.21);
          assertThat(reading.vehiclesPerHour()).isEqualTo(1284);
        });
  }

  private static int speedZero(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).split("speed=\"0\"", -1).length - 1;
  }
}
