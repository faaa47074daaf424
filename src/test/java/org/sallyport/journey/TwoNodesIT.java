package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sallyport.Poll;
import org.sallyport.Security;
import org.sallyport.Spec;

/** Two nodes and one PostgreSQL: any node serves any request, and both agree at once. */
class TwoNodesIT {
  private static final String ALL = "openid notes.read offline_access";

  private final Nodes nodes = Nodes.shared();
  private final Server one = nodes.one();
  private final Server two = nodes.two();
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
    for (var round = 0; round < Nodes.scaled(100); round++) {
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
    Poll.until(
        Duration.ofSeconds(15),
        () -> new Browser(two).get(url).json().equals(new Browser(one).get(url).json()));
  }

  @Test
  void what_an_operator_changes_about_a_person_holds_on_every_node_at_once() {
    for (var round = 0; round < 20; round++) {
      var carol = Visitor.carol(one);
      var tokens = carol.tokens(house.asksFor(ALL));
      nodes.database().update("update person set enabled = false where username = 'carol'");
      assertThat(Application.house(two).introspects(tokens.text("access_token")).json())
          .isEqualTo(Map.of("active", false));
      nodes.database().update("update person set enabled = true where username = 'carol'");
    }
  }

  @Test
  void a_changed_password_holds_on_every_node_at_once() {
    var database = nodes.database();
    Expect.tokens(Visitor.bob(one).tokens(house.asksFor("openid")));
    var swap =
        "update person set password_hash ="
            + " (select p.password_hash from person p where p.username = ?) where username = 'bob'";
    database.update("create table kept as select password_hash from person where username = 'bob'");
    try {
      database.update(swap, "alice");
      var old = Visitor.bob(two);
      assertThat(old.signsIn(old.opens(house.asksFor("openid"))).isRedirect()).isFalse();
      var fresh = Visitor.bob(two);
      var page = fresh.opens(house.asksFor("openid"));
      assertThat(fresh.signsIn(page, alice.password()).isRedirect()).isTrue();
    } finally {
      database.update(
          "update person set password_hash = (select password_hash from kept)"
              + " where username = 'bob'");
      database.update("drop table kept");
    }
  }

  @Test
  void a_disabled_client_is_unknown_on_every_node_within_two_seconds() {
    var tokens = tokens();
    Expect.tokens(Application.house(two).refreshes(tokens.text("refresh_token")));
    nodes.database().update("update client set enabled = false where id = 'house'");
    try {
      // As it is cached for one second, half of the time allowed is the machine's.
      Poll.until(Duration.ofSeconds(2), () -> unknown(one) && unknown(two));
    } finally {
      nodes.database().update("update client set enabled = true where id = 'house'");
      Poll.until(Duration.ofSeconds(4), () -> !unknown(one) && !unknown(two));
    }
  }

  @Test
  @Spec("RFC 8414 §2")
  void metadata_tells_of_another_nodes_api_on_every_node_within_two_seconds() {
    assertThat(scopes(one)).doesNotContain("late.read");
    var definition =
        "{\"resource\": \"https://late.test/\", \"title\": \"Late\","
            + " \"scopes\": [{\"scope\": \"late.read\", \"title\": \"Read\","
            + " \"description\": \"It reads.\"}]}";
    nodes
        .database()
        .update(
            "insert into resource_server (id, definition, created_at, changed_at)"
                + " values ('https://late.test/', '%s', now(), now())".formatted(definition));
    try {
      // What is cached is at most a second old, and is collected twice a second.
      Poll.until(
          Duration.ofSeconds(2),
          () -> scopes(one).contains("late.read") && scopes(two).contains("late.read"));
    } finally {
      nodes.database().update("delete from resource_server where id = 'https://late.test/'");
      Poll.until(
          Duration.ofSeconds(4),
          () -> !scopes(one).contains("late.read") && !scopes(two).contains("late.read"));
    }
  }

  private static List<Object> scopes(Server node) {
    var url = node.url("/.well-known/openid-configuration");
    return List.copyOf((List<?>) new Browser(node).get(url).json().get("scopes_supported"));
  }

  @Test
  void consent_taken_back_is_asked_for_again_on_every_node_at_once() {
    var web = Application.web(one).asksFor("openid notes.read");
    alice.authorizes(web);
    Expect.code(alice.browser().get(web.url()), web);
    nodes.database().update("delete from consent where client_id = 'web'");
    alice.browser().moveTo(two);
    assertThat(Visitor.shows(alice.opens(web), "allow")).isTrue();
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

  private static boolean unknown(Server node) {
    return Application.house(node).introspects("x").status() == 401;
  }

  private static String successor(List<Answer> answers) {
    return answers.get(0).text("refresh_token");
  }

  private interface Attempt {
    Answer number(int i);
  }

  private static List<Answer> atOnce(int many, Attempt attempt) {
    return Nodes.together(
        IntStream.range(0, many).<Callable<Answer>>mapToObj(i -> () -> attempt.number(i)).toList());
  }
}
