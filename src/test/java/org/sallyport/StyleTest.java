package org.sallyport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the sources are written: sizes, names, Javadoc and package declarations. */
class StyleTest {
  private static final List<Source> ALL = Source.all();
  private static final List<Source> PRODUCT = Source.product();
  private static final Pattern EMPTY_NAME =
      Pattern.compile(".*(Impl|Utils?|Helpers?|Managers?|Services?|Dto)|(Abstract|Base)[A-Z].*");

  @Test
  void no_file_passes_300_lines() {
    assertThat(ALL).filteredOn(s -> s.lines() > 300).extracting(Source::path).isEmpty();
  }

  @Test
  void no_method_passes_40_lines() {
    assertThat(methods(ALL)).filteredOn(m -> m.lines() > 40).isEmpty();
  }

  @Test
  void no_method_takes_more_than_4_parameters() {
    assertThat(methods(ALL)).filteredOn(m -> m.parameters() > 4).isEmpty();
  }

  @Test
  void no_type_has_a_name_that_says_nothing() {
    assertThat(types(ALL))
        .filteredOn(t -> EMPTY_NAME.matcher(t.name()).matches())
        .extracting(Source.Declaration::name)
        .isEmpty();
  }

  @Test
  void every_public_type_of_the_product_has_javadoc() {
    assertThat(types(PRODUCT))
        .filteredOn(t -> t.isPublic() && !t.described())
        .extracting(Source.Declaration::name)
        .isEmpty();
  }

  @Test
  void every_package_of_the_product_is_null_marked_and_says_its_floor() {
    assertThat(packages(PRODUCT))
        .allSatisfy(
            p -> assertThat(declaration(p)).contains("@NullMarked", "@Floor(Floor.Level.", "/**"));
  }

  @Test
  void a_test_method_says_a_sentence() {
    var said =
        Pattern.compile("@(?:Test|ParameterizedTest|Property|StoreTest)\\b[^;{]*?void (\\w+)\\(");
    assertThat(ALL.stream().filter(s -> s.path().startsWith("src/test")))
        .flatExtracting(s -> said.matcher(s.text()).results().map(r -> r.group(1)).toList())
        .isNotEmpty()
        .allMatch(name -> name.equals(name.toLowerCase(Locale.ROOT)));
  }

  private static Stream<Source.Declaration> methods(List<Source> sources) {
    return sources.stream().flatMap(s -> s.methods().stream());
  }

  private static Stream<Source.Declaration> types(List<Source> sources) {
    return sources.stream().flatMap(s -> s.types().stream());
  }

  private static Stream<Path> packages(List<Source> sources) {
    return sources.stream().map(s -> s.path().resolveSibling("package-info.java")).distinct();
  }

  private static String declaration(Path packageInfo) throws IOException {
    return Files.exists(packageInfo) ? Files.readString(packageInfo) : packageInfo + " is missing";
  }
}
