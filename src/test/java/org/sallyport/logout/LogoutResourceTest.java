package org.sallyport.logout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.interaction.Leaving;
import org.sallyport.interaction.Leaving.Hinted;
import org.sallyport.protocol.Authentication;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;
import org.sallyport.session.Session;

class LogoutResourceTest {
  private static final Session SESSION =
      new Session(
          new SessionId("s"),
          new Subject("ann"),
          new Authentication(Instant.EPOCH, "1", List.of("pwd")));

  @Test
  void the_hint_of_this_very_session_is_enough() {
    assertThat(isHinted("ann", "s")).isTrue();
  }

  @Test
  @Security(135)
  void the_hint_of_another_person_or_session_is_not() {
    assertThat(isHinted("bob", "s")).isFalse();
    assertThat(isHinted("ann", "t")).isFalse();
  }

  @Test
  @Security(135)
  void no_hint_is_not_enough() {
    assertThat(new LogoutResource().isHinted(SESSION, wish(Optional.empty()))).isFalse();
  }

  private static boolean isHinted(String subject, String session) {
    var hinted = new Hinted(new Subject(subject), new SessionId(session));
    return new LogoutResource().isHinted(SESSION, wish(Optional.of(hinted)));
  }

  private static Leaving wish(Optional<Hinted> hinted) {
    return new Leaving(Optional.empty(), Optional.empty(), hinted, Optional.empty(), Instant.EPOCH);
  }
}
