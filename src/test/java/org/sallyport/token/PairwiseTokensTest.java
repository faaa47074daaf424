package org.sallyport.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.JsonObject;
import java.text.ParseException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sallyport.Spec;
import org.sallyport.client.registry.StoredClients;
import org.sallyport.platform.persistence.Stores;

/** What tokens call a person for a client of its own sector. */
@Spec("OpenID Connect Core §8.1")
class PairwiseTokensTest {
  private final Desk desk = desk();
  private final JsonObject tokens = tokens("blind", "openid notes.read");

  @Test
  void both_tokens_have_the_same_subject_and_it_is_no_name_of_the_person() throws ParseException {
    var id = claims(tokens, "id_token");
    assertThat(id.getSubject()).matches("[A-Za-z0-9_-]{43}");
    assertThat(claims(tokens, "access_token").getSubject()).isEqualTo(id.getSubject());
    for (var token : List.of("id_token", "access_token")) {
      assertThat(claims(tokens, token).toString()).doesNotContain("alice", "session-1");
      assertThat(claims(tokens, token).getClaim("sid")).isEqualTo(id.getClaim("sid"));
    }
  }

  @Test
  void it_is_the_same_after_a_refresh_and_another_sign_in() throws ParseException {
    var subject = claims(tokens, "id_token").getSubject();
    var refresh = tokens.getString("refresh_token");
    var next = desk.token("blind", "grant_type", "refresh_token", "refresh_token", refresh);
    assertThat(claims(next, "id_token").getSubject()).isEqualTo(subject);
    assertThat(claims(tokens("blind", "openid"), "id_token").getSubject()).isEqualTo(subject);
  }

  @Test
  void clients_of_one_sector_know_the_same_person_and_others_do_not() throws ParseException {
    var blind = claims(tokens, "id_token");
    var sister = claims(tokens("sister", "openid"), "id_token");
    var stranger = claims(tokens("stranger", "openid"), "id_token");
    assertThat(sister.getSubject()).isEqualTo(blind.getSubject());
    assertThat(sister.getClaim("sid")).isEqualTo(blind.getClaim("sid"));
    assertThat(stranger.getSubject()).isNotEqualTo(blind.getSubject());
    assertThat(stranger.getClaim("sid")).isNotEqualTo(blind.getClaim("sid"));
  }

  @Test
  void who_allows_the_profile_is_known_by_name_all_the_same() throws ParseException {
    var named = claims(tokens("blind", "openid profile notes.read"), "access_token");
    assertThat(named.getClaim("preferred_username")).isEqualTo("alice");
  }

  private JsonObject tokens(String client, String scopes) {
    return Authorization.of(scopes).to(client).tokens(desk);
  }

  private static Desk desk() {
    var desk = new Desk(Stores.h2());
    desk.clients.apply(StoredClients.PAIRWISE);
    return desk;
  }

  private static JWTClaimsSet claims(JsonObject answer, String token) throws ParseException {
    return SignedJWT.parse(answer.getString(token)).getJWTClaimsSet();
  }
}
