package org.sallyport;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
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
