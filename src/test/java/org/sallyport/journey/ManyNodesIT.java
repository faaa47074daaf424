package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sallyport.Poll;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.persistence.Race;

/** Any node serves any request, any node may die, and all may be restarted in between. */
@Timeout(900)
class ManyNodesIT {
  private static final String ALL = "openid notes.read offline_access";
  private static final String INACTIVE = "{\"active\":false}";

  private final Nodes nodes = Nodes.shared();
  private final Server front = nodes.front();
  private final Application house = Application.house(front);

  @Test
  void nodes_that_first_start_together_migrate_and_configure_once() {
    var database = nodes.database();
    assertThat(database.number("select count(*) from flyway_schema_history where not success"))
        .isZero();
    assertThat(
            database.number(
                "select count(*) - count(distinct installed_rank) from flyway_schema_history"))
        .isZero();
    assertThat(database.number("select count(*) from client where id = 'house'")).isEqualTo(1);
    assertThat(database.number("select count(*) from person where username = 'alice'"))
        .isEqualTo(1);
    assertThat(database.number("select count(*) from server_key where key_number = 1"))
        .isEqualTo(database.number("select count(distinct (purpose, algorithm)) from server_key"));
  }

  @Test
  void journeys_with_another_node_for_each_request_all_succeed() {
    inFourThreads(Nodes.scaled(60), this::journey);
    assertThat(nodes.one().log()).contains("event=grant_redeemed", "event=signed_in");
    assertThat(nodes.two().log()).contains("event=grant_redeemed", "event=signed_in");
  }

  @Test
  @Security(75)
  @Spec("RFC 6749 §4.1.2")
  void of_16_redemptions_at_once_over_both_nodes_exactly_one_succeeds() {
    var alice = Visitor.alice(front);
    alice.authorizes(house.asksFor(ALL));
    var won = new ArrayList<String>();
    for (var i = 0; i < Nodes.scaled(100); i++) {
      var request = house.asksFor(ALL);
      var back = alice.browser().get(request.url());
      Expect.code(back, request);
      won.add(winner(atOnce(16, n -> Application.house(node(n)).redeems(request, back))));
    }
    inFourThreads(won.size(), i -> active(won.get(i), false));
  }

  @Test
  @Security(75)
  void redemptions_with_a_wrong_verifier_take_nothing_from_the_right_one() {
    var alice = Visitor.alice(front);
    for (var i = 0; i < 10; i++) {
      var request = house.asksFor(ALL);
      var back = alice.authorizes(request);
      var wrong = house.asksFor(ALL);
      var forged = new Authorization(house, wrong.verifier(), request.parameters());
      var access =
          winner(
              atOnce(16, n -> Application.house(node(n)).redeems(n == 7 ? request : forged, back)));
      active(access, true);
    }
  }

  @Test
  @Security({83, 85})
  void refreshes_at_once_get_the_same_successor_and_an_older_one_ends_all() {
    var alice = Visitor.alice(front);
    var first = alice.tokens(house.asksFor(ALL)).text("refresh_token");
    var current = first;
    for (var i = 0; i < Nodes.scaled(50); i++) {
      var sent = current;
      var answers = atOnce(8, n -> Application.house(node(n)).refreshes(sent));
      assertThat(answers).extracting(Answer::status).containsOnly(200);
      current = answers.get(0).text("refresh_token");
      assertThat(answers)
          .extracting(ManyNodesIT::successor)
          .containsOnly(successor(answers.get(0)));
    }
    Expect.json(Application.house(nodes.one()).refreshes(first), 400, "invalid_grant");
    Expect.json(Application.house(nodes.two()).refreshes(current), 400, "invalid_grant");
  }

  @Test
  void a_node_that_is_killed_loses_nothing_that_was_answered() {
    var kept = new ConcurrentLinkedQueue<String>();
    var revoked = new ConcurrentLinkedQueue<String>();
    var over = new AtomicBoolean();
    var threads = Executors.newFixedThreadPool(3);
    try {
      for (var i = 0; i < 3; i++) {
        threads.execute(() -> issueAndRevoke(over, kept, revoked));
      }
      Poll.until(Duration.ofMinutes(2), () -> kept.size() > 20 && revoked.size() > 20);
      nodes.two().kill();
      Poll.until(Duration.ofSeconds(10), () -> issue(kept));
      IntStream.range(0, 20).forEach(i -> assertThat(issue(kept)).isTrue());
    } finally {
      over.set(true);
      threads.shutdown();
      nodes.two().start();
    }
    nodes.awaitBoth();
    kept.forEach(access -> active(access, true));
    revoked.forEach(access -> active(access, false));
  }

  @Test
  @Security(86)
  void everything_half_finished_is_finished_after_a_restart_of_all_nodes() {
    var unfinished = new ArrayList<Runnable>();
    for (var i = 0; i < 10; i++) {
      unfinished.addAll(new HalfFinished(front, i).all());
    }
    var failures = failures();
    Nodes.together(List.of(restart(nodes.one()), restart(nodes.two())));
    nodes.awaitBoth();
    assertThat(failures()).isEqualTo(failures);
    assertThat(unfinished).hasSize(50);
    unfinished.forEach(Runnable::run);
  }

  private static Callable<Server> restart(Server node) {
    return () -> {
      node.restart();
      return node;
    };
  }

  private void journey(int i) {
    var application = i % 2 == 0 ? house : Application.web(front);
    var visitor =
        List.of(Visitor.alice(front), Visitor.bob(front), Visitor.carol(front)).get(i % 3);
    var request = application.asksFor(ALL);
    var tokens = visitor.tokens(request);
    Expect.tokens(tokens);
    var refreshed = application.refreshes(tokens.text("refresh_token"));
    var access = String.valueOf(Expect.tokens(refreshed).get("access_token"));
    active(access, true);
    published(Tokens.header(access).getKeyID());
    var caller = new Browser(front).sending("Authorization", "Bearer " + access);
    assertThat(caller.get(front.url("/oauth2/userinfo")).json()).containsKey("sub");
    assertThat(visitor.signsOut().status()).isEqualTo(200);
  }

  private void published(String kid) {
    for (var node : List.of(nodes.one(), nodes.two())) {
      assertThat(new Browser(node).get(node.url("/oauth2/jwks")).body()).contains(kid);
    }
  }

  private void active(String access, boolean expected) {
    for (var node : List.of(nodes.one(), nodes.two())) {
      var answer = Application.api(node).introspects(access);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
      if (expected) {
        assertThat(answer.json()).containsEntry("active", true);
      } else {
        assertThat(answer.body()).isEqualTo(INACTIVE);
      }
    }
  }

  private void issueAndRevoke(AtomicBoolean over, Queue<String> kept, Queue<String> revoked) {
    while (!over.get()) {
      issue(kept);
      var mine = new ConcurrentLinkedQueue<String>();
      if (issue(mine) && revokes(mine.element())) {
        revoked.addAll(mine);
      }
    }
  }

  // What is not answered, or with an error, while a node dies, promises nothing.
  private boolean issue(Queue<String> kept) {
    try {
      var tokens = Visitor.alice(front).tokens(house.asksFor(ALL));
      return tokens.status() == 200 && kept.add(tokens.text("access_token"));
    } catch (AssertionError | RuntimeException e) {
      return false;
    }
  }

  private boolean revokes(String access) {
    try {
      return house.revokes(access).status() == 200;
    } catch (AssertionError e) {
      return false;
    }
  }

  private Server node(int n) {
    return n % 2 == 0 ? nodes.one() : nodes.two();
  }

  private long failures() {
    return nodes.database().number("select coalesce(sum(failures), 0) from sign_in_failures");
  }

  private static String winner(List<Answer> answers) {
    assertThat(answers).extracting(Answer::status).containsOnly(200, 400);
    assertThat(answers)
        .filteredOn(a -> a.status() == 400)
        .extracting(a -> a.text("error"))
        .containsOnly("invalid_grant");
    var won = answers.stream().filter(a -> a.status() == 200).toList();
    assertThat(won).hasSize(1);
    return won.get(0).text("access_token");
  }

  private interface Attempt {
    Answer number(int n);
  }

  // Which grant, and which generation; the rest changes with the server's own key.
  private static String successor(Answer answer) {
    var bytes = Base64.getUrlDecoder().decode(answer.text("refresh_token"));
    return HexFormat.of().formatHex(bytes, 0, 20);
  }

  private static List<Answer> atOnce(int many, Attempt attempt) {
    return Race.of(
        IntStream.range(0, many).<Callable<Answer>>mapToObj(n -> () -> attempt.number(n)).toList());
  }

  private static void inFourThreads(int many, IntConsumer task) {
    var threads = Executors.newFixedThreadPool(4);
    try {
      var all =
          IntStream.range(0, many).mapToObj(i -> threads.submit(() -> task.accept(i))).toList();
      for (var one : all) {
        one.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
