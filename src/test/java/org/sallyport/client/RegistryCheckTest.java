package org.sallyport.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The command {@code validate} knows the methods of authentication that CDI would find. */
class RegistryCheckTest {
  @Test
  void all_methods_that_the_server_finds_are_known_without_it() {
    var found =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.sallyport")
                .stream()
                .filter(c -> c.isAssignableTo(ClientAuthenticationMethod.class))
                .filter(c -> !c.isInterface())
                .map(JavaClass::getName)
                .toList();
    assertThat(RegistryCheck.methods().map(m -> m.getClass().getName()))
        .hasSizeGreaterThan(5)
        .containsExactlyInAnyOrderElementsOf(found);
  }
}
