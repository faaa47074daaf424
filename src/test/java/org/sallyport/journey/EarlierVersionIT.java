package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.journey.StartedVersion.here;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * An earlier version and this one on the same rows. The property {@code before} names a built
 * checkout of the earlier one: {@code scripts/test --upgrade COMMIT} makes it.
 */
@EnabledIfSystemProperty(named = "before", matches = ".+")
class EarlierVersionIT {
  private static final Path BEFORE = Path.of(System.getProperty("before", ""));
  private static final String ALL = "openid profile notes.read offline_access";

  @Test
  void after_an_upgrade_on_the_embedded_database_all_goes_on() {
    var folder = Program.emptyDirectory("versions").toPath();
    var port = FreePort.next();
    var old = Server.embedded(before("versions"), folder, port);
    var given = new Given(old);
    var lastRefreshToken = given.refresh(old, given.refreshToken());
    old.stop();

    var now = Server.embedded(here("versions"), folder, port);
    given.goesOn(now);
    given.refresh(now, lastRefreshToken);
    assertThat(Application.web(now).refreshes(given.refreshToken()).text("error"))
        .isEqualTo("invalid_grant");
  }

  @Test
  void both_run_on_one_postgresql_and_what_one_does_holds_at_the_other() {
    var database = Postgres.empty();
    var old = Server.node(before("node-before"), database, Map.of());
    var given = new Given(old);
    var now = Server.node("node-now", database, Map.of());

    given.goesOn(now);
    var second = given.refresh(now, given.refreshToken());
    var third = given.refresh(old, second);
    given.goesOn(old);
    var fresh = new Given(now);
    fresh.goesOn(old);
    fresh.refresh(old, fresh.refreshToken());
    var revoked = fresh.accessToken();
    assertThat(Application.web(now).revokes(revoked).status()).isEqualTo(200);
    assertThat(Application.web(old).introspects(revoked).json()).containsEntry("active", false);

    old.stop();
    given.goesOn(now);
    given.refresh(now, third);
    // And back, if the new version is not liked.
    now.stop();
    old.start();
    given.goesOn(old);
  }

  private static StartedVersion before(String name) {
    return new StartedVersion(BEFORE, name);
  }

  /** What people and applications have got at a server: it has to hold on each later one. */
  private static final class Given {
    private final Visitor bob;
    private final Answer tokens;

    Given(Server server) {
      bob = Visitor.bob(server);
      tokens = bob.tokens(Application.web(server).asksFor(ALL));
      Expect.tokens(tokens);
    }

    String accessToken() {
      return tokens.text("access_token");
    }

    String refreshToken() {
      return tokens.text("refresh_token");
    }

    /** The session, the consent, the access token and the password hold at this server. */
    void goesOn(Server server) {
      bob.browser().moveTo(server);
      var silent = Application.web(server).asksFor(ALL).with("prompt", "none");
      Expect.code(bob.browser().get(silent.url()), silent);
      assertThat(Application.web(server).introspects(accessToken()).json())
          .containsEntry("active", true);
      var elsewhere = Visitor.bob(server);
      var request = Application.house(server).asksFor("openid");
      Expect.code(elsewhere.authorizes(request), request);
    }

    /** Refreshes at this server; gives the next refresh token. */
    String refresh(Server server, String refreshToken) {
      var refreshed = Application.web(server).refreshes(refreshToken);
      Expect.tokens(refreshed);
      return refreshed.text("refresh_token");
    }
  }
}
