package org.sallyport.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.grant.TestGrants.NOW;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.sallyport.Spec;
import org.sallyport.person.StoredPeople;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.session.StoredSessions;

/** How often the database is asked. */
class StatementsTest {

  @StoreTest
  void a_code_costs_one_statement(Store store) {
    var grants = TestGrants.of(store);

    assertThat(store.statements(() -> grants.open(TestGrants.request("openid"), NOW))).isEqualTo(1);
  }

  @StoreTest
  @Spec("OpenID Connect Core §5.5")
  void claims_that_were_named_one_by_one_cost_no_statement(Store store) {
    var grants = TestGrants.of(store);
    var named = new RequestedClaims(Set.of("name", "email"), Set.of("phone_number"));
    var request = TestGrants.naming(TestGrants.request("openid"), named);
    assertThat(store.statements(() -> grants.open(request, NOW))).isEqualTo(1);
    var id = store.inTransaction(() -> grants.open(request, NOW).id());

    var statements =
        store.statements(
            () -> {
              assertThat(grants.find(id, "jti")).isPresent();
              assertThat(grants.known(id).orElseThrow().claims()).isEqualTo(named);
            });

    assertThat(statements).isEqualTo(1);
  }

  @StoreTest
  void a_redemption_costs_one_read_and_one_write(Store store) {
    var grants = TestGrants.of(store);
    var id = store.inTransaction(() -> grants.open(TestGrants.request("openid"), NOW).id());

    var statements =
        store.statements(
            () -> {
              assertThat(grants.find(id)).isPresent();
              assertThat(grants.redeem(id, NOW)).isTrue();
            });

    assertThat(statements).isEqualTo(2);
  }

  @StoreTest
  void whose_grant_it_is_costs_no_statement_of_its_own(Store store) {
    var grants = TestGrants.of(store);
    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    var sessions = StoredSessions.of(store, clock);
    var id = store.inTransaction(() -> grants.open(TestGrants.request("openid"), NOW).id());
    StoredPeople.join(store, "alice");
    StoredSessions.begin(store, "alice", clock);

    var statements =
        store.statements(
            () -> {
              var grant = grants.find(id).orElseThrow();
              assertThat(StoredPeople.of(store).tokenSubject(grant.subject())).isPresent();
              assertThat(sessions.active(grant.session())).isTrue();
            });

    assertThat(statements).isEqualTo(1);
  }

  @StoreTest
  void an_access_token_costs_one_read_with_its_revocation(Store store) {
    var grants = TestGrants.of(store);
    var id = store.inTransaction(() -> grants.open(TestGrants.request("openid"), NOW).id());

    var statements = store.statements(() -> assertThat(grants.find(id, "jti")).isPresent());

    assertThat(statements).isEqualTo(1);
  }

  @StoreTest
  void a_refresh_costs_one_read_and_one_write(Store store) {
    var grants = TestGrants.of(store);
    var id = store.inTransaction(() -> grants.open(TestGrants.request("openid"), NOW).id());
    store.run(() -> grants.redeem(id, NOW));

    var statements = store.statements(() -> grants.rotate(grants.find(id).orElseThrow(), 1, NOW));

    assertThat(statements).isEqualTo(2);
  }

  @StoreTest
  void a_retried_refresh_writes_nothing(Store store) {
    var grants = TestGrants.of(store);
    var id = store.inTransaction(() -> grants.open(TestGrants.request("openid"), NOW).id());
    store.run(() -> grants.redeem(id, NOW));
    store.run(() -> grants.rotate(grants.find(id).orElseThrow(), 1, NOW));

    var statements = store.statements(() -> grants.rotate(grants.find(id).orElseThrow(), 1, NOW));

    assertThat(statements).isEqualTo(1);
  }
}
