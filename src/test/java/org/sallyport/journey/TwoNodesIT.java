package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.Spec;

/** Two nodes and one PostgreSQL: any node serves any request, and both agree at once. */
class TwoNodesIT {
  private static final String ALL = "openid notes.read offline_access";

  private final Server one = Server.onPostgres();
  private final Server two = Server.secondNode();
  private final Application house = Application.house(one);
  private final Visitor alice = Visitor.alice(one);

  @Test
  void a_sign_in_begun_on_one_node_is_finished_on_the_other() {
    var request = Application.web(one).asksFor("openid notes.read").with("prompt", "consent");
    var login = alice.opens(request);
    alice.browser().moveTo(two);
    var consent = alice.signsIn(login);
    alice.browser().moveTo(one);
    var back = alice.allows(consent);
    Expect.code(back, request);
    Expect.tokens(Application.web(two).redeems(request, back));
  }

  @Test
  @Security(75)
  @Spec("RFC 6749 §4.1.2")
  void of_fifty_redemptions_at_once_exactly_one_succeeds() {
    var request = house.asksFor(ALL);
    var back = alice.authorizes(request);
    var answers = atOnce(50, i -> Application.house(i % 2 == 0 ? one : two).redeems(request, back));
    assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(a -> a.status() == 400).hasSize(49);
    var won = answers.stream().filter(a -> a.status() == 200).findFirst().orElseThrow();
    assertThat(Application.house(two).introspects(won.text("access_token")).json())
        .isEqualTo(Map.of("active", false));
  }

  @Test
  @Security({83, 85})
  void eight_refreshes_at_once_get_the_same_successor_or_a_refusal() {
    var first = tokens().text("refresh_token");
    var answers = atOnce(8, i -> Application.house(i % 2 == 0 ? one : two).refreshes(first));
    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(answers).extracting(a -> a.text("refresh_token")).containsOnly(successor(answers));
    Expect.tokens(house.refreshes(successor(answers)));
  }

  @Test
  @Security(87)
  void after_a_revocation_no_racing_refresh_leaves_anything_alive() {
    for (var round = 0; round < 20; round++) {
      var tokens = tokens();
      var refresh = tokens.text("refresh_token");
      var answers =
          atOnce(
              4, i -> i == 0 ? house.revokes(refresh) : Application.house(two).refreshes(refresh));
      // All refreshes may come before the revocation; what counts is that nothing outlives it.
      assertThat(answers).extracting(Answer::status).isSubsetOf(200, 400);
      for (var answer : answers) {
        var access = answer.body().contains("access_token") ? answer.text("access_token") : "x";
        assertThat(Application.house(two).introspects(access).json())
            .isEqualTo(Map.of("active", false));
      }
    }
  }

  @Test
  void a_revocation_on_one_node_holds_on_the_other_at_once() {
    var tokens = tokens();
    house.revokes(tokens.text("access_token"));
    assertThat(Application.api(two).introspects(tokens.text("access_token")).json())
        .isEqualTo(Map.of("active", false));
  }

  @Test
  void both_nodes_publish_the_same_keys() {
    var url = one.url("/oauth2/jwks");
    assertThat(new Browser(two).get(url).json()).isEqualTo(new Browser(one).get(url).json());
  }

  @Test
  @Security(86)
  void a_restart_forgets_no_rotation() {
    var first = tokens().text("refresh_token");
    var second = house.refreshes(first).text("refresh_token");
    Expect.tokens(house.refreshes(second));
    two.restart();
    Expect.json(Application.house(two).refreshes(first), 400, "invalid_grant");
    Expect.json(Application.house(two).refreshes(second), 400, "invalid_grant");
  }

  private Answer tokens() {
    var tokens = alice.tokens(house.asksFor(ALL));
    Expect.tokens(tokens);
    return tokens;
  }

  private static String successor(List<Answer> answers) {
    return answers.get(0).text("refresh_token");
  }

  private interface Attempt {
    Answer number(int i);
  }

  private static List<Answer> atOnce(int many, Attempt attempt) {
    var threads = Executors.newFixedThreadPool(many);
    try {
      var attempts =
          IntStream.range(0, many)
              .<Callable<Answer>>mapToObj(i -> () -> attempt.number(i))
              .toList();
      var answers = new ArrayList<Answer>();
      for (var answer : threads.invokeAll(attempts)) {
        answers.add(answer.get());
      }
      return answers;
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
