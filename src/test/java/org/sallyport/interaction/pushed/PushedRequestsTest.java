package org.sallyport.interaction.pushed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sallyport.Security;
import org.sallyport.SettableClock;
import org.sallyport.Spec;
import org.sallyport.client.registry.StoredClients;
import org.sallyport.interaction.Tickets;
import org.sallyport.platform.persistence.Race;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.platform.sweep.TestUsedOnce;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.request.Parameters;

/** A pushed request is taken up once, in time, and for the client that pushed it. */
@Spec("RFC 9126 §2.2")
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class PushedRequestsTest {
  private static final ClientId WEB = new ClientId("web");
  private static final Parameters REQUEST =
      Parameters.of(
          Map.of("client_id", List.of("web"), "resource", List.of("https://a", "https://b")));

  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:04:05Z"));

  @StoreTest
  void it_comes_back_as_it_was_pushed(Store store) {
    var pushed = on(store);
    var reference = store.inTransaction(() -> pushed.push(WEB, REQUEST));
    assertThat(reference).matches("urn:ietf:params:oauth:request_uri:[A-Za-z0-9_-]{43}");
    assertThat(PushedRequests.isReference(reference)).isTrue();
    assertThat(store.inTransaction(() -> pushed.find(reference, WEB))).contains(REQUEST);
  }

  @StoreTest
  @Security(51)
  @Spec({"RFC 9126 §7.3", "FAPI 2.0 Security Profile §5.3.2.2"})
  void it_may_be_brought_any_number_of_times_and_is_answered_once(Store store) {
    var reference = store.inTransaction(() -> on(store).push(WEB, REQUEST));
    assertThat(found(store, reference)).isTrue();
    assertThat(found(store, reference)).isTrue();
    assertThat(answered(store, reference)).isTrue();
    assertThat(found(store, reference)).isFalse();
    assertThat(answered(store, reference)).isFalse();
  }

  @StoreTest
  @Security(51)
  void of_many_answers_at_once_one_counts(Store store) {
    for (var round = 0; round < 5; round++) {
      var reference = store.inTransaction(() -> on(store).push(WEB, REQUEST));
      var outcomes = Race.of(8, () -> Race.unlessKeptWaiting(() -> answered(store, reference)));
      assertThat(outcomes).containsOnlyOnce(true);
    }
  }

  @StoreTest
  @Security(51)
  void it_is_answered_once_by_slow_people_too(Store store) {
    var reference = store.inTransaction(() -> on(store).push(WEB, REQUEST));
    clock.advance(PushedRequests.LIFETIME.plus(Tickets.LIFETIME).minus(Duration.ofSeconds(1)));
    sweep(store);
    assertThat(answered(store, reference)).isTrue();
    sweep(store);
    assertThat(answered(store, reference)).isFalse();
  }

  @StoreTest
  @Security(51)
  void another_client_does_not_get_it_and_does_it_no_harm(Store store) {
    var pushed = on(store);
    var reference = store.inTransaction(() -> pushed.push(WEB, REQUEST));
    assertThat(store.inTransaction(() -> pushed.find(reference, new ClientId("evil")))).isEmpty();
    assertThat(found(store, reference)).isTrue();
  }

  @StoreTest
  @Security(51)
  void it_waits_a_minute_and_is_swept(Store store) {
    var reference = store.inTransaction(() -> on(store).push(WEB, REQUEST));
    clock.advance(PushedRequests.LIFETIME.minus(Duration.ofSeconds(1)));
    var other = store.inTransaction(() -> on(store).push(WEB, REQUEST));
    clock.advance(Duration.ofSeconds(1));
    assertThat(found(store, reference)).isFalse();
    clock.advance(Duration.ofSeconds(1));
    assertThat(store.inTransaction(() -> on(store).sweep(clock.instant(), 10))).isEqualTo(1);
    assertThat(found(store, other)).isTrue();
  }

  @StoreTest
  @Security(51)
  void the_store_does_not_tell_what_finds_it(Store store) {
    var reference = store.inTransaction(() -> on(store).push(WEB, REQUEST));
    var secret = reference.substring(reference.lastIndexOf(':') + 1);
    assertThat(store.count("pushed_request", "id = '" + secret + "'")).isZero();
    assertThat(found(store, "urn:ietf:params:oauth:request_uri:")).isFalse();
    assertThat(found(store, "urn:ietf:params:oauth:request_uri:x")).isFalse();
  }

  @StoreTest
  @Security(51)
  void one_that_a_clock_that_was_ahead_has_dated_is_not_found(Store store) {
    var reference = store.inTransaction(() -> on(store).push(WEB, REQUEST));
    clock.advance(Duration.ofSeconds(-10));
    assertThat(found(store, reference)).isTrue();
    clock.advance(Duration.ofMinutes(-2));
    assertThat(found(store, reference)).isFalse();
  }

  @StoreTest
  @Security(89)
  void what_was_pushed_before_its_client_was_disabled_is_void_when_it_is_enabled_again(
      Store store) {
    var clients = new StoredClients(store, clock);
    var client =
        """
        [{"client_id": "web", "client_name": "Web", "client_secret": "0123456789abcdef",
          "redirect_uris": ["https://web.test/cb"], "scope": "openid"}]
        """;
    clients.apply(client);
    var reference = store.inTransaction(() -> on(store).push(WEB, REQUEST));
    clients.apply(client.replace("}]", ", \"enabled\": false}]"));
    clients.apply(client);
    assertThat(found(store, reference)).isFalse();
    clock.advance(Duration.ofSeconds(1));
    assertThat(found(store, store.inTransaction(() -> on(store).push(WEB, REQUEST)))).isTrue();
  }

  private boolean found(Store store, String reference) {
    return store.inTransaction(() -> on(store).find(reference, WEB)).isPresent();
  }

  private boolean answered(Store store, String reference) {
    return store.inTransaction(() -> on(store).answer(reference));
  }

  private void sweep(Store store) {
    store.inTransaction(() -> on(store).sweep(clock.instant(), 10));
    store.inTransaction(() -> TestUsedOnce.in(store).sweep(clock.instant(), 10));
  }

  private PushedRequests on(Store store) {
    var pushed = new PushedRequests();
    pushed.em = store.em();
    pushed.clock = clock;
    pushed.used = TestUsedOnce.in(store);
    pushed.clients = StoredClients.in(store);
    return pushed;
  }
}
