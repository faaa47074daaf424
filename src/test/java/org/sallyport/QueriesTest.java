package org.sallyport;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Queries tie packages together by names in texts, where {@link FloorsTest} sees none of it. */
class QueriesTest {
  private static final Path ROOT = Path.of("src/main/java/org/sallyport");
  private static final List<Source> PRODUCT = Source.product();
  private static final Pattern TABLE = Pattern.compile("@Table\\(name = \"(\\w+)\"");
  private static final Pattern CONCATENATED = Pattern.compile("\"\\s*\\+\\s*\"");
  private static final Pattern TEXT =
      Pattern.compile("\"{3}(?s:.*?)\"{3}|\"(?:[^\"\\\\\n]|\\\\.)*\"");

  /** The wing of each entity, by its name and by that of its table. */
  private static final Map<String, String> OWNERS =
      PRODUCT.stream()
          .filter(source -> source.text().contains("\n@Entity\n"))
          .flatMap(source -> names(source).map(name -> Map.entry(name, wing(source))))
          .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));

  private static final Pattern NAMED =
      Pattern.compile(
          "(?i:\\b(?:from|join|update|into)\\s+)(%s)\\b"
              .formatted(String.join("|", OWNERS.keySet())));

  @Test
  void a_query_names_entities_of_its_own_wing_or_stands_in_the_one_place_of_the_pair() {
    assertThat(PRODUCT)
        .flatExtracting(QueriesTest::foreign)
        .containsOnly(
            "grant names client in GrantJoins",
            "grant names person in GrantJoins",
            "grant names session in GrantJoins",
            "session names person in Sessions");
  }

  @Test
  void all_entities_and_their_queries_are_found() {
    assertThat(OWNERS).hasSizeGreaterThan(20).containsEntry("access_grant", "grant");
    assertThat(OWNERS).containsEntry("client", "client").containsEntry("Person", "person");
    assertThat(PRODUCT.stream().flatMap(QueriesTest::named))
        .hasSizeGreaterThan(30)
        .contains("Grant", "access_grant", "Person", "Client");
  }

  private static List<String> foreign(Source source) {
    return named(source)
        .map(OWNERS::get)
        .filter(owner -> !owner.equals(wing(source)))
        .map(owner -> "%s names %s in %s".formatted(wing(source), owner, simpleName(source)))
        .distinct()
        .toList();
  }

  /** The names of entities and tables in the texts of this file. */
  private static Stream<String> named(Source source) {
    var whole = CONCATENATED.matcher(source.text()).replaceAll("");
    return TEXT.matcher(whole)
        .results()
        .flatMap(text -> NAMED.matcher(text.group()).results())
        .map(name -> name.group(1));
  }

  private static Stream<String> names(Source source) {
    var name = simpleName(source);
    var table = TABLE.matcher(source.text());
    return Stream.of(name, table.find() ? table.group(1) : name.toLowerCase(Locale.ROOT));
  }

  private static String wing(Source source) {
    return ROOT.relativize(source.path()).getName(0).toString();
  }

  private static String simpleName(Source source) {
    return source.path().getFileName().toString().replace(".java", "");
  }
}
