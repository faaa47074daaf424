package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sallyport.Poll;
import org.sallyport.Security;
import org.sallyport.Spec;

/** A refresh token is replaced at every use; the old one forgives a retry and betrays a thief. */
@Spec("RFC 9700 §4.14.2")
class RefreshIT {
  private static final String ALL = "openid notes.read notes.write offline_access";

  private final Server server = Server.onH2();
  private final Application house = Application.house(server);
  private final Visitor alice = Visitor.alice(server);

  @Test
  void a_refresh_gives_a_new_access_token_and_a_new_refresh_token() {
    var first = refreshToken();
    var tokens = Expect.tokens(house.refreshes(first));
    assertThat(tokens).doesNotContainEntry("refresh_token", first);
    assertThat(house.introspects(text(tokens, "access_token")).json())
        .containsEntry("active", true);
  }

  @Test
  @Security(81)
  @Spec("RFC 6749 §6")
  void a_wider_scope_is_refused_and_a_narrower_one_is_for_this_time_only() {
    var first = refreshToken("openid notes.read offline_access");
    Expect.json(refresh(first, "scope", "openid notes.read notes.write"), 400, "invalid_scope");
    var narrow = Expect.tokens(refresh(first, "scope", "notes.read"));
    assertThat(text(narrow, "scope")).isEqualTo("notes.read");
    var full = Expect.tokens(house.refreshes(text(narrow, "refresh_token")));
    assertThat(text(full, "scope")).isEqualTo("openid notes.read offline_access");
  }

  @Test
  @Security({81, 95})
  @Spec("RFC 8707 §2.2")
  void a_resource_outside_the_grant_is_refused() {
    var first = refreshToken();
    Expect.json(refresh(first, "resource", "https://api.test/jwt"), 400, "invalid_target");
    Expect.tokens(refresh(first, "resource", "https://api.test/notes"));
  }

  @Test
  @Security(82)
  void an_old_token_after_the_grace_time_ends_the_grant() {
    var first = refreshToken();
    var tokens = Expect.tokens(house.refreshes(first));
    Poll.until(Duration.ofSeconds(10), () -> house.refreshes(first).status() == 400);
    Expect.json(house.refreshes(text(tokens, "refresh_token")), 400, "invalid_grant");
    assertThat(house.introspects(text(tokens, "access_token")).json())
        .isEqualTo(Map.of("active", false));
    assertThat(server.log()).contains("event=grant_ended");
  }

  @Test
  @Security(83)
  void a_retry_within_the_grace_time_gets_the_same_successor() {
    var first = refreshToken();
    var once = Expect.tokens(house.refreshes(first));
    var again = Expect.tokens(house.refreshes(first));
    assertThat(again).containsEntry("refresh_token", once.get("refresh_token"));
    Expect.tokens(house.refreshes(text(again, "refresh_token")));
  }

  @Test
  @Security({83, 85})
  void the_token_before_the_last_one_ends_the_grant_at_once() {
    var first = refreshToken();
    var second = text(Expect.tokens(house.refreshes(first)), "refresh_token");
    var third = text(Expect.tokens(house.refreshes(second)), "refresh_token");
    Expect.json(house.refreshes(first), 400, "invalid_grant");
    Expect.json(house.refreshes(third), 400, "invalid_grant");
  }

  @Test
  @Security(67)
  void another_client_cannot_use_it_and_does_no_harm_by_trying() {
    var first = refreshToken();
    Expect.json(Application.evil(server).refreshes(first), 400, "invalid_grant");
    Expect.json(Application.web(server).refreshes(first), 400, "invalid_grant");
    Expect.tokens(house.refreshes(first));
  }

  @Test
  void without_offline_access_it_ends_with_the_session() {
    var request = house.asksFor("openid notes.read");
    var tokens = Expect.tokens(house.redeems(request, alice.authorizes(request)));
    alice.signsOut();
    assertThat(house.introspects(text(tokens, "access_token")).json())
        .isEqualTo(Map.of("active", false));
    if (tokens.containsKey("refresh_token")) {
      Expect.json(house.refreshes(text(tokens, "refresh_token")), 400, "invalid_grant");
    }
  }

  @Test
  void with_offline_access_it_outlives_the_session() {
    var first = refreshToken();
    alice.signsOut();
    Expect.tokens(house.refreshes(first));
  }

  @Test
  @Spec("OpenID Connect Core §12.2")
  void a_refreshed_id_token_is_for_the_same_sign_in() {
    var request = house.asksFor(ALL);
    var first = Expect.tokens(house.redeems(request, alice.authorizes(request)));
    var second = Expect.tokens(house.refreshes(text(first, "refresh_token")));
    var before = Tokens.claims(text(first, "id_token"));
    var after = Tokens.claims(text(second, "id_token"));
    for (var claim : new String[] {"iss", "sub", "aud", "auth_time"}) {
      assertThat(after.getClaim(claim)).isEqualTo(before.getClaim(claim));
    }
  }

  private Answer refresh(String token, String name, String value) {
    return house.token(Map.of("grant_type", "refresh_token", "refresh_token", token, name, value));
  }

  private String refreshToken() {
    return refreshToken(ALL);
  }

  private String refreshToken(String scope) {
    var request = house.asksFor(scope);
    return text(Expect.tokens(house.redeems(request, alice.authorizes(request))), "refresh_token");
  }

  private static String text(Map<String, Object> tokens, String name) {
    return String.valueOf(tokens.get(name));
  }
}
