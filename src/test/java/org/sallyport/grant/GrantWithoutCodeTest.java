package org.sallyport.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.grant.TestGrants.NOW;

import java.util.Optional;
import org.sallyport.Spec;
import org.sallyport.grant.GrantRequest.CodeBinding;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.protocol.Confirmation;
import org.sallyport.protocol.GrantId;
import org.sallyport.protocol.Thumbprint;

@Spec("RFC 8628 §3.5")
class GrantWithoutCodeTest {
  private static final Confirmation KEY =
      Confirmation.key(new Thumbprint("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));

  @StoreTest
  void its_tokens_are_good_at_once(Store store) {
    var grant = read(store, opened(store, Optional.empty()));
    assertThat(grant.active()).isTrue();
    assertThat(grant.generation()).isEqualTo(1);
    assertThat(grant.isNewest(1, NOW)).isTrue();
    assertThat(grant.bound()).isEmpty();
  }

  @StoreTest
  void it_has_no_code_to_redeem(Store store) {
    var id = opened(store, Optional.empty());
    assertThat(read(store, id).redeemable(NOW)).isFalse();
    assertThat(store.inTransaction(() -> TestGrants.of(store).redeem(id, NOW))).isFalse();
  }

  @StoreTest
  void its_refresh_token_rotates(Store store) {
    var id = opened(store, Optional.empty());
    var next = NOW.plusSeconds(60);
    var rotation =
        store.inTransaction(
            () -> {
              var grants = TestGrants.of(store);
              return grants.rotate(grants.find(id).orElseThrow(), 1, next);
            });
    assertThat(rotation).isEqualTo(new RefreshTokenRotation.Rotated(2));
  }

  @StoreTest
  void it_is_bound_to_what_was_shown(Store store) {
    assertThat(read(store, opened(store, Optional.of(KEY))).bound()).contains(KEY);
  }

  private static GrantId opened(Store store, Optional<Confirmation> shown) {
    var request = TestGrants.request("openid offline_access");
    var codeless =
        new GrantRequest(request.client(), request.by(), request.allowed(), CodeBinding.NONE);
    return store.inTransaction(() -> TestGrants.of(store).openRedeemed(codeless, shown, NOW)).id();
  }

  private static Grant read(Store store, GrantId id) {
    return store.inTransaction(() -> TestGrants.of(store).find(id).orElseThrow());
  }
}
