package org.sallyport.platform.json;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class JsonProviderTest {
  // The metadata document took a twelfth of a core by it, twice a second.
  @Test
  void no_class_looks_its_provider_up_at_each_call_but_the_reader_of_the_configuration_file() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.sallyport.platform.json")
        .and()
        .doNotHaveSimpleName("ConfigurationFile")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("jakarta.json.Json")
        .check(
            new ClassFileImporter()
                .withImportOption(DO_NOT_INCLUDE_TESTS)
                .importPackages("org.sallyport"));
  }
}
