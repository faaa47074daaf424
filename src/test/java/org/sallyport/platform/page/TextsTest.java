package org.sallyport.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  private static final Path BUNDLES = Path.of("src/main/resources/org/sallyport");
  private static final Pattern TECHNICAL =
      Pattern.compile(
          "(?i)\\b(json|https?|ur[il]|oauth|openid|tokens?|clients?|scopes?|bytes?|endpoint"
              + "|parameters?|database|configuration|method|format"
              + "|datenbank|konfiguration|methode|protokoll\\w*)\\b|بايت");

  private static Properties bundle(String name) throws IOException {
    var properties = new Properties();
    properties.load(new StringReader(Files.readString(BUNDLES.resolve(name))));
    return properties;
  }

  @ParameterizedTest
  @ValueSource(strings = {"texts_de.properties", "texts_ar.properties"})
  void every_language_has_the_same_keys(String name) throws IOException {
    assertThat(new TreeSet<>(bundle(name).keySet()))
        .isEqualTo(new TreeSet<>(bundle("texts.properties").keySet()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"texts_de.properties", "texts_ar.properties"})
  void every_language_has_the_same_places_for_values(String name) throws IOException {
    var english = bundle("texts.properties");
    for (var entry : bundle(name).entrySet()) {
      assertThat(places(entry))
          .isEqualTo(places(Map.entry(entry.getKey(), english.get(entry.getKey()))));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"texts.properties", "texts_de.properties", "texts_ar.properties"})
  void no_text_has_a_straight_apostrophe_or_ends_up_empty(String name) throws IOException {
    assertThat(bundle(name).values())
        .allSatisfy(v -> assertThat((String) v).isNotBlank().doesNotContain("'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"texts.properties", "texts_de.properties", "texts_ar.properties"})
  void no_text_has_a_word_that_developers_alone_know(String name) throws IOException {
    assertThat(bundle(name).values())
        .allSatisfy(v -> assertThat((String) v).doesNotContainPattern(TECHNICAL));
  }

  @Test
  void english_is_english_on_a_machine_that_speaks_another_language() {
    var before = Locale.getDefault();
    Locale.setDefault(Locale.GERMAN);
    try {
      assertThat(Brand.NONE.in(Locale.ENGLISH).text("error.again")).isEqualTo("Try again");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void arabic_is_read_from_the_right() {
    assertThat(Brand.NONE.in(Locale.forLanguageTag("ar")).dir()).isEqualTo("rtl");
    assertThat(Brand.NONE.in(Locale.GERMAN).dir()).isEqualTo("ltr");
  }

  @Test
  void values_stand_in_their_places() {
    assertThat(Brand.NONE.in(Locale.ENGLISH).text("error.case", "7K3M-Q9XD", "now"))
        .isEqualTo("Case 7K3M-Q9XD, now");
  }

  private static Set<String> places(Map.Entry<Object, Object> text) {
    var places = new TreeSet<String>();
    Pattern.compile("\\{\\d}")
        .matcher((String) text.getValue())
        .results()
        .forEach(r -> places.add(text.getKey() + r.group()));
    return places;
  }
}
