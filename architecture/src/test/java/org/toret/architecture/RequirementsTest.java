package org.toret.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every requirement that is said to be proven is named by a test (`@Tag("TT-01")`), no test names
/// one that does not exist, and none that is proven is still called open.
final class RequirementsTest {

  private static final Pattern ROW =
      Pattern.compile("^\\| ([A-Z]{2}-\\d{2}) \\|.*\\| (proven|open) \\|$", Pattern.MULTILINE);
  private static final Pattern TAG = Pattern.compile("Tag\\(\"([A-Z]{2}-\\d{2})\"\\)");

  private final Repository repository = Repository.here();

  @Test
  @Tag("HO-06")
  void requirementsAndTestsNameOneAnother() {
    Map<String, String> states = states();
    Set<String> proven = new TreeSet<>(states.keySet());
    proven.removeIf(id -> "open".equals(states.get(id)));

    assertThat(tags()).as("what tests say they prove").isEqualTo(proven);
  }

  private Map<String, String> states() {
    Map<String, String> states = new TreeMap<>();
    Path folder = repository.root().resolve("docs/requirements");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Matcher rows = ROW.matcher(repository.read(file));
        while (rows.find()) {
          assertThat(states.put(rows.group(1), rows.group(2)))
              .as("%s stands there twice", rows.group(1))
              .isNull();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return states;
  }

  private Set<String> tags() {
    Set<String> tags = new TreeSet<>();
    for (CompilationUnitTree unit : Sources.test().units()) {
      new TreePathScanner<Void, Void>() {
        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
          Matcher tag = TAG.matcher(annotation.toString());
          if (tag.find()) {
            tags.add(tag.group(1));
          }
          return super.visitAnnotation(annotation, nothing);
        }
      }.scan(unit, null);
    }
    return tags;
  }
}
