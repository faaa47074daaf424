package org.sallyport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The build of the server is short, and has nothing of the demo's or the tests'. */
class BuildTest {
  private static final Pattern MANAGED =
      Pattern.compile("(?s)<(dependencyManagement|build|profiles)>.*?</\\1>");
  private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
  private static final Pattern EXCLUSIONS = Pattern.compile("(?s)<exclusions>.*?</exclusions>");

  /** A library that a pom names, with its scope. */
  private record Library(String name, String scope) {
    static Library of(String xml) {
      return new Library(text(xml, "artifactId", ""), text(xml, "scope", "compile"));
    }
  }

  @Test
  void the_pom_has_300_lines_at_most() throws IOException {
    assertThat(Files.readAllLines(Path.of("pom.xml"))).hasSizeLessThanOrEqualTo(300);
  }

  // What is in the WAR is named in NOTICE.
  @Test
  void the_server_is_compiled_against_what_is_in_the_war_or_in_every_server() throws IOException {
    var own = libraries("pom.xml");
    assertThat(own).extracting(Library::scope).isSubsetOf("compile", "provided");
    assertThat(own)
        .filteredOn(library -> library.scope().equals("provided"))
        .extracting(Library::name)
        .containsExactlyInAnyOrder("jakarta.jakartaee-api", "bcprov-jdk18on");
  }

  @Test
  void what_it_inherits_is_for_tests_alone() throws IOException {
    assertThat(libraries("src/test/pom.xml"))
        .hasSizeGreaterThan(10)
        .allMatch(library -> library.scope().equals("test"));
    assertThat(libraries("src/build/pom.xml")).isEmpty();
  }

  @Test
  void the_demo_inherits_no_library() throws IOException {
    assertThat(Files.readString(Path.of("src/demo/pom.xml")))
        .contains("<relativePath>../build/pom.xml</relativePath>");
    assertThat(libraries("src/demo/pom.xml")).extracting(Library::name).contains("oauth2-oidc-sdk");
  }

  private static List<Library> libraries(String pom) throws IOException {
    var own = MANAGED.matcher(Files.readString(Path.of(pom))).replaceAll("");
    return DEPENDENCY
        .matcher(EXCLUSIONS.matcher(own).replaceAll(""))
        .results()
        .map(result -> Library.of(result.group(1)))
        .toList();
  }

  private static String text(String xml, String element, String otherwise) {
    var found = Pattern.compile("<" + element + ">(.*?)</" + element + ">").matcher(xml);
    return found.find() ? found.group(1) : otherwise;
  }
}
