package org.sallyport.grant.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.grant.TestGrants.ALICE;
import static org.sallyport.grant.TestGrants.CLIENT;
import static org.sallyport.grant.TestGrants.NOW;
import static org.sallyport.grant.TestGrants.SESSION;

import java.time.Duration;
import java.util.List;
import org.sallyport.Security;
import org.sallyport.SettableClock;
import org.sallyport.client.registry.StoredClients;
import org.sallyport.grant.TestGrants;
import org.sallyport.person.StoredPeople;
import org.sallyport.platform.persistence.Race;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.SessionId;
import org.sallyport.session.SessionEnded;

class ConsentsTest {
  private static final String SPA =
      """
      {"client_id": "spa", "client_name": "SPA", "token_endpoint_auth_method": "none",
       "redirect_uris": ["https://app.test/cb"], "scope": "openid email phone"}
      """;
  private static final ConsentChoice MAIL = choice("openid email");

  @StoreTest
  void nothing_is_remembered_before_a_person_chose(Store store) {
    assertThat(remembered(store)).isEqualTo(ConsentChoice.NONE);
  }

  @StoreTest
  void a_choice_is_remembered(Store store) {
    remember(store, MAIL);

    assertThat(remembered(store)).isEqualTo(MAIL);
  }

  @StoreTest
  void a_later_choice_adds_to_the_earlier(Store store) {
    remember(store, MAIL);
    remember(store, new ConsentChoice(Scopes.of("phone"), Scopes.of("address")));

    assertThat(remembered(store))
        .isEqualTo(new ConsentChoice(Scopes.of("openid", "email", "phone"), Scopes.of("address")));
  }

  @StoreTest
  void a_choice_keeps_when_it_was_first_given(Store store) {
    remember(store, MAIL);
    store.run(
        () -> TestConsents.of(store).remember(ALICE, CLIENT, choice("phone"), NOW.plusSeconds(60)));

    var consent = store.inTransaction(() -> TestConsents.of(store).of(ALICE)).get(0);
    assertThat(consent.givenAt()).isEqualTo(NOW);
    assertThat(consent.changedAt()).isEqualTo(NOW.plusSeconds(60));
  }

  @StoreTest
  void a_choice_is_for_one_client_only(Store store) {
    remember(store, MAIL);

    var other = new ClientId("other");
    assertThat(store.inTransaction(() -> TestConsents.of(store).remembered(ALICE, other, SESSION)))
        .isEqualTo(RememberedConsent.NONE);
  }

  @StoreTest
  @Security(89)
  void withdrawing_forgets_the_choice_and_ends_the_grants(Store store) {
    remember(store, MAIL);
    var grants = TestGrants.of(store);
    var id = store.inTransaction(() -> grants.open(TestGrants.request("openid"), NOW).id());
    store.run(() -> grants.redeem(id, NOW));

    store.run(() -> TestConsents.of(store).withdraw(ALICE, CLIENT, NOW));

    assertThat(remembered(store)).isEqualTo(ConsentChoice.NONE);
    assertThat(store.inTransaction(() -> grants.active(id))).isFalse();
  }

  @StoreTest
  void two_tabs_may_consent_at_once(Store store) {
    for (int round = 0; round < 30; round++) {
      store.empty();
      Race.of(
          4,
          () -> {
            remember(store, MAIL);
            return true;
          });
      assertThat(remembered(store)).isEqualTo(MAIL);
    }
  }

  @StoreTest
  @Security(149)
  void of_answers_at_once_none_is_lost(Store store) {
    for (int round = 0; round < 30; round++) {
      store.empty();
      remember(store, choice("openid a b c d"));
      Race.of(
          List.of(
              () -> declined(store, "a"),
              () -> declined(store, "b"),
              () -> allowed(store, "e"),
              () -> declined(store, "c"),
              () -> allowed(store, "f")));
      assertThat(remembered(store))
          .isEqualTo(new ConsentChoice(Scopes.parse("openid d e f"), Scopes.parse("a b c")));
    }
  }

  @StoreTest
  @Security(89)
  void an_answer_that_races_a_withdrawal_is_remembered_or_not_but_nothing_older_is(Store store) {
    for (int round = 0; round < 30; round++) {
      store.empty();
      remember(store, MAIL);
      Race.of(
          List.of(
              () -> allowed(store, "phone"),
              () -> {
                store.run(() -> TestConsents.of(store).withdraw(ALICE, CLIENT, NOW));
                return true;
              }));
      assertThat(remembered(store)).isIn(ConsentChoice.NONE, choice("phone"));
    }
  }

  @StoreTest
  void what_was_refused_counts_in_its_session_until_that_ends(Store store) {
    var other = new SessionId("session-2");
    remember(store, new ConsentChoice(Scopes.of("openid"), Scopes.of("email", "phone")));
    refuse(store, SESSION, "email");
    refuse(store, SESSION, "phone");
    refuse(store, other, "email");
    assertThat(remembered(store, SESSION).declined()).isEqualTo(Scopes.of("email", "phone"));
    assertThat(remembered(store, other).declined()).isEqualTo(Scopes.of("email"));
    store.run(() -> TestConsents.refusals(store).sessionEnded(new SessionEnded(SESSION)));
    assertThat(remembered(store, SESSION).declined()).isEqualTo(Scopes.NONE);
    assertThat(remembered(store, SESSION).choice().declined())
        .isEqualTo(Scopes.of("email", "phone"));
    assertThat(remembered(store, other).declined()).isEqualTo(Scopes.of("email"));
  }

  @StoreTest
  void what_was_allowed_later_is_refused_in_no_session(Store store) {
    remember(store, new ConsentChoice(Scopes.of("openid"), Scopes.of("email")));
    refuse(store, SESSION, "email");
    allowed(store, "email");
    assertThat(remembered(store, SESSION).declined()).isEqualTo(Scopes.NONE);
  }

  @StoreTest
  void of_refusals_at_once_none_is_lost(Store store) {
    for (int round = 0; round < 20; round++) {
      store.empty();
      remember(store, new ConsentChoice(Scopes.of("openid"), Scopes.of("a", "b", "c")));
      Race.of(
          List.of(
              () -> refuse(store, SESSION, "a"),
              () -> refuse(store, SESSION, "b"),
              () -> refuse(store, SESSION, "c")));
      assertThat(remembered(store, SESSION).declined()).isEqualTo(Scopes.of("a", "b", "c"));
    }
  }

  @StoreTest
  void what_is_remembered_costs_one_statement(Store store) {
    remember(store, MAIL);
    assertThat(store.statements(() -> TestConsents.of(store).remembered(ALICE, CLIENT, SESSION)))
        .isEqualTo(1);
  }

  private static boolean refuse(Store store, SessionId session, String scope) {
    store.run(() -> TestConsents.refusals(store).remember(session, CLIENT, Scopes.of(scope)));
    return true;
  }

  private static boolean declined(Store store, String scope) {
    remember(store, new ConsentChoice(Scopes.NONE, Scopes.of(scope)));
    return true;
  }

  private static boolean allowed(Store store, String scope) {
    remember(store, new ConsentChoice(Scopes.of(scope), Scopes.NONE));
    return true;
  }

  @StoreTest
  void a_token_may_be_revoked_twice_at_once(Store store) {
    for (int round = 0; round < 30; round++) {
      var jti = "token-" + round;
      Race.of(
          4,
          () -> {
            store.run(() -> TestGrants.revokedTokens(store).revoke(jti, NOW));
            return true;
          });
      assertThat(store.inTransaction(() -> TestGrants.revokedTokens(store).isRevoked(jti)))
          .isTrue();
    }
    assertThat(store.inTransaction(() -> TestGrants.revokedTokens(store).isRevoked("other")))
        .isFalse();
  }

  @StoreTest
  @Security(89)
  void what_a_person_chose_before_they_were_disabled_is_not_remembered(Store store) {
    StoredPeople.join(store, ALICE.value());
    remember(store, MAIL);
    store.sql("update person set ended_at = (select changed_at from consent)");
    assertThat(remembered(store)).isEqualTo(ConsentChoice.NONE);
  }

  @StoreTest
  @Security(89)
  void what_a_client_was_allowed_before_it_was_disabled_is_not_remembered(Store store) {
    var clock = new SettableClock(NOW);
    var clients = new StoredClients(store, clock);
    remember(store, MAIL);
    clients.apply("[]");
    clock.advance(Duration.ofHours(1));
    clients.apply("[" + SPA + "]");
    assertThat(remembered(store)).isEqualTo(ConsentChoice.NONE);
  }

  @StoreTest
  @Security(89)
  void a_choice_after_the_end_brings_nothing_back_from_before(Store store) {
    StoredPeople.join(store, ALICE.value());
    remember(store, MAIL);
    store.sql("update person set ended_at = (select changed_at from consent)");
    var later = choice("phone");
    store.run(() -> TestConsents.of(store).remember(ALICE, CLIENT, later, NOW.plusSeconds(1)));
    assertThat(remembered(store)).isEqualTo(later);
  }

  private static void remember(Store store, ConsentChoice choice) {
    store.run(() -> TestConsents.of(store).remember(ALICE, CLIENT, choice, NOW));
  }

  private static ConsentChoice remembered(Store store) {
    return remembered(store, SESSION).choice();
  }

  private static RememberedConsent remembered(Store store, SessionId session) {
    return store.inTransaction(() -> TestConsents.of(store).remembered(ALICE, CLIENT, session));
  }

  private static ConsentChoice choice(String scopes) {
    return new ConsentChoice(Scopes.parse(scopes), Scopes.NONE);
  }
}
