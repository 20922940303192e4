package org.toret.base.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class XmlElementTest {

  private static XmlElement read(String text) throws IOException {
    return XmlElement.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void namesAreLocal() throws IOException {
    XmlElement root =
        read(
            "<a:top xmlns:a='urn:a' xmlns:x='urn:x' x:type='a:Kind'><a:in n='1'> t </a:in></a:top>");
    assertThat(root.name()).isEqualTo("top");
    assertThat(root.type()).isEqualTo("Kind");
    assertThat(root.text("in")).isEqualTo("t");
    assertThat(root.child("in").orElseThrow().attribute("n")).isEqualTo("1");
    assertThat(root.all("in")).hasSize(1);
    assertThat(root.text("in", "deeper")).isEmpty();
  }

  @Test
  void documentsThatReachOutOrBreakAreRefused() {
    assertThatThrownBy(() -> read("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>"))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read("<a><b></a>")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read("")).isInstanceOf(IOException.class);
  }
}
