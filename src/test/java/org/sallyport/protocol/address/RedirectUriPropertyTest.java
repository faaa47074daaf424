package org.sallyport.protocol.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.sallyport.Spec;
import org.sallyport.protocol.OAuthError;
import org.sallyport.protocol.OAuthException;

/** What holds of every redirect URI, whatever is registered and whatever is asked for. */
@Spec("OAuth 2.1 §2.3")
class RedirectUriPropertyTest {
  private static final List<String> ROOTS =
      List.of("http://127.0.0.1", "http://[::1]", "https://app.test", "http://localhost:8080");
  private static final String ALPHABET = ":/?#@.;%&=*[]\\127.0aA\n ";

  @Property
  void a_web_application_is_sent_to_the_very_uri_or_nowhere(
      @ForAll("uris") String registered, @ForAll("mutations") String mutation) {
    var uri = new RedirectUri(registered, ApplicationType.WEB);
    assertThat(uri.matches(registered)).isTrue();
    assertThat(uri.matches(mutation)).isEqualTo(registered.equals(mutation));
  }

  @Property
  void a_native_application_is_sent_to_its_own_machine_at_least(
      @ForAll("uris") String registered, @ForAll("mutations") String mutation) {
    var uri = new RedirectUri(registered, ApplicationType.NATIVE);
    if (uri.matches(mutation)) {
      assertThat(new RedirectUri(mutation, ApplicationType.NATIVE).host()).isEqualTo(uri.host());
      assertThat(withoutPort(mutation)).isEqualTo(withoutPort(registered));
    }
  }

  @Property
  void any_port_that_exists_will_do_on_loopback(
      @ForAll @IntRange(min = -10, max = 100_000) int port, @ForAll("paths") String path) {
    var uri = new RedirectUri("http://127.0.0.1:8000" + path, ApplicationType.NATIVE);
    assertThat(uri.matches("http://127.0.0.1:" + port + path)).isEqualTo(port > 0 && port < 65_536);
  }

  @Property
  void whatever_is_registered_is_safe_to_redirect_to(@ForAll("mutations") String any) {
    for (var type : ApplicationType.values()) {
      try {
        var uri = new RedirectUri(any, type);
        assertThat(uri.scheme()).matches("https|http|[a-z0-9-]+(\\.[a-z0-9-]+)+");
        assertThat(any).doesNotContain("#", "*", "\\", "\n", " ", "/../");
        assertThat(URI.create(any).getRawUserInfo()).isNull();
      } catch (OAuthException e) {
        assertThat(e.error()).isEqualTo(OAuthError.INVALID_REDIRECT_URI);
      }
    }
  }

  @Provide
  Arbitrary<String> uris() {
    return Combinators.combine(Arbitraries.of(ROOTS), paths()).as(String::concat);
  }

  @Provide
  Arbitrary<String> paths() {
    var segments = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8).map("/"::concat);
    var query = Arbitraries.of("", "?tenant=1");
    return Combinators.combine(segments, query).as(String::concat);
  }

  @Provide
  Arbitrary<String> mutations() {
    var noise = Arbitraries.strings().withChars(ALPHABET).ofMaxLength(3);
    return Combinators.combine(uris(), noise, Arbitraries.integers().between(0, 40))
        .as((uri, text, at) -> insert(uri, text, Math.min(at, uri.length())));
  }

  private static String insert(String uri, String text, int at) {
    return uri.substring(0, at) + text + uri.substring(at);
  }

  private static String withoutPort(String uri) {
    return uri.replaceFirst("^(http://(?:127\\.0\\.0\\.1|\\[::1]))(:[0-9]+)?", "$1");
  }
}
