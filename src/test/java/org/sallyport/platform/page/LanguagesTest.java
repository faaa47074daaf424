package org.sallyport.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.sallyport.Effort;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.http.TestRequest;
import org.sallyport.platform.http.TestResponse;

class LanguagesTest {
  private final Languages languages = WiredPages.languages();

  private static TestRequest request() {
    return new TestRequest("GET", "/login");
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.1")
  void the_client_s_wish_comes_before_the_person_s_choice_and_that_before_the_browser_s() {
    var request = request().cookie("__Host-sallyport-lang", "ar").header("Accept-Language", "en");
    assertThat(languages.choose(request.request(), Optional.of("fr de-CH")))
        .isEqualTo(Locale.GERMAN);
    assertThat(languages.choose(request.request(), Optional.of("fr"))).hasToString("ar");
    assertThat(languages.choose(request.request(), Optional.empty())).hasToString("ar");
  }

  @Test
  @Spec("RFC 4647 §3.4")
  void the_browser_s_languages_are_weighed() {
    var request = request().header("Accept-Language", "fr, en;q=0.5, de-AT;q=0.8").request();
    assertThat(languages.choose(request, Optional.empty())).isEqualTo(Locale.GERMAN);
  }

  @Test
  void without_any_wish_english_is_spoken() {
    assertThat(languages.choose(request().request(), Optional.empty())).isEqualTo(Locale.ENGLISH);
  }

  @Test
  @Security(35)
  void nonsense_is_no_wish() {
    var request = request().header("Accept-Language", ";;q=9,<script>").request();
    for (var wish : new String[] {"../../x", "", " ", "de;q=x", "-", "--", "x".repeat(5_000)}) {
      assertThat(languages.choose(request, Optional.of(wish))).isEqualTo(Locale.ENGLISH);
    }
  }

  @Test
  @Spec("RFC 4647 §3.4")
  void a_malformed_range_spoils_no_other() {
    for (var wish : new String[] {"de, -", "-, de", "de;q=x, ar;q=0.1, de;q=0.2", "a-a-a-, de"}) {
      assertThat(Languages.spoken(wish)).as(wish).contains(Locale.GERMAN);
    }
    assertThat(languages.choose(request().request(), Optional.of("- de"))).isEqualTo(Locale.GERMAN);
  }

  @Test
  @Spec("RFC 9110 §12.4.2")
  void a_range_of_no_weight_is_not_wanted() {
    assertThat(Languages.spoken("de;q=0, ar;q=0.001")).contains(Locale.forLanguageTag("ar"));
    assertThat(Languages.spoken("de;q=0")).isEmpty();
  }

  @Test
  @Security(29)
  void so_many_ranges_are_read_and_no_more() {
    assertThat(Languages.spoken("fr, ".repeat(19) + "de")).contains(Locale.GERMAN);
    assertThat(Languages.spoken("fr, ".repeat(20) + "de")).isEmpty();
    assertThat(Languages.spoken(" ".repeat(990) + "de,fr-fr-fr-fr")).contains(Locale.GERMAN);
    assertThat(Languages.spoken(" ".repeat(998) + "de-AT")).isEmpty();
    assertThat(Languages.spoken("de" + "-a".repeat(7))).contains(Locale.GERMAN);
    assertThat(Languages.spoken("de" + "-a".repeat(8))).isEmpty();
  }

  @Test
  @Security(29)
  void no_wish_costs_more_than_it_is_long() {
    for (var wish : new String[] {"a" + "-a".repeat(15_000), "a-a-a,".repeat(5_000) + "de"}) {
      var request = request().cookie("__Host-sallyport-lang", wish).header("Accept-Language", wish);
      Effort.within(
          500, "a language", () -> languages.choose(request.request(), Optional.of(wish)));
      Effort.within(
          500, "a language", () -> languages.remember(new TestResponse().response(), wish));
    }
  }

  @Property
  @Security(35)
  void whatever_is_sent_some_language_is_spoken(
      @ForAll @Chars({'d', 'e', '-', '*', ',', ';', 'q', '=', '0', '.', ' ', 'x'}) String ranges) {
    assertThat(languages.choose(request().request(), Optional.of(ranges))).isNotNull();
  }

  @Test
  void only_a_language_that_is_spoken_is_remembered() {
    var response = new TestResponse();
    languages.remember(response.response(), "fr");
    languages.remember(response.response(), "de-AT");
    assertThat(response.header("Set-Cookie"))
        .singleElement()
        .asString()
        .startsWith("__Host-sallyport-lang=de;");
  }
}
