package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.sallyport.Poll;

/** The server on the JDK 25 that {@code JAVA_HOME_25} names. */
@EnabledIfEnvironmentVariable(named = Java25IT.HOME, matches = ".+")
class Java25IT {
  static final String HOME = "JAVA_HOME_25";

  @Test
  void people_sign_in_and_applications_go_on_without_them() {
    var database = Postgres.shared();
    var settings = new HashMap<>(database.environment());
    settings.put("JAVA_HOME", System.getenv(HOME));
    settings.put("JAVA_OPTS", "");
    var server = Server.node("java-25", database, settings);
    try {
      Poll.until(Duration.ofSeconds(20), () -> server.log().contains(", Java 25, after "));
      var house = Application.house(server);
      var tokens = Visitor.alice(server).tokens(house.asksFor("openid notes.read offline_access"));
      assertThat(Application.api(server).introspects(tokens.text("access_token")).json())
          .containsEntry("active", true);
      Expect.tokens(house.refreshes(tokens.text("refresh_token")));
    } finally {
      server.stop();
    }
  }
}
