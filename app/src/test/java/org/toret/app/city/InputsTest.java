package org.toret.app.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.data.DataFolder;

/// What a city is compiled from.
@Tag("RT-43")
final class InputsTest {

  @TempDir Path folder;

  private String hash() throws IOException {
    return Inputs.of(DataFolder.lookThrough(folder)).hash();
  }

  private void write(String name, String root, String element) throws IOException {
    Files.writeString(
        folder.resolve(name),
        "<"
            + root
            + " xmlns='https://simone.5t.torino.it/ns/x.xsd'>"
            + element
            + "</"
            + root
            + ">");
  }

  @Test
  void renewedTrafficDoesNotCompileTheCityAnew() throws IOException {
    write("ztl.xml", "access_control_info", "<ztl/>");
    write("fdt.xml", "traffic_data", "<FDT_data lcd1='1'/>");
    String before = hash();
    write("fdt.xml", "traffic_data", "<FDT_data lcd1='2'/>");
    assertThat(hash()).isEqualTo(before);
    Files.delete(folder.resolve("fdt.xml"));
    assertThat(hash()).isEqualTo(before);
    write("ztl.xml", "access_control_info", "<ztl id='1'/>");
    assertThat(hash()).isNotEqualTo(before);
  }
}
