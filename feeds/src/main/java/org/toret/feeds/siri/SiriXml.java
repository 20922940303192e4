package org.toret.feeds.siri;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes elements one after the other; of a text that is empty nothing is written.
final class SiriXml {

  static final String NAMESPACE = "http://www.siri.org.uk/siri";

  private final StringWriter out = new StringWriter();
  private final XMLStreamWriter xml;
  private final ZoneId zone;

  SiriXml(ZoneId zone) {
    this.zone = zone;
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("Siri");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeAttribute("version", "2.1");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  SiriXml open(String name) {
    try {
      xml.writeStartElement(name);
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  SiriXml close() {
    try {
      xml.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  SiriXml text(String name, String text) {
    return text(name, text, "");
  }

  SiriXml text(String name, String text, String language) {
    if (text.isEmpty()) {
      return this;
    }
    try {
      xml.writeStartElement(name);
      if (!language.isEmpty()) {
        xml.writeAttribute("xml:lang", language);
      }
      xml.writeCharacters(writable(text));
      xml.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  SiriXml number(String name, long number) {
    return text(name, Long.toString(number));
  }

  SiriXml yes(String name, boolean is) {
    return is ? text(name, "true") : this;
  }

  SiriXml time(String name, long epochSecond) {
    return text(
        name,
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            Instant.ofEpochSecond(epochSecond).atZone(zone)));
  }

  SiriXml time(String name, OptionalLong epochSecond) {
    return epochSecond.isEmpty() ? this : time(name, epochSecond.getAsLong());
  }

  /// Ends all that is open.
  String end() {
    try {
      xml.writeEndDocument();
      xml.close();
      return out.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Without what may not stand in XML 1.0 at all.
  private static String writable(String text) {
    return text.codePoints()
        .filter(c ->
            c == 0x9
                || c == 0xA
                || c == 0xD
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
