package org.sallyport.dpop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;

/** Two spellings are one URI only where RFC 3986 says so. */
@Spec({"RFC 9449 §4.3", "RFC 3986 §6.2.2", "RFC 3986 §6.2.3"})
class TargetUriTest {
  private static final String ENDPOINT = "https://id.test/oauth2/token";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://id.test/oauth2/token",
        "HTTPS://ID.test:443/oauth2/token",
        "https://id.test:/oauth2/token",
        "https://id.test/oauth2/token?a=b#c",
        "https://id.test/%6Fauth2/%74oken",
        "https://id.test/%6fauth2/token",
        "https://id.test/./oauth2/token",
        "https://id.test/x/../oauth2/token",
        "https://id.test/../oauth2/./x/../token",
        "https://id.test/x/%2E%2e/oauth2/token"
      })
  void the_same_uri_in_another_spelling_leads_there(String htu) {
    assertThat(TargetUri.leadsTo(ENDPOINT, htu)).isTrue();
  }

  @ParameterizedTest
  @Security(103)
  @ValueSource(
      strings = {
        "https://id.test/oauth2%2Ftoken",
        "https://id.test/oauth2%2ftoken",
        "https://id.test%2Foauth2/token",
        "https://id.test//oauth2/token",
        "https://id.test/oauth2//token",
        "https://id.test/oauth2/token/",
        "https://id.test/oauth2/token//",
        "https://id.test/oauth2/token/.",
        "https://id.test/x//../oauth2/token",
        "https://id.test/oauth2/token;a=b",
        "https://id.test/oauth2/token%3Fa",
        "https://id.test/oauth2/token%23a",
        "https://id.test/oauth2/Token",
        "https://id.test/oauth2/tok%2565n",
        "https://id.test/oauth2\\token",
        "https://id.test/oauth2%5Ctoken",
        "https://id.test/oauth2/token%00",
        "https://id.test/oauth2/token%20",
        "https://id.test:444/oauth2/token",
        "https://user@id.test/oauth2/token",
        "http://id.test/oauth2/token",
        "//id.test/oauth2/token",
        "/oauth2/token",
        "https:/oauth2/token",
        "https://id.test",
        "https://id.test.evil/oauth2/token",
        ""
      })
  void another_uri_does_not(String htu) {
    assertThat(TargetUri.leadsTo(ENDPOINT, htu)).isFalse();
  }

  @Test
  void an_endpoint_without_a_path_is_one_with_a_slash() {
    assertThat(TargetUri.leadsTo("https://id.test", "https://id.test/")).isTrue();
  }

  // Whatever is escaped, the URI stays the same if and only if all of it was unreserved.
  @Test
  @Security(103)
  void escapes_change_a_uri_if_and_only_if_they_are_of_what_is_reserved() {
    var random = new Random(16);
    for (var i = 0; i < 2_000; i++) {
      var path = "/oauth2/token".chars().mapToObj(c -> spelt((char) c, random)).toList();
      var escapesSlash = path.subList(1, path.size()).contains("%2F");
      var htu = "https://id.test/" + String.join("", path.subList(1, path.size()));
      assertThat(TargetUri.leadsTo(ENDPOINT, htu)).as(htu).isEqualTo(!escapesSlash);
    }
  }

  // As anybody may find them put in by mistake: one more makes another path.
  @Test
  @Security(103)
  void one_more_character_anywhere_makes_another_path() {
    for (var odd : List.of("/", "%2F", ";", "%", "+", "%2B", "//", "a", "%61")) {
      for (var at = 1; at <= "/oauth2/token".length(); at++) {
        var path = new StringBuilder("/oauth2/token").insert(at, odd);
        assertThat(TargetUri.leadsTo(ENDPOINT, "https://id.test" + path)).as(path + "").isFalse();
      }
    }
  }

  private static String spelt(char c, Random random) {
    return random.nextInt(8) == 0 ? "%%%02X".formatted((int) c) : String.valueOf(c);
  }
}
