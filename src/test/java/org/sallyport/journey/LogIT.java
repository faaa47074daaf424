package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.sallyport.Poll;
import org.sallyport.Security;
import org.sallyport.Spec;

/** The log: the whole story by its case number, and no secret in it. */
@Spec("OWASP ASVS 5.0 §16")
class LogIT {
  private final Server server = Server.onH2();
  private final Application house = Application.house(server);

  @Test
  @Security(154)
  void a_refusal_is_found_by_the_number_that_the_developer_was_told() {
    var wrong = Map.of("grant_type", "authorization_code", "code", "x");
    var json = house.token(wrong);
    var spa = Application.spa(server).asksFor("openid").with("code_challenge_method", "plain");
    var redirect = new Browser(server).get(spa.url());
    var page = new Browser(server).get(server.url("/oauth2/authorize?client_id=nobody"));
    for (var answer : List.of(json, redirect, page)) {
      assertThat(linesWith(answer.caseNumber()))
          .as(answer.toString())
          .anyMatch(l -> l.contains("address=127.0.0.1") && l.contains("event="));
    }
    assertThat(linesWith(json.caseNumber())).anyMatch(l -> l.contains("client=house"));
  }

  @Test
  @Security(154)
  void every_deed_says_who_did_what_where() {
    var alice = Visitor.alice(server);
    var tokens = alice.tokens(house.asksFor("openid offline_access"));
    house.refreshes(tokens.text("refresh_token"));
    house.revokes(tokens.text("refresh_token"));
    redeemTwice(alice);
    var subject = Tokens.claims(tokens.text("id_token")).getSubject();
    for (var event : List.of("signed_in", "grant_issued", "grant_redeemed")) {
      assertThat(lines(l -> l.contains("event=" + event) && l.contains("subject=" + subject)))
          .as(event)
          .anyMatch(l -> l.contains("address=127.0.0.1") && l.contains("result=ok"));
    }
    for (var event : List.of("grant_refreshed", "grant_ended", "token_revoked")) {
      assertThat(lines(l -> l.contains("event=" + event)))
          .as(event)
          .anyMatch(l -> l.contains("client=house"));
    }
  }

  @Test
  @Security(154)
  void no_secret_is_in_the_log() {
    var alice = Visitor.alice(server);
    var request = house.asksFor("openid notes.read offline_access");
    var login = alice.opens(request);
    alice.signsIn(login, "an almost right password");
    var back = alice.signsIn(login);
    house.token(Map.of("grant_type", "authorization_code", "code", back.returned().get("code")));
    var tokens = house.redeems(request, back);
    house.introspects(tokens.text("access_token") + "x");
    var log = log();
    for (var name : List.of("access_token", "refresh_token", "id_token")) {
      assertThat(log).doesNotContain(tokens.text(name));
    }
    assertThat(log)
        .doesNotContain(
            alice.password(),
            "an almost right password",
            house.secret(),
            request.verifier().value(),
            back.returned().getOrDefault("code", "no code"));
    alice.browser().cookies().values().forEach(c -> assertThat(log).doesNotContain(c));
  }

  @Test
  @Security({38, 154})
  void no_value_breaks_a_line() {
    var request = Application.spa(server).asksFor("openid");
    var odd = "nobody\r\nevent=signed_in subject=admin";
    new Browser(server).get(request.with("client_id", odd).url());
    house.token(Map.of("grant_type", odd));
    assertThat(log().lines()).noneMatch(l -> l.startsWith("event=signed_in"));
  }

  @Test
  void it_tells_what_a_password_takes_here() {
    Poll.until(
        Duration.ofSeconds(20),
        () -> server.log().matches("(?s).*A password takes \\d+ ms to check here .Argon2id, m=.*"));
  }

  @Test
  void nothing_that_a_client_did_was_a_fault_of_ours() {
    assertThat(log()).doesNotContain("A fault, case=");
  }

  private void redeemTwice(Visitor visitor) {
    var request = house.asksFor("openid");
    var back = visitor.authorizes(request);
    Expect.tokens(house.redeems(request, back));
    Expect.json(house.redeems(request, back), 400, "invalid_grant");
  }

  private List<String> linesWith(String caseNumber) {
    return lines(l -> l.contains("case=" + caseNumber));
  }

  private List<String> lines(Predicate<String> test) {
    return log().lines().filter(test).toList();
  }

  // What the server prints arrives a moment later; once this refusal is there, so is all before it.
  private String log() {
    var number = house.token(Map.of("grant_type", "none")).caseNumber();
    Poll.until(Duration.ofSeconds(20), () -> server.log().contains("case=" + number));
    return server.log();
  }
}
