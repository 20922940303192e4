package org.toret.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who may know whom.
final class WallsTest {

  private static final List<String> CONTEXTS =
      List.of(
          "mobility",
          "freight",
          "planning",
          "ticketing",
          "places",
          "enterprise",
          "opendata",
          "monitoring");

  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("base", Set.of()),
          Map.entry("network", Set.of("base")),
          Map.entry("router", Set.of("base", "network")),
          Map.entry("feeds", Set.of("base", "network")),
          Map.entry("demo", Set.of("base")),
          Map.entry("testkit", Set.of("base", "network", "router")),
          Map.entry("mobility", Set.of("base", "network", "router")),
          Map.entry("freight", Set.of("base", "network", "router")),
          Map.entry("planning", Set.of("base", "network", "router")),
          Map.entry("ticketing", Set.of("base", "network", "router")),
          Map.entry("places", Set.of("base")),
          Map.entry("enterprise", Set.of("base")),
          Map.entry("opendata", Set.of("base")),
          Map.entry("monitoring", Set.of("base")));

  private static final Set<String> MAY_USE_ALL = Set.of("app", "architecture", "bench");

  private final Repository repository = Repository.here();
  private final JavaClasses classes = Classes.ofTheProject();

  @Test
  @Tag("HO-01")
  void modulesDependDownwardsOnly() {
    List<String> found = new ArrayList<>();
    for (String module : repository.modules()) {
      Pom pom = Pom.of(repository.root().resolve(module).resolve("pom.xml"));
      for (String used : pom.own()) {
        if (!MAY_USE_ALL.contains(module)
            && !MAY_USE.getOrDefault(module, Set.of()).contains(used)) {
          found.add(module + " uses " + used);
        }
      }
    }
    assertThat(found).as("dependencies that the plan does not allow").isEmpty();
  }

  @Test
  @Tag("HO-01")
  void classesDependAsTheirModulesMay() {
    List<String> found = new ArrayList<>();
    for (JavaClass type : classes) {
      String module = module(type);
      for (var dependency : type.getDirectDependenciesFromSelf()) {
        String used = module(dependency.getTargetClass());
        boolean allowed =
            used.isEmpty()
                || used.equals(module)
                || MAY_USE_ALL.contains(module)
                || MAY_USE.getOrDefault(module, Set.of()).contains(used);
        if (!allowed) {
          found.add(dependency.getDescription());
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  @Tag("HO-01")
  void noContextKnowsAnother() {
    for (String context : CONTEXTS) {
      Set<String> others = new HashSet<>(CONTEXTS);
      others.remove(context);
      noClasses()
          .that()
          .resideInAPackage("org.toret." + context + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              others.stream().map(other -> "org.toret." + other + "..").toArray(String[]::new))
          .allowEmptyShould(true)
          .check(classes);
    }
  }

  /// But for one: the records of GTFS-Realtime are the words in which live messages are told,
  /// whatever they were written in.
  @Test
  @Tag("HO-01")
  void formatsOfFeedsAreMutuallyIgnorant() {
    Debts.check(
        "formats",
        slices()
            .matching("org.toret.feeds.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                resideInAPackage("org.toret.feeds.siri.."),
                resideInAPackage("org.toret.feeds.gtfsrt"))
            .allowEmptyShould(true)
            .evaluate(classes)
            .getFailureReport()
            .getDetails()
            .stream()
            .flatMap(String::lines)
            .filter(line -> !line.startsWith("Slice "))
            .toList());
  }

  /// Whoever names no topic of Kafka shall load nothing of it.
  @Test
  @Tag("HO-01")
  void kafkaStaysBehindTheLogOfLiveMessages() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.toret.app.live.kafka")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.kafka..")
        .check(classes);
  }

  @Test
  @Tag("HO-01")
  void packagesAreFreeOfCycles() {
    slices().matching("org.toret.(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  @Tag("HO-01")
  void inheritanceIsAtMostOneDeep() {
    List<String> found =
        classes.stream()
            .filter(type ->
                Classes.isOurs(type) && type.getRawSuperclass().filter(Classes::isOurs).isPresent())
            .filter(type ->
                type.getRawSuperclass()
                    .flatMap(JavaClass::getRawSuperclass)
                    .filter(Classes::isOurs)
                    .isPresent())
            .map(JavaClass::getName)
            .toList();
    assertThat(found).as("classes that extend a class that extends a class").isEmpty();
  }

  /// The module of one of our classes, which is the third word of its package; else empty.
  private static String module(JavaClass type) {
    String[] words = type.getPackageName().split("\\.");
    return Classes.isOurs(type) && words.length > 2 ? words[2] : "";
  }
}
