package org.toret.feeds.siri;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads XML, one event at a time. Nothing outside the document is ever fetched, and a document
/// with a type of its own, where entities could be declared, is not read.
final class XmlRecords {

  private XmlRecords() {}

  /// Reads to the end, or until there are enough records.
  ///
  /// @throws IOException that names what is wrong, whatever it is
  static void read(InputStream in, Records records) throws IOException {
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(in);
      while (xml.hasNext() && !records.isFull()) {
        event(xml.next(), xml, records);
      }
      xml.close();
    } catch (XMLStreamException | Records.TooMuch e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static void event(int event, XMLStreamReader xml, Records records) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> records.start(xml.getLocalName(), language(xml));
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> records.text(xml.getText());
      case XMLStreamConstants.END_ELEMENT -> records.end();
      case XMLStreamConstants.DTD -> throw new Records.TooMuch("a document type is declared");
      default -> {
        // comments and instructions say nothing
      }
    }
  }

  private static String language(XMLStreamReader xml) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals("lang")) {
        return xml.getAttributeValue(i).strip();
      }
    }
    return "";
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
    return factory;
  }
}
