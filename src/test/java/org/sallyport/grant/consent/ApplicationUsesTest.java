package org.sallyport.grant.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.grant.TestGrants.ALICE;
import static org.sallyport.grant.TestGrants.CLIENT;
import static org.sallyport.grant.TestGrants.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sallyport.grant.EndReason;
import org.sallyport.grant.TestGrants;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.protocol.GrantId;

@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class ApplicationUsesTest {
  private static final Instant LATER = NOW.plusSeconds(60);

  @StoreTest
  void a_client_has_access_from_the_first_code_redeemed_until_the_last_grant_ends(Store store) {
    var grants = TestGrants.of(store);
    var first = open(store);
    assertThat(uses(store, Instant.EPOCH, NOW)).isEmpty();
    store.run(() -> grants.redeem(first, NOW));
    var second = open(store);
    store.run(() -> grants.redeem(second, NOW));
    store.run(() -> grants.rotate(grants.find(first).orElseThrow(), 1, LATER));

    assertThat(uses(store, Instant.EPOCH, LATER))
        .containsExactly(new ApplicationUse(CLIENT, NOW, LATER));
    store.run(() -> grants.end(first, EndReason.REVOKED, LATER));
    assertThat(uses(store, Instant.EPOCH, LATER))
        .containsExactly(new ApplicationUse(CLIENT, NOW, NOW));
    store.run(() -> grants.end(second, EndReason.REVOKED, LATER));
    assertThat(uses(store, Instant.EPOCH, LATER)).isEmpty();
  }

  @StoreTest
  void what_was_given_before_the_password_changed_or_is_over_is_not_told(Store store) {
    var grant = open(store);
    store.run(() -> TestGrants.of(store).redeem(grant, NOW));
    assertThat(uses(store, NOW, NOW)).hasSize(1);
    assertThat(uses(store, LATER, LATER)).isEmpty();
    assertThat(uses(store, NOW, NOW.plus(Duration.ofDays(400)))).isEmpty();
  }

  private static GrantId open(Store store) {
    return store.inTransaction(
        () -> TestGrants.of(store).open(TestGrants.request("openid"), NOW).id());
  }

  private static List<ApplicationUse> uses(Store store, Instant since, Instant now) {
    var uses = new ApplicationUses();
    uses.em = store.em();
    return store.inTransaction(() -> uses.of(ALICE, since, now));
  }
}
