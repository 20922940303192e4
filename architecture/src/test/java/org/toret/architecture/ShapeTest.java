package org.toret.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The shape budget: how large things may get, and that they are closed and explained.
final class ShapeTest {

  private static final int METHOD_LINES = 60;
  private static final int FILE_LINES = 400;
  private static final int PACKAGE_TYPES = 25;

  private final List<Sources> everything = List.of(Sources.main(), Sources.test());

  @Test
  @Tag("HO-03")
  void noMethodIsLongerThanAScreen() {
    List<String> found = new ArrayList<>();
    for (Sources sources : everything) {
      for (CompilationUnitTree unit : sources.units()) {
        new TreePathScanner<Void, Void>() {
          @Override
          public Void visitMethod(MethodTree method, Void nothing) {
            int lines = sources.lines(unit, method);
            if (lines > METHOD_LINES) {
              found.add(sources.place(unit, method) + " " + method.getName() + ": " + lines);
            }
            return super.visitMethod(method, nothing);
          }
        }.scan(unit, null);
      }
    }
    Debts.check("methods", found);
  }

  @Test
  @Tag("HO-03")
  void noFileIsLongerThanAChapter() {
    List<String> found = new ArrayList<>();
    for (Sources sources : everything) {
      sources.units().stream()
          .filter(unit -> sources.lines(unit) > FILE_LINES)
          .forEach(unit -> found.add(sources.name(unit) + ": " + sources.lines(unit)));
    }
    Debts.check("files", found);
  }

  @Test
  @Tag("HO-03")
  void noPackageIsACrowd() {
    Map<String, Integer> types = new TreeMap<>();
    Sources.main()
        .units()
        .forEach(unit -> types.merge(packageName(unit), unit.getTypeDecls().size(), Integer::sum));
    types.values().removeIf(count -> count <= PACKAGE_TYPES);
    Debts.check(
        "packages",
        types.entrySet().stream().map(crowd -> crowd.getKey() + ": " + crowd.getValue()).toList());
  }

  @Test
  @Tag("HO-03")
  void everyClassIsFinalSealedOrAbstract() {
    List<String> found = new ArrayList<>();
    for (Sources sources : everything) {
      forEachType(
          sources,
          (unit, path) -> {
            ClassTree type = (ClassTree) path.getLeaf();
            Set<Modifier> modifiers = type.getModifiers().getFlags();
            boolean open =
                type.getKind() == Tree.Kind.CLASS
                    && !type.getSimpleName().isEmpty()
                    && !modifiers.contains(Modifier.FINAL)
                    && !modifiers.contains(Modifier.SEALED)
                    && !modifiers.contains(Modifier.ABSTRACT);
            if (open) {
              found.add(sources.place(unit, type) + " " + type.getSimpleName());
            }
          });
    }
    Debts.check("closed", found);
  }

  @Test
  @Tag("HO-04")
  void everyPublicTypeSaysWhatItIsFor() {
    Sources sources = Sources.main();
    List<String> found = new ArrayList<>();
    forEachType(
        sources,
        (unit, path) -> {
          ClassTree type = (ClassTree) path.getLeaf();
          String comment = sources.comment(path);
          if (type.getModifiers().getFlags().contains(Modifier.PUBLIC)
              && (comment == null || comment.isBlank())) {
            found.add(sources.place(unit, type) + " " + type.getSimpleName());
          }
        });
    Debts.check("comments", found);
  }

  @Test
  @Tag("HO-04")
  void everyPackageOutsideTheNamedModulesIsNullMarked() {
    Sources sources = Sources.main();
    Set<String> marked =
        sources.units().stream()
            .filter(unit -> unit.getPackage() != null)
            .filter(unit -> unit.getPackage().getAnnotations().toString().contains("NullMarked"))
            .map(ShapeTest::packageName)
            .collect(Collectors.toSet());
    Set<String> named =
        sources.units().stream()
            .filter(unit -> unit.getModule() != null)
            .map(unit -> module(sources, unit))
            .collect(Collectors.toSet());
    Debts.check(
        "null",
        sources.units().stream()
            .filter(unit -> !named.contains(module(sources, unit)))
            .map(ShapeTest::packageName)
            .distinct()
            .filter(name -> !marked.contains(name))
            .toList());
  }

  private static String packageName(CompilationUnitTree unit) {
    return String.valueOf(unit.getPackageName());
  }

  private static String module(Sources sources, CompilationUnitTree unit) {
    return sources.name(unit).split("/")[0];
  }

  @FunctionalInterface
  private interface TypeVisitor {
    void visit(CompilationUnitTree unit, TreePath path);
  }

  private static void forEachType(Sources sources, TypeVisitor visitor) {
    for (CompilationUnitTree unit : sources.units()) {
      new TreePathScanner<Void, Void>() {
        @Override
        public Void visitClass(ClassTree type, Void nothing) {
          visitor.visit(unit, getCurrentPath());
          return super.visitClass(type, nothing);
        }
      }.scan(unit, null);
    }
  }
}
