package org.toret.app.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words behind a command: `--name value`, `--name=value`, switches without a value, and the
/// rest.
///
/// @param values the values of each option as often as it was given, under its name without dashes
/// @param rest what belongs to no option
public record Options(Map<String, List<String>> values, List<String> rest) {

  /// Which options a command knows.
  ///
  /// @param valued options that are followed by a value
  /// @param switches options that stand alone
  public record Known(Set<String> valued, Set<String> switches) {}

  /// Reads the words of a command line; throws [UsageException] for an option that is not known or
  /// lacks its value.
  public static Options parse(List<String> words, Known known) {
    Map<String, List<String>> values = new HashMap<>();
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.startsWith("--")) {
        rest.add(word);
        continue;
      }
      int equals = word.indexOf('=');
      String name = equals < 0 ? word.substring(2) : word.substring(2, equals);
      String value = equals < 0 ? "" : word.substring(equals + 1);
      if (known.valued().contains(name)) {
        if (equals < 0) {
          if (++i == words.size()) {
            throw new UsageException("usage_missing_value", name);
          }
          value = words.get(i);
        }
      } else if (!known.switches().contains(name)) {
        throw new UsageException("usage_unknown_option", name);
      }
      values.computeIfAbsent(name, ignored -> new ArrayList<>()).add(value);
    }
    return new Options(Map.copyOf(values), List.copyOf(rest));
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /// The last value given, since later words correct earlier ones.
  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name)).map(List::getLast);
  }

  /// The value of an option without which the command makes no sense.
  public String require(String name) {
    return find(name).orElseThrow(() -> new UsageException("usage_required", name));
  }

  /// A whole number within bounds.
  public int number(String name, int fallback, int min, int max) {
    String text = find(name).orElse("");
    if (text.isEmpty()) {
      return fallback;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new UsageException("usage_number", name, text, min, max);
    }
    throw new UsageException("usage_number", name, text, min, max);
  }
}
