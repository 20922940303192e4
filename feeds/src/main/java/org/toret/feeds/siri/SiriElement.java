package org.toret.feeds.siri;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An element of one record of a message, by local names, whether it stood in XML or in JSON.
final class SiriElement {

  private final String name;
  private final List<SiriElement> children = new ArrayList<>(4);
  private String language = "";
  private String text = "";

  SiriElement(String name) {
    this.name = name;
  }

  void add(SiriElement child) {
    children.add(child);
  }

  void speaks(String told) {
    language = told;
  }

  void says(String told) {
    text = text.isEmpty() ? told : text + told;
  }

  String name() {
    return name;
  }

  /// `xml:lang`, empty where it is not told.
  String language() {
    return language;
  }

  String text() {
    return text.strip();
  }

  List<SiriElement> children() {
    return children;
  }

  List<SiriElement> children(String wanted) {
    List<SiriElement> found = new ArrayList<>();
    for (SiriElement child : children) {
      if (child.name.equals(wanted)) {
        found.add(child);
      }
    }
    return found;
  }

  /// The first child by each name in turn; empty where one is missing.
  Optional<SiriElement> child(String... path) {
    SiriElement at = this;
    for (String wanted : path) {
      SiriElement next = null;
      for (SiriElement child : at.children) {
        if (next == null && child.name.equals(wanted)) {
          next = child;
        }
      }
      if (next == null) {
        return Optional.empty();
      }
      at = next;
    }
    return Optional.of(at);
  }

  /// The text of a child reached by names, empty where there is none.
  String text(String... path) {
    return child(path).map(SiriElement::text).orElse("");
  }

  /// The first text that is told among children.
  String textOfAny(String... names) {
    for (String each : names) {
      String told = text(each);
      if (!told.isEmpty()) {
        return told;
      }
    }
    return "";
  }

  boolean isTrue(String... path) {
    String told = text(path);
    return told.equalsIgnoreCase("true") || told.equals("1");
  }

  /// All elements below with a name, in document order.
  List<SiriElement> all(String wanted) {
    List<SiriElement> found = new ArrayList<>();
    for (SiriElement child : children) {
      if (child.name.equals(wanted)) {
        found.add(child);
      }
      found.addAll(child.all(wanted));
    }
    return found;
  }
}
