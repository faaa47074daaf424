package org.sallyport.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.Spec;
import org.sallyport.platform.mtls.TestCertificates;

class SettingsReaderTest {
  private static Settings of(Map<String, String> file) {
    return new SettingsReader(new SettingSources(Map.of(), Map.of(), file), "/auth").settings();
  }

  @Test
  @Spec({"RFC 6749 §4.1.2", "RFC 9700 §4.14.2"})
  void without_any_setting_everything_has_a_value() {
    var settings = of(Map.of());
    assertThat(settings.issuer()).isEqualTo("http://localhost:8080/auth");
    assertThat(settings.database().embedded()).isTrue();
    assertThat(settings.tokens().codeLifetime()).isEqualTo(Duration.ofSeconds(60));
    assertThat(settings.tokens().accessTokenLifetime()).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.signIn().memoryKib()).isEqualTo(12_288);
    assertThat(settings.signIn().concurrency()).isPositive();
  }

  @Test
  void the_embedded_database_and_its_key_are_in_the_data_directory() {
    var settings = of(Map.of("data-directory", "some/where"));
    var data = Path.of("some/where").toAbsolutePath();
    assertThat(settings.dataDirectory()).isEqualTo(data);
    assertThat(settings.database().url()).isEqualTo("jdbc:h2:file:" + data.resolve("sallyport"));
    assertThat(settings.keys().masterKeyFile()).isEqualTo(data.resolve("master.key"));
  }

  @Test
  void a_key_is_published_a_day_longer_than_the_longest_token_it_signed() {
    var settings = of(Map.of("tokens.id-token-lifetime", "PT2H"));
    assertThat(settings.keys().retire()).isEqualTo(Duration.ofHours(26));
  }

  @Test
  void an_endpoint_is_below_the_issuer() {
    assertThat(of(Map.of("issuer", "https://id.test/a")).endpoint("/oauth2/token"))
        .isEqualTo("https://id.test/a/oauth2/token");
  }

  @Test
  void authorities_are_read_with_or_without_a_byte_order_mark(@TempDir Path dir)
      throws IOException {
    for (var mark : List.of("", "\uFEFF")) {
      var pem = mark + Files.readString(TestCertificates.file("authority"));
      var file = Files.writeString(dir.resolve("authorities.pem"), pem).toString();
      assertThat(of(Map.of("mtls.authorities", file, "mtls.certificate-from", "tls")).mtls())
          .extracting(mtls -> mtls.authorities().size())
          .isEqualTo(1);
    }
  }

  @Test
  void a_secret_is_never_printed() {
    var settings = of(Map.of("database.password", "hunter2", "keys.master-key", "hunter2"));
    assertThat(settings.toString()).doesNotContain("hunter2");
  }

  @Test
  void no_more_passwords_are_checked_at_once_than_half_of_the_heap_holds() {
    var cores = Runtime.getRuntime().availableProcessors();
    assertThat(SettingsReader.onePerCore(47_104, 1L << 30)).isEqualTo(cores);
    assertThat(SettingsReader.onePerCore(47_104, 64 << 10)).isEqualTo(1);
    assertThat(SettingsReader.onePerCore(47_104, 128 << 10)).isEqualTo(1);
    assertThat(SettingsReader.onePerCore(47_104, 256 << 10)).isEqualTo(Math.min(cores, 2));
  }

  @Test
  void checks_that_cannot_fit_into_the_heap_are_refused_at_start() {
    var signIn =
        of(Map.of("sign-in.concurrency", "4", "sign-in.argon2-memory-kib", "47104")).signIn();
    assertThatThrownBy(() -> signIn.refuseUnlessWithin(128 << 10))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "setting sign-in.concurrency: checks of 184 MiB in all do not fit into a heap of 128"
                + " MiB; lower it or sign-in.argon2-memory-kib, or give the server a larger heap"
                + " (-Xmx)");
    signIn.refuseUnlessWithin(256 << 10);
  }

  @ParameterizedTest
  @CsvSource({
    "tokens.code-lifetime, PT11M, choose between PT1S and PT10M",
    "tokens.code-lifetime, 60s, write it like PT30S",
    "tokens.refresh-token-lifetime, P1D, choose between PT720H",
    "sign-in.argon2-memory-kib, 1024, choose between 7168",
    "sign-in.concurrency, many, write digits only",
    "keys.rotate, PT1H, choose between PT24H1S",
    "database.url, jdbc:mysql://x, write it like jdbc:postgresql://host/sallyport",
    "database.socket-timeout, PT0S, choose between PT1S and PT1M",
  })
  void a_value_out_of_bounds_is_refused_with_its_place_and_a_remedy(
      String name, String value, String remedy) {
    assertThatThrownBy(() -> of(Map.of(name, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("setting " + name + ": ")
        .hasMessageContaining(remedy);
  }
}
