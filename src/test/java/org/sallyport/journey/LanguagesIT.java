package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sallyport.Security;

/** Wishes for languages that are no work for us, for Faces or for the server, however long. */
class LanguagesIT {
  // Before they were bounded, one of 6,000 characters took half a minute of a processor.
  private static final Duration LONG = Duration.ofSeconds(8);

  private final Server server = Server.onH2();
  private final String host = "Host: " + URI.create(server.issuer()).getAuthority();

  static Stream<String> languages() {
    return Stream.of(
        "a" + "-a".repeat(1_000),
        "a" + "-a".repeat(3_000),
        "a" + "-a".repeat(15_000),
        "a-a,".repeat(1_700) + "de",
        "de;q=0.5,".repeat(800) + "de");
  }

  @ParameterizedTest
  @MethodSource("languages")
  @Security(29)
  void no_wish_for_a_language_is_great_work(String wish) {
    var header = "Accept-Language: " + wish;
    for (var path : List.of("/login", "/logout", "/", "/oauth2/authorize", "/nothing")) {
      quick("GET " + path, header);
      quick("GET " + path, "Cookie: sallyport-lang=" + wish + "; __Host-sallyport-lang=" + wish);
    }
    quick("GET /login?lang=" + wish);
    quick("GET /login?ticket=x&lang=" + wish);
    var page = gets("/oauth2/logout?ui_locales=" + wish);
    var authorize = Application.spa(server).asksFor("openid").with("ui_locales", wish).url();
    var login = gets(authorize.substring(server.issuer().length()));
    for (var location : Stream.concat(page.stream(), login.stream()).toList()) {
      quick("GET " + location, header);
      quick("GET " + location + "&lang=" + wish);
    }
  }

  // Where it leads to, unless the server refuses so long a line.
  private List<String> gets(String path) {
    return quick("GET " + path)
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("location:"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .map(url -> url.replace(server.issuer(), ""))
        .toList();
  }

  private String quick(String line, String... headers) {
    var all = Stream.concat(Stream.of(host), Stream.of(headers)).toArray(String[]::new);
    var began = System.nanoTime();
    var answer = Wire.exchange(server, line + " HTTP/1.1", all);
    var took = Duration.ofNanos(System.nanoTime() - began);
    assertThat(took).as(line.substring(0, Math.min(60, line.length()))).isLessThan(LONG);
    assertThat(answer).doesNotContain("(silence)");
    assertThat(Wire.status(answer)).as(answer).isLessThan(500);
    return answer;
  }
}
