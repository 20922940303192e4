package org.toret.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The files of the project, found from the folder in which the tests run.
final class Repository {

  private static final Set<String> NOT_OURS =
      Set.of(".git", "target", "node_modules", ".idea", ".vscode", ".settings", "dist");

  private final Path root;

  private Repository(Path root) {
    this.root = root;
  }

  /// The project around the working directory.
  static Repository here() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("architecture/pom.xml"))) {
      if (at.getParent() == null) {
        throw new IllegalStateException("No project around " + Path.of("").toAbsolutePath());
      }
      at = at.getParent();
    }
    return new Repository(at);
  }

  Path root() {
    return root;
  }

  /// The Maven modules, in the order of the build.
  List<String> modules() {
    return Pom.of(root.resolve("pom.xml")).modules();
  }

  /// All Java sources of a part (`main` or `test`) of every module.
  List<Path> javaFiles(String part) {
    return modules().stream()
        .map(module -> root.resolve(module).resolve("src").resolve(part).resolve("java"))
        .filter(Files::isDirectory)
        .flatMap(folder -> walk(folder).stream())
        .filter(file -> file.toString().endsWith(".java"))
        .toList();
  }

  /// Everything that is or would be checked in: what git knows or would add, or all files but those
  /// of builds where the project is no git checkout.
  List<Path> textFiles() {
    return (Files.exists(root.resolve(".git")) ? checkedIn() : walk(root))
        .stream().filter(Repository::isText).toList();
  }

  String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> checkedIn() {
    try {
      Process git =
          new ProcessBuilder("git", "ls-files", "-z", "-co", "--exclude-standard")
              .directory(root.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      List<Path> files =
          Arrays.stream(names.split("\0"))
              .filter(name -> !name.isEmpty())
              .map(root::resolve)
              .filter(Files::isRegularFile)
              .toList();
      return files.isEmpty() ? walk(root) : files;
    } catch (IOException noGit) {
      return walk(root);
    }
  }

  private static List<Path> walk(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .sorted()
          .flatMap(file -> {
            if (NOT_OURS.contains(file.getFileName().toString())) {
              return Stream.empty();
            }
            return Files.isDirectory(file) ? walk(file).stream() : Stream.of(file);
          })
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isText(Path file) {
    try (var in = Files.newInputStream(file)) {
      for (byte b : in.readNBytes(4096)) {
        if (b == 0) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
