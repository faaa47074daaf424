package org.sallyport;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.WrittenPages.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages for people: README.md is short, no link leads nowhere, every page is linked. */
class DocumentationTest {
  private static final Pattern LINK =
      Pattern.compile("(?:\\]\\(|src=\")([^)\"\\s#]*)(?:#([^)\"\\s]*))?[)\"]");
  private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$");
  private static final Set<String> NOT_OURS = Set.of(".git", "target", "node_modules");

  /** A link of a page: the file it leads to, and the heading there, or nothing. */
  private record Link(Path from, Path to, String heading) {
    boolean leadsSomewhere() {
      return Files.exists(to) && (heading.isEmpty() || headings(to).contains(heading));
    }
  }

  @Test
  void the_readme_has_150_lines_at_most() throws IOException {
    assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThanOrEqualTo(150);
  }

  @Test
  void every_relative_link_leads_to_a_file_and_to_a_heading_there() {
    assertThat(links()).isNotEmpty().allMatch(Link::leadsSomewhere);
  }

  @Test
  void every_page_is_linked_from_another() {
    var linked = links().stream().filter(l -> !l.from().equals(l.to())).map(Link::to).toList();
    assertThat(pages())
        .filteredOn(page -> page.startsWith("docs") || page.startsWith("server-config"))
        .allMatch(page -> linked.contains(page) || linked.contains(page.getParent()));
  }

  @Test
  void the_architecture_page_has_every_package_below_the_heading_of_its_floor() {
    var page = text(Path.of("docs/architecture.md"));
    assertThat(packages())
        .hasSizeGreaterThan(20)
        .allSatisfy(
            file -> {
              var floor = Pattern.compile("Floor\\.Level\\.(\\w)(\\w+)").matcher(text(file));
              assertThat(floor.find()).isTrue();
              var heading = floor.group(1) + floor.group(2).toLowerCase(Locale.ROOT);
              assertThat(section(page, heading)).contains("(../" + file.getParent() + ")");
            });
  }

  @Test
  void the_code_and_the_tests_that_the_page_of_specifications_names_are_there() {
    var rows = text(Path.of("docs/specifications.md")).lines().filter(l -> l.contains("| `"));
    var cells = rows.map(row -> row.split("\\|")).toList();
    var tests =
        below("src/test/java").stream().map(f -> f.getFileName().toString()).collect(toSet());
    assertThat(cells.stream().flatMap(row -> code(row[3])))
        .hasSizeGreaterThan(50)
        .allMatch(name -> isCode("src/main", name) || isCode("src/demo", name));
    assertThat(cells.stream().flatMap(row -> code(row[4])).map(name -> name + ".java"))
        .hasSizeGreaterThan(50)
        .allMatch(tests::contains);
  }

  private static Stream<String> code(String cell) {
    return Pattern.compile("`([^`]+)`").matcher(cell).results().map(m -> m.group(1));
  }

  private static boolean isCode(String sources, String name) {
    var place = Path.of(sources, "java/org/sallyport", name.replace('.', '/'));
    return Files.exists(place) || Files.exists(Path.of(place + ".java"));
  }

  // The roof has no folder of its own.
  private static List<Path> packages() {
    var product = Path.of("src/main/java/org/sallyport");
    return below(product.toString()).stream()
        .filter(f -> f.endsWith("package-info.java"))
        .filter(f -> !product.equals(f.getParent()))
        .toList();
  }

  private static String section(String page, String heading) {
    var section = Pattern.compile("(?ms)^### " + heading + "$(.*?)(?=^##|\\z)").matcher(page);
    assertThat(section.find()).as(heading).isTrue();
    return section.group(1);
  }

  private static List<Link> links() {
    return pages().stream().flatMap(DocumentationTest::links).toList();
  }

  private static Stream<Link> links(Path page) {
    return LINK.matcher(CODE.matcher(text(page)).replaceAll(""))
        .results()
        .filter(m -> !m.group(1).contains(":"))
        .map(
            m -> {
              var to = m.group(1).isEmpty() ? page : page.resolveSibling(m.group(1));
              return new Link(page, to.normalize(), m.group(2) == null ? "" : m.group(2));
            });
  }

  private static List<String> headings(Path page) {
    return text(page)
        .lines()
        .filter(l -> l.matches("#+ .*"))
        .map(l -> l.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(l -> l.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  private static List<Path> pages() {
    return below("").stream().filter(f -> f.toString().endsWith(".md")).toList();
  }

  private static List<Path> below(String folder) {
    try (var files = Files.walk(Path.of(folder))) {
      return files.filter(DocumentationTest::ours).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean ours(Path file) {
    for (var part : file) {
      if (NOT_OURS.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }
}
