package org.toret.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The commands that look at whole versions over their public interface: `examples` asks this
/// version the published questions and compares its fronts with the published ones; `compare`
/// measures another commit beside it.
///
/// The questions of a city lie in `bench/examples/NAME.csv`, its fronts in `NAME.fronts`, NAME
/// being that of the data folder, `demo` without one.
final class Versions {

  private static final Path EXAMPLES = Path.of("bench", "examples");

  private final PrintStream out;
  private final Optional<Path> data;
  private final List<Example> examples;
  private final Path fronts;

  Versions(PrintStream out, Optional<Path> data) throws IOException {
    this.out = out;
    this.data = data;
    String name =
        data.map(folder -> folder.toAbsolutePath().getFileName().toString()).orElse("demo");
    examples = Example.read(EXAMPLES.resolve(name + ".csv"));
    fronts = EXAMPLES.resolve(name + ".fronts");
  }

  /// @param write whether to publish the fronts of this version instead of comparing them
  /// @return 0 when nothing differs
  int examples(boolean write) throws IOException, InterruptedException {
    Path state = Files.createTempDirectory("toret-examples");
    try (Served served = Served.start(Path.of("."), dataOption(), state)) {
      Fronts now = Fronts.ask(served, examples);
      if (write) {
        now.write(fronts);
        out.println("written: " + fronts);
        return 0;
      }
      int differing = Fronts.read(fronts).printDifferences(now, out);
      out.printf("%d of %d questions have another front%n", differing, examples.size());
      return differing == 0 ? 0 : 1;
    } finally {
      Folders.delete(state);
    }
  }

  /// @param reference a commit, branch or tag
  int compare(String reference, int rounds) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("toret-compare");
    Path tree = folder.resolve("before");
    try {
      git("worktree", "add", "--detach", tree.toString(), reference);
      Path oldState = Files.createDirectory(folder.resolve("state-before"));
      Path newState = Files.createDirectory(folder.resolve("state-after"));
      out.println("building " + reference + " …");
      try (Served before = Served.start(tree, dataOption(), oldState);
          Served after = Served.start(Path.of("."), dataOption(), newState)) {
        out.printf("%s -> working folder, %d questions%n", reference, examples.size());
        new Comparison(out, examples, rounds)
            .run(before, after, Path.of("bench", "target", "differences.txt"));
      }
      return 0;
    } finally {
      git("worktree", "remove", "--force", tree.toString());
      Folders.delete(folder);
    }
  }

  private List<String> dataOption() {
    return data.map(folder -> List.of("--data", folder.toString())).orElse(List.of());
  }

  private static void git(String... words) throws IOException, InterruptedException {
    String[] command = Stream.concat(Stream.of("git"), Stream.of(words)).toArray(String[]::new);
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException("git " + String.join(" ", words) + " ended with " + code);
    }
  }
}
