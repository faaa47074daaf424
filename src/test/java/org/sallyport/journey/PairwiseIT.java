package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sallyport.Spec;

/** Applications that cannot tell each other whom they speak of. */
@Spec({"OpenID Connect Core §8", "OpenID Connect Core §8.1"})
class PairwiseIT {
  private final Server server = Server.onH2();
  private final Application one = pairwise("pair-one", "https://pair.test/one");
  private final Application two = pairwise("pair-two", "https://pair.test/two");
  private final Application lone = pairwise("lone", "https://lone.test/cb");
  private final Visitor alice = Visitor.alice(server);

  @Test
  void a_person_has_one_subject_in_each_sector_and_the_server_says_so() {
    var house = subject(Application.house(server));
    var first = subject(one);
    assertThat(first).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(house).isEqualTo(subject(two));
    assertThat(subject(lone)).isNotEqualTo(first).isNotEqualTo(house);
    assertThat(Tokens.claims(idToken(Visitor.bob(server), one)).getSubject()).isNotEqualTo(first);
    var metadata = new Browser(server).get(server.url("/.well-known/openid-configuration"));
    assertThat(metadata.json())
        .containsEntry("subject_types_supported", List.of("pairwise", "public"));
  }

  @Test
  void it_is_the_same_wherever_the_application_looks() {
    var tokens = Expect.tokens(alice.tokens(one.asksFor("openid notes.read")));
    var access = String.valueOf(tokens.get("access_token"));
    var subject = Tokens.claims(String.valueOf(tokens.get("id_token"))).getSubject();
    assertThat(Tokens.claims(access).getSubject()).isEqualTo(subject);
    assertThat(Tokens.claims(access).getClaims()).doesNotContainKeys("preferred_username", "upn");
    assertThat(one.introspects(access).json())
        .containsEntry("active", true)
        .containsEntry("sub", subject)
        .doesNotContainKey("username");
    var url = server.url("/oauth2/userinfo");
    var request = server.request(url).header("Authorization", "Bearer " + access);
    assertThat(Http.send(url, request.build()).json()).containsOnly(Map.entry("sub", subject));
    var next = Expect.tokens(one.refreshes(String.valueOf(tokens.get("refresh_token"))));
    assertThat(Tokens.claims(String.valueOf(next.get("id_token"))).getSubject()).isEqualTo(subject);
    assertThat(one.revokes(access).status()).isEqualTo(200);
    assertThat(one.introspects(access).json()).containsOnly(Map.entry("active", false));
  }

  @Test
  void the_application_may_ask_for_the_person_by_it() {
    var hint = idToken(alice, one);
    var bobs = idToken(Visitor.bob(server), one);
    for (var name : List.of("id_token_hint", "claims")) {
      var ours = one.asksFor("openid").with("prompt", "none").with(name, naming(name, hint));
      Expect.code(alice.opens(ours), ours);
      var theirs = one.asksFor("openid").with("prompt", "none").with(name, naming(name, bobs));
      Expect.sentBack(alice.opens(theirs), theirs, "login_required");
    }
  }

  @Test
  @Spec("OpenID Connect RP-Initiated Logout §2")
  void who_has_the_id_token_of_this_session_signs_out_without_a_question() {
    var other = idToken(Visitor.alice(server), one);
    var hint = idToken(alice, one);
    assertThat(Tokens.claims(hint).getClaim("sid"))
        .isNotEqualTo(Tokens.claims(other).getClaim("sid"));
    var asked = alice.browser().open(signOut(other));
    assertThat(Visitor.shows(asked, "sign-out")).isTrue();
    assertThat(alice.browser().open(signOut(hint)).location()).isEqualTo(one.redirectUri());
    var silent = one.asksFor("openid").with("prompt", "none");
    Expect.sentBack(alice.opens(silent), silent, "login_required");
  }

  @Test
  void a_client_whose_sector_does_not_answer_is_told_to_wait() {
    var lost = pairwise("lost", "https://lost.test/cb");
    var request = lost.asksFor("openid");
    Expect.sentBack(alice.opens(request), request, "temporarily_unavailable");
    Expect.json(lost.posts("/oauth2/par", request.parameters()), 503, "temporarily_unavailable");
  }

  private String subject(Application application) {
    return Tokens.claims(idToken(alice, application)).getSubject();
  }

  private static String idToken(Visitor visitor, Application application) {
    var tokens = Expect.tokens(visitor.tokens(application.asksFor("openid")));
    return String.valueOf(tokens.get("id_token"));
  }

  private String signOut(String hint) {
    var wish = Map.of("id_token_hint", hint, "post_logout_redirect_uri", one.redirectUri());
    return server.url("/oauth2/logout?" + Http.form(wish));
  }

  private static String naming(String parameter, String idToken) {
    var subject = Tokens.claims(idToken).getSubject();
    return parameter.equals("claims")
        ? "{\"id_token\":{\"sub\":{\"value\":\"" + subject + "\"}}}"
        : idToken;
  }

  private Application pairwise(String id, String redirectUri) {
    return new Application(server, id, "pair-secret-pair-secret-pair-sec", redirectUri);
  }
}
