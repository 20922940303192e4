package org.toret.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// What the tests want to know of a `pom.xml`.
///
/// @param modules names of its modules, empty but in the parent
/// @param own artifacts of this project it needs to compile
/// @param ownInTests artifacts of this project its tests alone need
record Pom(List<String> modules, List<String> own, List<String> ownInTests) {

  static Pom of(Path file) {
    try {
      Element project =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(file.toFile())
              .getDocumentElement();
      List<String> own = new ArrayList<>();
      List<String> ownInTests = new ArrayList<>();
      for (Element list : children(project, "dependencies")) {
        for (Element dependency : children(list, "dependency")) {
          if (text(dependency, "groupId").equals("org.toret")) {
            boolean test = text(dependency, "scope").equals("test");
            (test ? ownInTests : own).add(text(dependency, "artifactId"));
          }
        }
      }
      List<String> modules =
          children(project, "modules").stream()
              .flatMap(list -> children(list, "module").stream())
              .map(Element::getTextContent)
              .toList();
      return new Pom(modules, own, ownInTests);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalStateException(file + " is no Maven file", e);
    }
  }

  private static String text(Element parent, String name) {
    List<Element> found = children(parent, name);
    return found.isEmpty() ? "" : found.getFirst().getTextContent();
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }
}
