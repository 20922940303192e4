package org.toret.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Known breaches of a rule, each listed in `debts.txt` with its reason. A new breach fails, and so
/// does a debt that was paid and still stands in the list: the list can only shrink unless somebody
/// decides, in sight of everybody, that it may grow.
///
/// A line is `rule | words of the finding | reason`.
final class Debts {

  private Debts() {}

  /// Asserts that all that was found against a rule is known, and that all that is known was found.
  static void check(String rule, List<String> found) {
    List<String> known = known(rule);
    List<String> fresh = new ArrayList<>(found);
    fresh.removeIf(finding -> known.stream().anyMatch(finding::contains));
    assertThat(fresh).as("%s: new breaches", rule).isEmpty();
    List<String> paid = new ArrayList<>(known);
    paid.removeIf(debt -> found.stream().anyMatch(finding -> finding.contains(debt)));
    assertThat(paid).as("%s: paid debts; take them off debts.txt", rule).isEmpty();
  }

  private static List<String> known(String rule) {
    try (var in = Debts.class.getResourceAsStream("/debts.txt")) {
      if (in == null) {
        throw new IllegalStateException("debts.txt is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\\|"))
          .filter(words -> words.length == 3 && words[0].strip().equals(rule))
          .map(words -> words[1].strip())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
