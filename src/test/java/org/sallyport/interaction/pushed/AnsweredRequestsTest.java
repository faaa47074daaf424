package org.sallyport.interaction.pushed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.sallyport.Security;
import org.sallyport.interaction.ConsentAnswer;
import org.sallyport.interaction.PendingAuthorization;
import org.sallyport.platform.persistence.Race;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.platform.sweep.TestUsedOnce;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.request.FormEncoding;

/** What a person did for a request counts for one answer. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class AnsweredRequestsTest {
  private static final SessionId SESSION = new SessionId("s");
  private static final PendingAuthorization HELD =
      PendingAuthorization.fresh(
          FormEncoding.decode("client_id=spa"), "https://app.test/cb", Instant.EPOCH);

  @StoreTest
  @Security(149)
  void of_16_answers_at_once_one_is_the_first(Store store) {
    var done = HELD.signedIn(SESSION);
    var firsts = Race.of(16, () -> first(store, done));
    assertThat(Collections.frequency(firsts, true)).isEqualTo(1);
    assertThat(contain(store, done)).isTrue();
  }

  @StoreTest
  void all_tickets_of_one_round_are_answered_with_it(Store store) {
    var signedIn = HELD.signedIn(SESSION);
    assertThat(contain(store, signedIn)).isFalse();
    assertThat(first(store, signedIn.answered(new ConsentAnswer.Denied(), SESSION))).isTrue();
    assertThat(contain(store, signedIn)).isTrue();
    assertThat(contain(store, HELD.signedIn(SESSION))).isFalse();
  }

  @StoreTest
  void what_nobody_acted_on_costs_nothing_and_may_be_answered_again(Store store) {
    assertThat(first(store, HELD)).isTrue();
    assertThat(first(store, HELD)).isTrue();
    var statements =
        store.statements(
            () -> {
              requests(store).first(HELD);
              requests(store).contain(HELD);
            });
    assertThat(statements).isZero();
  }

  @StoreTest
  void a_pushed_request_is_known_by_its_reference(Store store) {
    var pushed = HELD.pushed(Optional.of(PushedRequests.newReference()));
    assertThat(contain(store, pushed.signedIn(SESSION))).isFalse();
    assertThat(first(store, pushed)).isTrue();
    assertThat(first(store, pushed.signedIn(SESSION))).isFalse();
    assertThat(contain(store, pushed.signedIn(SESSION))).isTrue();
  }

  private static boolean first(Store store, PendingAuthorization held) {
    return store.inTransaction(() -> requests(store).first(held));
  }

  private static boolean contain(Store store, PendingAuthorization held) {
    return store.inTransaction(() -> requests(store).contain(held));
  }

  private static AnsweredRequests requests(Store store) {
    var requests = new AnsweredRequests();
    requests.used = TestUsedOnce.in(store);
    requests.pushed = new PushedRequests();
    requests.pushed.em = store.em();
    requests.pushed.used = requests.used;
    requests.pushed.clock = Clock.systemUTC();
    return requests;
  }
}
