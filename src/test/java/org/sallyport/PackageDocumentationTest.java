package org.sallyport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.WrittenPages.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code package-info.java} says: enough, every route, and no type that is gone. */
class PackageDocumentationTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern JAVADOC = Pattern.compile("(?s)/\\*\\*(.*?)\\*/");
  private static final Pattern LINK =
      Pattern.compile("\\{@link\\s+((?:[a-z]\\w*\\.)*)([A-Z]\\w*)[^}]*}");
  private static final Pattern ENDPOINT = Pattern.compile("(?m)^@Path\\(\"([^\"]+)\"\\)");
  private static final Pattern SERVLET = Pattern.compile("(?m)^@WebServlet\\(([^)]+)\\)");
  private static final Pattern ADDRESS = Pattern.compile("\"([^\"]+?)(?:/\\*)?\"");

  /** A package: its folder, and the lines of its documentation. */
  private record Documented(Path folder, List<String> lines) {
    static Documented of(Path packageInfo) {
      var javadoc = JAVADOC.matcher(text(packageInfo));
      var lines =
          javadoc
              .results()
              .flatMap(m -> m.group(1).lines())
              .map(l -> l.replaceFirst("^ *\\* ?", "").strip())
              .filter(l -> !l.isEmpty());
      return new Documented(packageInfo.resolveSibling(""), lines.toList());
    }

    String said() {
      return String.join(" ", lines);
    }

    /** The files that its links lead to, but for types that are not ours. */
    Stream<Path> links() {
      return LINK.matcher(said())
          .results()
          .filter(m -> m.group(1).isEmpty() || m.group(1).startsWith("org.sallyport."))
          .map(m -> place(m.group(1)).resolve(m.group(2) + ".java"));
    }

    private Path place(String name) {
      return name.isEmpty() ? folder : SOURCES.resolve(name.replace('.', '/'));
    }

    /** The paths that endpoints and servlets of this package have. */
    Stream<String> routes() {
      return files(folder, 1).map(WrittenPages::text).flatMap(Documented::routes);
    }

    Stream<String> routesNotSaid() {
      return routes().filter(route -> !said().contains(route));
    }

    private static Stream<String> routes(String source) {
      return Stream.concat(
          found(ENDPOINT, source).map(path -> "/oauth2/" + path),
          found(SERVLET, source).flatMap(addresses -> found(ADDRESS, addresses)));
    }

    private static Stream<String> found(Pattern pattern, String text) {
      return pattern.matcher(text).results().map(m -> m.group(1));
    }
  }

  @Test
  void the_documentation_of_a_package_has_ten_to_twenty_lines() {
    assertThat(packages())
        .hasSizeGreaterThan(30)
        .filteredOn(p -> p.lines().size() < 10 || p.lines().size() > 20)
        .extracting(Documented::folder)
        .isEmpty();
  }

  @Test
  void it_names_every_route_of_the_package() {
    assertThat(packages().stream().flatMap(Documented::routes)).hasSizeGreaterThan(10);
    assertThat(packages().stream().flatMap(Documented::routesNotSaid)).isEmpty();
  }

  @Test
  void its_links_lead_to_types() {
    assertThat(packages().stream().flatMap(Documented::links))
        .isNotEmpty()
        .filteredOn(Files::notExists)
        .isEmpty();
  }

  private static List<Documented> packages() {
    return files(SOURCES, Integer.MAX_VALUE)
        .filter(f -> f.endsWith("package-info.java"))
        .map(Documented::of)
        .toList();
  }

  private static Stream<Path> files(Path folder, int depth) {
    try (var files = Files.walk(folder, depth)) {
      return files.filter(f -> f.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
