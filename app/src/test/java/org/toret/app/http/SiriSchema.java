package org.toret.app.http;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/// The official schema of SIRI 2.1.
final class SiriSchema {

  private static final String ROOT = "siri-2.1/xsd/siri.xsd";

  private final Schema schema;

  SiriSchema() {
    try {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.USE_CATALOG, false);
      // the schema is larger than what is otherwise thought safe
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, false);
      factory.setResourceResolver(
          (type, namespace, publicId, systemId, base) -> part(base, systemId));
      schema = factory.newSchema(resource(ROOT));
    } catch (SAXException e) {
      throw new AssertionError(e);
    }
  }

  /// What is wrong with a document; empty where nothing is.
  String fault(String xml) {
    try {
      schema.newValidator().validate(new StreamSource(new StringReader(xml)));
      return "";
    } catch (SAXException e) {
      return String.valueOf(e.getMessage());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static URL resource(String path) {
    return Objects.requireNonNull(SiriSchema.class.getClassLoader().getResource(path), path);
  }

  /// Parts lie beside one another; nothing is fetched.
  private static LSInput part(String base, String systemId) {
    try {
      URI inside = URI.create(base.substring(base.indexOf("!/") + 1)).resolve(systemId);
      URL part = resource(inside.getPath().substring(1));
      DOMImplementationLS dom =
          (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
      LSInput input = dom.createLSInput();
      input.setByteStream(part.openStream());
      input.setSystemId(part.toString());
      return input;
    } catch (IOException | ReflectiveOperationException e) {
      throw new AssertionError(systemId, e);
    }
  }
}
