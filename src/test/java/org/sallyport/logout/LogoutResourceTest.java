package org.sallyport.logout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.SettableClock;
import org.sallyport.Spec;
import org.sallyport.client.registry.StoredClients;
import org.sallyport.interaction.PendingLogout;
import org.sallyport.interaction.PendingLogout.Hinted;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.ProvenFactor;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.SignInFactors;
import org.sallyport.protocol.Subject;
import org.sallyport.session.Session;

@Spec("OpenID Connect RP-Initiated Logout §2")
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class LogoutResourceTest {
  private static final Instant SIGNED_IN = Instant.parse("2026-01-02T03:04:05Z");
  private static final Session SESSION =
      new Session(
          new SessionId("s"),
          new Subject("ann"),
          SignInFactors.of(ProvenFactor.password(SIGNED_IN.plusNanos(678_901_000))));

  private final Store store = Stores.h2();
  private final LogoutResource endpoint = new LogoutResource();

  LogoutResourceTest() {
    endpoint.clients = new StoredClients(store, new SettableClock(SIGNED_IN)).clients();
    endpoint.subjects = StoredClients.subjects();
  }

  @Test
  void the_hint_of_this_very_session_is_enough() {
    assertThat(isHinted("spa", "ann", "s", SIGNED_IN)).isTrue();
    assertThat(isHinted("spa", "ann", "s", null)).isTrue();
  }

  @Test
  @Security(135)
  void the_hint_of_another_person_or_session_is_not() {
    assertThat(isHinted("spa", "bob", "s", SIGNED_IN)).isFalse();
    assertThat(isHinted("spa", "ann", "t", SIGNED_IN)).isFalse();
  }

  @Test
  void one_that_names_no_session_tells_it_by_when_it_began() {
    assertThat(isHinted("spa", "ann", null, SIGNED_IN)).isTrue();
  }

  @Test
  @Security(135)
  void one_that_names_no_session_and_began_at_another_time_is_not_enough() {
    var second = Duration.ofSeconds(1);
    assertThat(isHinted("spa", "ann", null, SIGNED_IN.plus(second))).isFalse();
    assertThat(isHinted("spa", "ann", null, SIGNED_IN.minus(second))).isFalse();
    assertThat(isHinted("spa", "ann", null, null)).isFalse();
    assertThat(isHinted("spa", "bob", null, SIGNED_IN)).isFalse();
    assertThat(isHinted("nobody", "ann", null, SIGNED_IN)).isFalse();
  }

  @Test
  @Security(135)
  void no_hint_is_not_enough() {
    assertThat(endpoint.isHinted(SESSION, wish("spa", Optional.empty()))).isFalse();
  }

  private boolean isHinted(
      String client, String subject, @Nullable String session, @Nullable Instant signedInAt) {
    var hinted =
        new Hinted(
            new Subject(subject),
            Optional.ofNullable(session).map(SessionId::new),
            Optional.ofNullable(signedInAt));
    return store.inTransaction(() -> endpoint.isHinted(SESSION, wish(client, Optional.of(hinted))));
  }

  private static PendingLogout wish(String client, Optional<Hinted> hinted) {
    var id = Optional.of(new ClientId(client));
    return new PendingLogout(id, Optional.empty(), hinted, Optional.empty(), SIGNED_IN);
  }
}
