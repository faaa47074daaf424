package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.Spec;

/** A client that proves itself by its key, at every endpoint and on every node. */
@Spec("RFC 7523 §2.2")
class PrivateKeyJwtIT {
  private static final Map<String, String> OWN =
      Map.of("grant_type", "client_credentials", "scope", "notes.read");

  private final Server one = Server.onPostgres();
  private final Server two = Server.secondNode();
  private final Keyholder pkj = Keyholder.of(one);

  @Test
  void it_gets_and_revokes_tokens() {
    var tokens = Expect.tokens(pkj.posts("/oauth2/token", OWN));
    var token = Map.of("token", String.valueOf(tokens.get("access_token")));
    assertThat(pkj.posts("/oauth2/introspect", token).json()).containsEntry("active", true);
    assertThat(pkj.posts("/oauth2/revoke", token).status()).isEqualTo(200);
    assertThat(pkj.posts("/oauth2/introspect", token).json()).isEqualTo(Map.of("active", false));
  }

  @Test
  @Security(97)
  void an_assertion_counts_once_on_all_nodes_and_after_a_restart() {
    var assertion = pkj.assertion();
    Expect.tokens(pkj.posts("/oauth2/token", OWN, assertion));
    Expect.json(pkj.posts("/oauth2/token", OWN, assertion), 401, "invalid_client");
    Expect.json(pkj.at(two).posts("/oauth2/token", OWN, assertion), 401, "invalid_client");
    two.restart();
    Expect.json(pkj.at(two).posts("/oauth2/token", OWN, assertion), 401, "invalid_client");
  }

  @Test
  @Security(97)
  void of_an_assertion_used_on_both_nodes_at_once_exactly_one_use_succeeds() {
    for (var round = 0; round < 5; round++) {
      var assertion = pkj.assertion();
      var statuses =
          List.of(one, two, one, two).parallelStream()
              .map(node -> pkj.at(node).posts("/oauth2/token", OWN, assertion).status())
              .toList();
      assertThat(statuses).containsOnlyOnce(200);
      assertThat(statuses).containsOnly(200, 401);
    }
  }

  @Test
  @Security(98)
  void an_assertion_for_an_endpoint_is_refused_and_says_what_to_change() {
    var assertion = pkj.assertion(one.url("/oauth2/token"));
    var answer = pkj.posts("/oauth2/token", OWN, assertion);
    Expect.json(answer, 401, "invalid_client");
    assertThat(answer.text("error_description")).contains(one.issuer());
  }
}
