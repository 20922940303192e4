package org.toret.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The picture of the modules in `ARCHITECTURE.md` is the one that the build describes.
final class DiagramTest {

  private final Repository repository = Repository.here();

  @Test
  @Tag("HO-07")
  void theDiagramShowsTheBuild() {
    String page = repository.read(repository.root().resolve("ARCHITECTURE.md"));
    int start = page.indexOf("```mermaid\n");
    assertThat(start).as("place of the diagram in ARCHITECTURE.md").isNotNegative();
    String shown = page.substring(start, page.indexOf("```\n", start + 3) + 4);
    assertThat(shown).isEqualTo(diagram());
  }

  private String diagram() {
    StringBuilder text = new StringBuilder("```mermaid\ngraph BT\n");
    for (String module : repository.modules()) {
      Pom pom = Pom.of(repository.root().resolve(module).resolve("pom.xml"));
      if (pom.own().isEmpty() && pom.ownInTests().isEmpty()) {
        text.append("  ").append(module).append('\n');
      }
      pom.own().stream().sorted().forEach(used -> text.append(arrow(module, "-->", used)));
      pom.ownInTests().stream().sorted().forEach(used -> text.append(arrow(module, "-.->", used)));
    }
    return text.append("```\n").toString();
  }

  private static String arrow(String from, String line, String to) {
    return "  %s %s %s\n".formatted(from, line, to);
  }
}
