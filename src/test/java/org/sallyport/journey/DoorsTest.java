package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.annotation.WebServlet;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No path is served that the tests of all doors leave out. */
class DoorsTest {
  // Their own are refused, whatever is below them: see the other paths of NothingBesideIT.
  private static final List<String> CLOSED = List.of("/META-INF/*", "/WEB-INF/*");

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.sallyport");

  @Test
  void every_servlet_has_a_door() {
    var served = PRODUCT.stream().flatMap(DoorsTest::mappings).toList();
    assertThat(served).hasSizeGreaterThan(8);
    assertThat(served)
        .filteredOn(mapping -> !CLOSED.contains(mapping))
        .allMatch(DoorsTest::hasDoor);
  }

  @Test
  void every_resource_has_a_door() {
    var served =
        PRODUCT.stream()
            .filter(type -> type.isAnnotatedWith(jakarta.ws.rs.Path.class))
            .map(type -> "/oauth2/" + type.getAnnotationOfType(jakarta.ws.rs.Path.class).value())
            .toList();
    assertThat(served).hasSizeGreaterThan(5).allMatch(DoorsTest::hasDoor);
  }

  @Test
  void every_page_has_a_door() {
    assertThat(Doors.all()).containsKeys("/", "/login", "/account", "/account/email", "/register");
    assertThat(Doors.all().keySet()).noneMatch(path -> path.contains("WEB-INF"));
  }

  private static Stream<String> mappings(JavaClass type) {
    return type.isAnnotatedWith(WebServlet.class)
        ? Arrays.stream(type.getAnnotationOfType(WebServlet.class).value())
        : Stream.empty();
  }

  private static boolean hasDoor(String mapping) {
    var path = mapping.replaceFirst("/\\*$", "");
    return Doors.all().keySet().stream()
        .anyMatch(door -> door.equals(path) || door.startsWith(path + "/"));
  }
}
