package org.toret.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePathScanner;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What may not be used, and what may not be called so.
final class ForbiddenTest {

  private static final String COMMAND_LINE = "org.toret.app.cli..";
  private static final Set<String> CLOCKS =
      Set.of(
          "Instant", "LocalDate", "LocalTime", "LocalDateTime", "ZonedDateTime", "OffsetDateTime");

  /// `Service` and `Base` are forbidden as the last of several words: the GTFS words `Service` and
  /// `ServiceCalendar` stand.
  private static final Pattern NAMES =
      Pattern.compile(
          ".*(Impl|Manager|Helper|Utils?|Dto|DTO)(?![a-z]).*|.+(Service|Services|Base)");

  private final JavaClasses classes = Classes.ofTheProject();

  @Test
  @Tag("HO-02")
  void onlyTheCommandLinePrints() {
    check(
        "printing",
        noClasses()
            .that()
            .resideOutsideOfPackage(COMMAND_LINE)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .evaluate(classes));
  }

  @Test
  @Tag("HO-02")
  void timeComesFromAClock() {
    check(
        "clocks",
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.(Date|Calendar|GregorianCalendar|TimeZone)")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethodWhere(
                new DescribedPredicate<JavaMethodCall>("now() without a clock") {
                  @Override
                  public boolean test(JavaMethodCall call) {
                    return call.getName().equals("now")
                        && CLOCKS.contains(call.getTargetOwner().getSimpleName())
                        && call.getTarget().getRawParameterTypes().isEmpty();
                  }
                })
            .evaluate(classes));
  }

  @Test
  @Tag("HO-02")
  void chanceComesFromASeed() {
    check(
        "seeds",
        noClasses()
            .should()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.concurrent\\.ThreadLocalRandom")
            .evaluate(classes));
  }

  @Test
  @Tag("HO-02")
  void noStaticChanges() {
    List<String> found = new ArrayList<>();
    for (var type : classes) {
      for (JavaField field : type.getFields()) {
        if (field.getModifiers().contains(JavaModifier.STATIC)
            && (!field.getModifiers().contains(JavaModifier.FINAL) || isMutableHolder(field))) {
          found.add(field.getFullName());
        }
      }
    }
    Debts.check("statics", found);
  }

  private static boolean isMutableHolder(JavaField field) {
    var type = field.getRawType();
    boolean concrete = !type.isInterface();
    return concrete && (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class))
        || type.getPackageName().startsWith("java.util.concurrent.atomic")
        || type.isAssignableTo(ThreadLocal.class);
  }

  private static void check(String rule, EvaluationResult result) {
    Debts.check(rule, result.getFailureReport().getDetails());
  }

  @Test
  @Tag("HO-02")
  void nothingIsInjectedIntoFields() {
    check(
        "injection",
        noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .evaluate(classes));
  }

  @Test
  @Tag("HO-02")
  void onlyTheOutermostRingCatchesEverything() {
    Sources sources = Sources.main();
    List<String> found = new ArrayList<>();
    for (CompilationUnitTree unit : sources.units()) {
      if (!sources.name(unit).startsWith("app/")) {
        new TreePathScanner<Void, Void>() {
          @Override
          public Void visitCatch(CatchTree tree, Void nothing) {
            String caught = tree.getParameter().getType().toString();
            if (Set.of("Exception", "Throwable", "RuntimeException", "Error").contains(caught)) {
              found.add(sources.place(unit, tree) + " catches " + caught);
            }
            return super.visitCatch(tree, nothing);
          }
        }.scan(unit, null);
      }
    }
    Debts.check("catching", found);
  }

  @Test
  @Tag("HO-02")
  void namesSayWhatThingsAre() {
    List<String> found = new ArrayList<>();
    for (Sources sources : List.of(Sources.main(), Sources.test())) {
      for (CompilationUnitTree unit : sources.units()) {
        new TreePathScanner<Void, Void>() {
          @Override
          public Void visitClass(ClassTree type, Void nothing) {
            if (NAMES.matcher(type.getSimpleName()).matches()) {
              found.add(sources.place(unit, type) + " " + type.getSimpleName());
            }
            return super.visitClass(type, nothing);
          }

          @Override
          public Void visitMethod(MethodTree method, Void nothing) {
            if (isGetter(method)) {
              found.add(sources.place(unit, method) + " " + method.getName());
            }
            return super.visitMethod(method, nothing);
          }
        }.scan(unit, null);
      }
    }
    Debts.check("names", found);
  }

  private static boolean isGetter(MethodTree method) {
    boolean asked =
        method.getModifiers().getAnnotations().stream()
            .anyMatch(annotation -> annotation.toString().contains("Override"));
    return !asked
        && method.getParameters().isEmpty()
        && method.getName().toString().matches("get[A-Z].*");
  }
}
