package org.sallyport.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.grant.TestGrants.NOW;

import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;

/** How often the database is asked. */
class StatementsTest {

  @StoreTest
  void a_code_costs_one_statement(Store store) {
    var grants = TestGrants.of(store);

    assertThat(store.statements(() -> grants.open(TestGrants.request("openid"), NOW))).isEqualTo(1);
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
