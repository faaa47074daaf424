package org.sallyport.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sallyport.platform.json.Json;
import org.sallyport.protocol.SessionId;

class AccountVisitTest {
  private static final AccountVisit VISIT =
      new AccountVisit(
          "/account/data", true, Optional.of("de"), Instant.ofEpochMilli(1_800_000_000_123L));

  private final AccountVisitKind kind = new AccountVisitKind();

  @Test
  void it_travels_as_json() {
    assertThat(kind.read(Json.object(kind.write(VISIT)))).contains(VISIT);
    assertThat(kind.read(Json.object("{\"leaving\": 1}"))).isEmpty();
  }

  @Test
  void after_the_sign_in_it_asks_for_none_and_leads_to_the_page() {
    assertThat(VISIT.asksToSignInAgain()).isTrue();
    var signedIn = VISIT.signedIn(new SessionId("s"));
    assertThat(signedIn.asksToSignInAgain()).isFalse();
    assertThat(signedIn.wayOn()).isEqualTo("/account/data");
    assertThat(VISIT.startAgain()).contains("/account/data");
  }
}
