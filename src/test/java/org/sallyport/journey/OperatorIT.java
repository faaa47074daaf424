package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sallyport.Poll;
import org.sallyport.Security;
import org.sallyport.Spec;

/** What an operator changes takes effect; behind a proxy that speaks https to the world. */
class OperatorIT {
  private static final String ALL = "openid notes.read offline_access";

  private final Server server = Server.onPostgres();
  private final Postgres database = Postgres.shared();
  private final Application house = Application.house(server);
  private final Visitor carol = Visitor.carol(server);

  @AfterEach
  void everybody_and_everything_is_let_in_again() {
    database.update("update person set enabled = true");
    database.update("update client set enabled = true");
  }

  @Test
  @Security({78, 89, 115})
  void a_disabled_person_is_out_at_once() {
    var request = house.asksFor(ALL);
    var tokens = carol.tokens(request);
    var pending = house.asksFor(ALL);
    var code = carol.authorizes(pending);
    disable("person", "username", "carol");
    Expect.json(house.redeems(pending, code), 400, "invalid_grant");
    Expect.json(house.refreshes(tokens.text("refresh_token")), 400, "invalid_grant");
    assertThat(house.introspects(tokens.text("access_token")).json())
        .isEqualTo(Map.of("active", false));
    var silent = house.asksFor("openid").with("prompt", "none");
    Expect.sentBack(carol.browser().get(silent.url()), silent, "login_required");
    var page = Visitor.carol(server).opens(house.asksFor("openid"));
    assertThat(carol.signsIn(page).isRedirect()).isFalse();
  }

  @Test
  @Security({2, 89, 115})
  void a_disabled_client_is_unknown_within_two_seconds() {
    var tokens = carol.tokens(house.asksFor(ALL));
    disable("client", "id", "house");
    var refresh = tokens.text("refresh_token");
    Poll.until(Duration.ofSeconds(4), () -> house.refreshes(refresh).status() == 401);
    Expect.json(house.refreshes(refresh), 401, "invalid_client");
    Expect.refusalPage(carol.browser().get(house.asksFor("openid").url()));
    assertThat(Application.api(server).introspects(tokens.text("access_token")).json())
        .isEqualTo(Map.of("active", false));
    database.update("update client set enabled = true");
    Poll.until(Duration.ofSeconds(4), () -> house.refreshes(refresh).status() != 401);
  }

  @Test
  void nothing_is_written_for_an_anonymous_request() {
    var before = rows();
    var visitor = new Browser(server);
    visitor.open(house.asksFor("openid").url());
    visitor.get(house.asksFor("openid").with("prompt", "none").url());
    visitor.get(house.asksFor("openid").with("scope", "nonsense").url());
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void no_secret_is_readable_in_the_database() {
    var tokens = carol.tokens(house.asksFor(ALL));
    assertThat(tokens.status()).isEqualTo(200);
    assertThat(database.number("select count(*) from client where secret_hash like '%secret%'"))
        .isZero();
    assertThat(database.number("select count(*) from client where metadata like '%-secret-house%'"))
        .isZero();
    assertThat(
            database.number(
                "select count(*) from person where password_hash not like '$argon2id$%'"))
        .isZero();
  }

  @Test
  @Security(109)
  @Spec("RFC 6265bis §4.1.3")
  void cookies_are_bound_to_the_host_and_to_https() {
    carol.authorizes(house.asksFor("openid"));
    assertThat(carol.browser().cookiesSeen())
        .isNotEmpty()
        .allMatch(c -> c.name().startsWith("__Host-"))
        .allMatch(c -> c.attributes().contains("secure"))
        .allMatch(c -> c.attributes().contains("httponly"))
        .allMatch(c -> c.attributes().contains("path=/"));
  }

  @Test
  @Security(39)
  void everything_has_the_public_name() {
    var answer = carol.browser().get(house.asksFor("openid").url());
    assertThat(answer.header("Location")).doesNotContain("127.0.0.1", "http://");
    assertThat(answer.header("Strict-Transport-Security")).contains("max-age=");
    var metadata = carol.browser().get(server.url("/.well-known/openid-configuration"));
    assertThat(metadata.body()).doesNotContain("127.0.0.1", "http://");
  }

  private long rows() {
    return database.number(
        "select (select count(*) from access_grant) + (select count(*) from browser_session)"
            + " + (select count(*) from sign_in_failures) + (select count(*) from consent)");
  }

  private void disable(String table, String column, String value) {
    var sql = "update " + table + " set enabled = false where " + column + " = ?";
    assertThat(database.update(sql, value)).isEqualTo(1);
  }
}
