package org.toret.app.pages.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The query of a page's address, in order; a parameter may stand several times.
public final class Address {

  private final Map<String, List<String>> values;

  private Address(Map<String, List<String>> values) {
    this.values = values;
  }

  /// The address with these parameters; empty values are left out.
  public static Address of(Map<String, String[]> parameters) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    parameters.forEach((name, given) -> {
      List<String> kept =
          List.of(given).stream().map(String::strip).filter(v -> !v.isEmpty()).toList();
      if (!kept.isEmpty()) {
        values.put(name, kept);
      }
    });
    return new Address(values);
  }

  /// The first value of a parameter.
  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name)).map(List::getFirst);
  }

  /// The first value of a parameter, or the empty text.
  public String text(String name) {
    return find(name).orElse("");
  }

  /// All values of a parameter, as they are.
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /// All values of a parameter, those with commas taken apart.
  public List<String> list(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .flatMap(value -> List.of(value.split(",")).stream())
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /// Whether a switch is on.
  public boolean on(String name) {
    return text(name).equals("true");
  }

  /// This address with one parameter changed; an empty value takes it out.
  public Address with(String name, String value) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    if (value.isEmpty()) {
      changed.remove(name);
    } else {
      changed.put(name, List.of(value));
    }
    return new Address(changed);
  }

  /// This address without one value of a parameter that may have several.
  public Address without(String name, String value) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    List<String> kept = list(name).stream().filter(other -> !other.equals(value)).toList();
    if (kept.isEmpty()) {
      changed.remove(name);
    } else {
      changed.put(name, kept);
    }
    return new Address(changed);
  }

  /// All values of all parameters.
  public Map<String, List<String>> values() {
    return Map.copyOf(values);
  }

  /// This address with the values of a parameter the other way round.
  public Address reversed(String name) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    changed.computeIfPresent(name, (same, all) -> all.reversed());
    return new Address(changed);
  }

  /// Every parameter with each of its values, but those whose names pass a test.
  public List<Map.Entry<String, String>> entriesBut(Predicate<String> leftOut) {
    return values.entrySet().stream()
        .filter(entry -> !leftOut.test(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream().map(value -> Map.entry(entry.getKey(), value)))
        .toList();
  }

  /// Without `?`; commas and colons stay readable.
  public String query() {
    return values.entrySet().stream()
        .flatMap(
            entry -> entry.getValue().stream().map(value -> entry.getKey() + "=" + coded(value)))
        .collect(Collectors.joining("&"));
  }

  /// A link to a path with this query.
  public String href(String path) {
    String query = query();
    return query.isEmpty() ? path : path + "?" + query;
  }

  /// A text as part of a query.
  public static String coded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2C", ",").replace("%3A", ":");
  }
}
