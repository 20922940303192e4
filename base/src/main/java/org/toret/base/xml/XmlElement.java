package org.toret.base.xml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// An element of a small XML document, by local names: publishers change prefixes and versions of
/// namespaces more often than what elements are called.
///
/// For documents that fit into memory; nothing outside the document is ever fetched.
public final class XmlElement {

  private final Element element;

  private XmlElement(Element element) {
    this.element = element;
  }

  /// Reads a file; the failure is an [IOException] that names what is wrong, whatever it is.
  public static XmlElement read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    }
  }

  /// Reads a stream to its end.
  public static XmlElement read(InputStream in) throws IOException {
    try {
      DocumentBuilder builder = factory().newDocumentBuilder();
      builder.setErrorHandler(Silent.HANDLER);
      Document document = builder.parse(in);
      return new XmlElement(document.getDocumentElement());
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setExpandEntityReferences(false);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory;
  }

  /// The local name.
  public String name() {
    return element.getLocalName();
  }

  /// An attribute by its local name, empty where it is not there.
  public String attribute(String name) {
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Node attribute = attributes.item(i);
      if (name.equals(attribute.getLocalName())) {
        return attribute.getNodeValue().strip();
      }
    }
    return "";
  }

  /// The type by `xsi:type`, without prefix; empty where none is told.
  public String type() {
    String type = attribute("type");
    return type.substring(type.indexOf(':') + 1);
  }

  public List<XmlElement> children() {
    List<XmlElement> children = new ArrayList<>();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element found) {
        children.add(new XmlElement(found));
      }
    }
    return children;
  }

  /// The children with a name.
  public List<XmlElement> children(String name) {
    return children().stream().filter(child -> child.name().equals(name)).toList();
  }

  /// The first child by each name in turn; empty where one is missing.
  public Optional<XmlElement> child(String... path) {
    Optional<XmlElement> at = Optional.of(this);
    for (String name : path) {
      at = at.flatMap(found -> found.children(name).stream().findFirst());
    }
    return at;
  }

  /// The text of a child reached by names, empty where there is none.
  public String text(String... path) {
    return child(path).map(found -> found.element.getTextContent().strip()).orElse("");
  }

  /// All elements below with a name, in document order.
  public List<XmlElement> all(String name) {
    List<XmlElement> found = new ArrayList<>();
    for (XmlElement child : children()) {
      if (child.name().equals(name)) {
        found.add(child);
      }
      found.addAll(child.all(name));
    }
    return found;
  }

  /// The whole element as a text that is the same for the same content, without the attributes and
  /// elements of some names: to see whether anything else has changed.
  public String without(Set<String> names) {
    StringBuilder text = new StringBuilder("<").append(name());
    var attributes = element.getAttributes();
    Map<String, String> sorted = new TreeMap<>();
    for (int i = 0; i < attributes.getLength(); i++) {
      sorted.put(attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
    }
    sorted.forEach((name, value) -> {
      if (!names.contains(name)) {
        text.append(' ').append(name).append('=').append(value);
      }
    });
    text.append('>');
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element found && !names.contains(found.getLocalName())) {
        text.append(new XmlElement(found).without(names));
      } else if (child instanceof Text words) {
        text.append(words.getData().strip());
      }
    }
    return text.append("</>").toString();
  }

  /// Faults are told by the exception alone.
  private enum Silent implements ErrorHandler {
    HANDLER;

    @Override
    public void warning(SAXParseException e) {
      // a document with warnings can be read
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
