package org.sallyport.platform.branding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.image.TestPictures;
import org.sallyport.platform.page.Brand;

class BrandingSettingsTest {
  private static final Locale ARABIC = Locale.forLanguageTag("ar");

  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  Path dir;

  private static BrandingSettings read(Map<String, String> written) {
    return TestSettings.read(new BrandingSettings(), written);
  }

  private static void refused(Map<String, String> written, String complaint) {
    assertThatThrownBy(() -> read(written))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(complaint);
  }

  private Map<String, String> logo(byte[] file) throws IOException {
    var path = Files.write(dir.resolve("logo"), file);
    return Map.of("branding.name", "Harbour", "branding.logo-file", path.toString());
  }

  private Map<String, String> texts(String file, String content) throws IOException {
    Files.writeString(dir.resolve(file), content);
    return Map.of("branding.texts", dir.toString());
  }

  @Test
  void without_settings_it_looks_as_ours_does() {
    assertThat(read(Map.of()).brand()).isEqualTo(Brand.NONE);
    assertThat(Brand.NONE.site()).isEqualTo("Sallyport");
    assertThat(Brand.NONE.mark()).isEqualTo("/assets/mark.svg");
    assertThat(Brand.NONE.styles()).isEmpty();
  }

  @Test
  void a_name_takes_the_place_of_ours_and_of_our_mark() {
    var brand = read(Map.of("branding.name", " Harbour & Sons ")).brand();
    assertThat(brand.site()).isEqualTo("Harbour & Sons").isEqualTo(brand.caption());
    assertThat(brand.mark()).isEmpty();
  }

  @Test
  void a_square_logo_stands_before_the_name_and_a_wide_one_alone() throws IOException {
    var square = read(logo(TestPictures.of("png", 500, 500))).brand();
    assertThat(square.caption()).isEqualTo("Harbour");
    assertThat(square.markText()).isEmpty();
    assertThat(square.icon()).isEqualTo(square.mark()).matches("/brand/[0-9a-f]{32}[.]png");
    assertThat(square.markWidth()).isEqualTo(32);
    var wide = read(logo(TestPictures.of("jpeg", 600, 150))).brand();
    assertThat(wide.caption()).isEmpty();
    assertThat(wide.markText()).isEqualTo("Harbour");
    assertThat(wide.icon()).isEqualTo("/assets/mark.svg");
    assertThat(wide.markWidth()).isEqualTo(160);
    assertThat(wide.markHeight()).isEqualTo(40);
  }

  @Test
  void another_logo_takes_its_place_on_dark_pages() throws IOException {
    var light = TestPictures.of("png", 600, 150);
    assertThat(read(logo(light)).brand().darkMark()).isEmpty();
    var settings = read(dark(logo(light), TestPictures.of("jpeg", 500, 120)));
    var brand = settings.brand();
    assertThat(brand.darkMark()).matches("/brand/[0-9a-f]{32}[.]png").isNotEqualTo(brand.mark());
    assertThat(settings.file(brand.darkMark().substring("/brand".length()))).isPresent();
    assertThat(brand.mark()).isEqualTo(read(logo(light)).brand().mark());
    assertThat(brand.markWidth()).isEqualTo(160);
  }

  @Test
  @Security(29)
  void a_dark_logo_is_refused_as_the_other_one_is_and_where_it_does_not_fit() throws IOException {
    var light = logo(TestPictures.of("png", 600, 150));
    refused(dark(light, TestPictures.svg()), "setting branding.logo-file-dark: ");
    refused(dark(light, TestPictures.bomb(60_000, 60_000)), "it has 60000 x 60000 pixels");
    refused(dark(light, TestPictures.of("png", 150, 150)), "name two of the same shape");
    var alone = new HashMap<>(dark(light, TestPictures.of("png", 600, 150)));
    alone.remove("branding.logo-file");
    refused(alone, "setting branding.logo-file: it is not set, but branding.logo-file-dark is");
  }

  private Map<String, String> dark(Map<String, String> light, byte[] file) throws IOException {
    var all = new HashMap<>(light);
    all.put("branding.logo-file-dark", Files.write(dir.resolve("dark"), file).toString());
    return all;
  }

  @Test
  @Security(38)
  void a_logo_is_served_as_a_png_of_our_own_at_the_address_of_its_file() throws IOException {
    var file = TestPictures.of("jpeg", 600, 150);
    var settings = read(logo(file));
    var path = settings.brand().mark().substring("/brand".length());
    var served = settings.file(path).orElseThrow();
    assertThat(served.type()).isEqualTo("image/png");
    assertThat(served.bytes()).startsWith(0x89, 'P', 'N', 'G');
    assertThat(settings.file(path + "x")).isEmpty();
    assertThat(read(logo(file)).brand().mark()).isEqualTo(settings.brand().mark());
    assertThat(read(logo(TestPictures.of("jpeg", 601, 150))).brand().mark())
        .isNotEqualTo(settings.brand().mark());
  }

  @Test
  @Security(29)
  void a_logo_that_is_no_picture_is_refused_by_its_name() throws IOException {
    refused(logo(TestPictures.svg()), "setting branding.logo-file: ");
    refused(logo(TestPictures.svg()), "logo: it is neither PNG nor JPEG nor GIF; SVG is not taken");
    refused(logo(TestPictures.bomb(60_000, 60_000)), "it has 60000 x 60000 pixels");
    refused(logo(new byte[(1 << 20) + 1]), "logo cannot be read; name a file of at most 1 MiB");
    refused(
        Map.of("branding.logo-file", "/nowhere/logo.png", "branding.name", "x"), "cannot be read");
    var alone = new HashMap<>(logo(TestPictures.of("png", 5, 5)));
    alone.remove("branding.name");
    refused(alone, "setting branding.name: it is not set, but branding.logo-file is");
  }

  @Test
  void the_look_of_the_demo_is_taken() throws IOException {
    var folder = Path.of("server-config/brand");
    var written = new HashMap<String, String>();
    Files.readAllLines(folder.resolve("brand.env")).stream()
        .filter(line -> line.startsWith("SALLYPORT_"))
        .map(line -> line.split("=", 2))
        .forEach(line -> written.put(key(line[0]), line[1]));
    written.put("branding.logo-file", folder.resolve("logo.png").toString());
    written.put("branding.logo-file-dark", folder.resolve("logo-dark.png").toString());
    var brand = read(written).brand();
    assertThat(brand.site()).isEqualTo("Harbour");
    assertThat(brand.darkMark()).isNotEmpty();
    assertThat(brand.styles()).isNotEmpty();
    assertThat(brand.links()).hasSize(2);
    assertThat(brand.in(Locale.ENGLISH).notice()).isNotEqualTo(brand.in(Locale.GERMAN).notice());
  }

  private static String key(String variable) {
    var words = variable.replaceFirst("^SALLYPORT_BRANDING_", "").toLowerCase(Locale.ROOT);
    return "branding." + words.replace('_', '-');
  }

  @Test
  void colours_are_a_style_sheet_at_an_address_of_its_own() {
    var settings = read(Map.of("branding.accent", "#1A5FB4"));
    var path = settings.brand().styles();
    assertThat(path).matches("/brand/[0-9a-f]{32}[.]css");
    var served = settings.file(path.substring("/brand".length())).orElseThrow();
    assertThat(served.type()).isEqualTo("text/css;charset=UTF-8");
    assertThat(new String(served.bytes(), UTF_8)).startsWith(":root{--accent:#1a5fb4;");
  }

  @ParameterizedTest
  @CsvSource({
    "branding.accent, blue, 'is no colour; write it like #1a5fb4'",
    "branding.accent, '#1a5fb4}*{', is no colour",
    "branding.accent, #ffff00, text needs 4.5:1",
    "branding.accent-dark, #7ed2c2, 'branding.accent: it is not set'",
    "branding.imprint, javascript:alert(1), is no link",
    "branding.imprint, http://host.test/, is no link",
    "branding.privacy, //host.test/, is no link",
    "branding.privacy, https://user@host.test/, is no link",
    "branding.help, 'mailto:', is no link",
    "branding.help, help, is no link",
    "branding.notice-de, Wartung, 'branding.notice: it is not set'",
    "branding.texts, /nowhere/at/all, cannot read it"
  })
  void a_wrong_value_is_refused_with_its_place(String name, String value, String complaint) {
    refused(Map.of(name, value), complaint);
    refused(Map.of(name, value), "setting branding.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two\nlines", "a\u202Eb", "\u0007"})
  void what_does_not_show_is_no_name(String name) {
    refused(Map.of("branding.name", name), "setting branding.name: it has more than 60 characters");
  }

  @Test
  void links_stand_in_the_footer_in_a_fixed_order() {
    var written =
        Map.of(
            "branding.imprint", "https://harbour.test/imprint",
            "branding.privacy", "/privacy?a=b",
            "branding.help", "mailto:help@harbour.test");
    assertThat(read(written).brand().links())
        .containsExactly(
            new Brand.Link("layout.help", "mailto:help@harbour.test"),
            new Brand.Link("layout.privacy", "/privacy?a=b"),
            new Brand.Link("layout.imprint", "https://harbour.test/imprint"));
  }

  @Test
  void a_notice_is_in_the_language_of_the_page_or_else_in_the_first() {
    var written = Map.of("branding.notice", "Down on Sunday", "branding.notice-de", "Sonntag zu");
    var brand = read(written).brand();
    assertThat(brand.in(Locale.ENGLISH).notice()).isEqualTo("Down on Sunday");
    assertThat(brand.in(Locale.GERMAN).notice()).isEqualTo("Sonntag zu");
    assertThat(brand.in(ARABIC).notice()).isEqualTo("Down on Sunday");
    assertThat(Brand.NONE.in(ARABIC).notice()).isEmpty();
  }

  @Test
  void an_installation_has_words_of_its_own_for_some_keys() throws IOException {
    var own =
        read(texts("texts_de.properties", "login.title=Ab an Bord von {0}\nhome.text=L\\u00f6we"))
            .brand();
    assertThat(own.in(Locale.GERMAN).text("login.title", "Shop")).isEqualTo("Ab an Bord von Shop");
    assertThat(own.in(Locale.GERMAN).text("home.text")).isEqualTo("Löwe");
    assertThat(own.in(Locale.GERMAN).text("login.password")).isEqualTo("Passwort");
    assertThat(own.in(Locale.ENGLISH).text("login.title", "Shop")).isEqualTo("Sign in to Shop");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "texts_en.properties|login.titel=x|no page has the text login.titel; did you mean",
        "texts_fr.properties|login.title=x|no page has a file of this name",
        "texts_en.properties|login.title=To {1}|it has a value that there is not; there are {0} to",
        "texts_en.properties|login.password=Pass{0}|it has a value that there is not; write it",
        "texts_en.properties|login.title=To {0|its braces are not right",
        "texts_en.properties|login.title=Don't {0}|it has the sign '",
        "texts_en.properties|login.title=|it is empty, or too long",
        "texts_en.properties|login.title=\\u12|an escape in it is none",
        "texts_en.properties|login.title=a\\nb {0}|it has a control character"
      })
  void what_could_not_stand_for_ours_is_refused(String file, String content, String complaint)
      throws IOException {
    refused(texts(file, content), complaint);
    refused(texts(file, content), "setting branding.texts: ");
  }

  @Test
  void a_text_and_a_file_have_a_greatest_length() throws IOException {
    refused(texts("texts_en.properties", "login.title=" + "x".repeat(1_001)), "too long");
    refused(texts("texts_en.properties", "#".repeat(100_001)), "longer than 100000 characters");
  }
}
