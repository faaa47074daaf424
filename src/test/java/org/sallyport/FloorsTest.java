package org.sallyport;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The house: a package imports lower floors and its own wing only, and no two packages need each
 * other.
 */
class FloorsTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(DO_NOT_INCLUDE_TESTS)
          .importPackages("org.sallyport");

  // Decision 73: messages of specifications, and what is read from a file at once.
  private static final Set<String> LONG =
      Set.of("AccessToken", "AccessTokenClaims", "IdTokenClaims", "Settings");

  @Test
  void a_package_imports_lower_floors_and_its_own_wing_only() {
    assertThat(HOUSE.stream().flatMap(c -> c.getDirectDependenciesFromSelf().stream()))
        .filteredOn(FloorsTest::crossesPackages)
        .filteredOn(d -> !goesDown(d))
        .extracting(Dependency::getDescription)
        .isEmpty();
  }

  @Test
  void no_two_packages_need_each_other() {
    slices().matching("org.sallyport.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void what_answers_requests_and_what_stores_rows_stand_side_by_side() {
    var requests = platform("http", "page", "ratelimit");
    var store = platform("persistence", "clock", "sweep");
    neverSee(requests, store);
    neverSee(store, requests);
    neverSee(platform("runtime"), requests);
    neverSee(platform("runtime"), store);
  }

  private static String[] platform(String... packages) {
    return Stream.of(packages)
        .map(p -> "org.sallyport.platform." + p + "..")
        .toArray(String[]::new);
  }

  private static void neverSee(String[] some, String[] others) {
    noClasses()
        .that()
        .resideInAnyPackage(some)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .check(HOUSE);
  }

  @Test
  void no_package_has_more_than_25_files() {
    var files =
        Source.product().stream()
            .collect(groupingBy(s -> String.valueOf(s.path().getParent()), counting()));
    assertThat(files.entrySet()).filteredOn(e -> e.getValue() > 25).isEmpty();
  }

  @Test
  void no_record_has_more_than_7_components() {
    assertThat(HOUSE.stream().filter(JavaClass::isRecord))
        .filteredOn(c -> c.reflect().getRecordComponents().length > 7)
        .extracting(JavaClass::getSimpleName)
        .isSubsetOf(LONG);
  }

  @Test
  void no_two_types_have_one_name() {
    var times =
        Source.product().stream()
            .flatMap(s -> s.types().stream())
            .collect(groupingBy(Source.Declaration::name, counting()));
    assertThat(times.entrySet())
        .filteredOn(e -> e.getValue() > 1)
        .filteredOn(e -> !e.getKey().isEmpty()) // classes without a name
        .isEmpty();
  }

  private static boolean crossesPackages(Dependency d) {
    var target = d.getTargetClass();
    return target.getPackageName().startsWith("org.sallyport")
        && !target.getFullName().startsWith(Floor.class.getName())
        && !target.getPackageName().equals(d.getOriginClass().getPackageName());
  }

  private static boolean goesDown(Dependency d) {
    var from = floor(d.getOriginClass());
    var to = floor(d.getTargetClass());
    return from.compareTo(to) < 0 || wing(d.getOriginClass()).equals(wing(d.getTargetClass()));
  }

  // The packages below one of ours, such as those of the platform.
  private static String wing(JavaClass c) {
    return c.getPackageName().replaceFirst("(org\\.sallyport\\.\\w+).*", "$1");
  }

  private static Floor.Level floor(JavaClass c) {
    return c.getPackage().getAnnotationOfType(Floor.class).value();
  }
}
