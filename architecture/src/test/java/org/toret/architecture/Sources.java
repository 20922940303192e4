package org.toret.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Java sources as the compiler parses them, without resolving names.
final class Sources {

  private static final Sources MAIN = parse(Repository.here(), "main");
  private static final Sources TEST = parse(Repository.here(), "test");

  private final Repository repository;
  private final Trees trees;
  private final List<CompilationUnitTree> units;

  private Sources(Repository repository, Trees trees, List<CompilationUnitTree> units) {
    this.repository = repository;
    this.trees = trees;
    this.units = units;
  }

  /// What is shipped, of all modules.
  static Sources main() {
    return MAIN;
  }

  /// The tests of all modules.
  static Sources test() {
    return TEST;
  }

  private static Sources parse(Repository repository, String part) {
    List<Path> files = repository.javaFiles(part);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      return new Sources(repository, Trees.instance(task), units);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<CompilationUnitTree> units() {
    return units;
  }

  /// The path of a file from the root of the project.
  String name(CompilationUnitTree unit) {
    return repository.root().relativize(Path.of(unit.getSourceFile().toUri())).toString();
  }

  /// `file:line` of a tree.
  String place(CompilationUnitTree unit, Tree tree) {
    return name(unit) + ":" + firstLine(unit, tree);
  }

  /// The lines a tree takes, its comment and annotations left out only as far as the parser does.
  int lines(CompilationUnitTree unit, Tree tree) {
    long end = trees.getSourcePositions().getEndPosition(unit, tree);
    return (int) unit.getLineMap().getLineNumber(end) - firstLine(unit, tree) + 1;
  }

  int lines(CompilationUnitTree unit) {
    try {
      return (int) unit.getSourceFile().getCharContent(true).toString().lines().count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Nullable String comment(TreePath path) {
    return trees.getDocComment(path);
  }

  private int firstLine(CompilationUnitTree unit, Tree tree) {
    long start = trees.getSourcePositions().getStartPosition(unit, tree);
    return start < 0 ? 1 : (int) unit.getLineMap().getLineNumber(start);
  }
}
