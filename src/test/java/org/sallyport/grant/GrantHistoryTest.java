package org.sallyport.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.grant.TestGrants.ALICE;
import static org.sallyport.grant.TestGrants.CLIENT;
import static org.sallyport.grant.TestGrants.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sallyport.platform.audit.store.AuditEvents;
import org.sallyport.platform.audit.store.StoredEvent;
import org.sallyport.platform.audit.store.TestAuditStore;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;

class GrantHistoryTest {

  @StoreTest
  void a_grant_tells_what_became_of_it_while_its_row_stands(Store store) {
    var grants = TestGrants.of(store);
    var grant = store.inTransaction(() -> grants.open(TestGrants.request("openid"), NOW));
    store.run(() -> grants.redeem(grant.id(), NOW.plusSeconds(1)));
    var read = store.inTransaction(() -> grants.find(grant.id()).orElseThrow());
    store.run(() -> grants.rotate(read, 1, NOW.plusSeconds(2)));
    store.run(() -> grants.end(grant.id(), EndReason.REVOKED, NOW.plusSeconds(3)));

    var event = ofAlice(store).get(0);

    assertThat(store.count("audit_event", "1 = 1")).isZero();
    assertThat(event.at()).isEqualTo(NOW);
    assertThat(event.entry().event()).isEqualTo("grant_issued");
    assertThat(event.entry().parties().subject()).contains(ALICE);
    assertThat(event.entry().parties().client()).contains(CLIENT);
    assertThat(event.entry().detail())
        .containsEntry("grant", grant.id().toString())
        .containsEntry("scopes", grant.scopes().toString())
        .containsEntry("redeemed_at", NOW.plusSeconds(1).toString())
        .containsEntry("refreshed_at", NOW.plusSeconds(2).toString())
        .containsEntry("generation", "2")
        .containsEntry("ended_at", NOW.plusSeconds(3).toString())
        .containsEntry("reason", "REVOKED");
  }

  @StoreTest
  void a_grant_that_is_swept_is_told_just_so_by_the_audit(Store store) {
    var grants = TestGrants.of(store);
    store.run(() -> grants.open(TestGrants.request("openid"), NOW));
    store.run(() -> grants.open(TestGrants.request("openid"), NOW.plusSeconds(1)));
    var before = ofAlice(store);
    assertThat(before).hasSize(2);

    var swept = store.inTransaction(() -> expired(store).sweep(later(), 100));

    assertThat(swept).isEqualTo(2);
    assertThat(store.count("access_grant", "1 = 1")).isZero();
    assertThat(ofAlice(store)).isEqualTo(before);
  }

  @StoreTest
  void a_batch_copies_what_it_deletes_and_no_more(Store store) {
    var grants = TestGrants.of(store);
    for (var i = 0; i < 5; i++) {
      var at = NOW.plusSeconds(i);
      store.run(() -> grants.open(TestGrants.request("openid"), at));
    }

    assertThat(store.inTransaction(() -> expired(store).sweep(later(), 3))).isEqualTo(3);

    assertThat(store.count("audit_event", "event = 'grant_issued'")).isEqualTo(3);
    assertThat(store.count("access_grant", "1 = 1")).isEqualTo(2);
    assertThat(ofAlice(store)).hasSize(5);
  }

  private static Instant later() {
    return NOW.plus(Duration.ofDays(1_000));
  }

  private static List<StoredEvent> ofAlice(Store store) {
    return store.inTransaction(() -> events(store).of(ALICE, NOW.minusSeconds(1), 100));
  }

  private static AuditEvents events(Store store) {
    return TestAuditStore.events(store, TestGrants.history(store));
  }

  private static ExpiredGrants expired(Store store) {
    return TestGrants.expired(store);
  }
}
