package org.sallyport.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.grant.TestGrants.NOW;
import static org.sallyport.grant.TestGrants.request;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.persistence.Race;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.protocol.GrantId;

/** What happens to a grant when several nodes act on it at the same moment. */
class GrantRacesTest {
  private static final int ROUNDS = 40;

  @StoreTest
  @Security(75)
  void of_16_redemptions_at_once_exactly_one_wins(Store store) {
    for (int round = 0; round < ROUNDS; round++) {
      var id = opened(store);

      var verdicts = Race.of(16, () -> redeemed(store, id));

      assertThat(Collections.frequency(verdicts, true)).isEqualTo(1);
      assertThat(active(store, id)).isTrue();
    }
  }

  @StoreTest
  @Security(73)
  @Spec("RFC 6749 §4.1.2")
  void the_grant_is_over_when_the_losers_of_a_redemption_end_it(Store store) {
    for (int round = 0; round < ROUNDS; round++) {
      var id = opened(store);

      var verdicts = Race.of(16, () -> redeemedOrEnded(store, id));

      assertThat(Collections.frequency(verdicts, true)).isEqualTo(1);
      assertThat(active(store, id)).isFalse();
    }
  }

  @StoreTest
  void of_8_refreshes_at_once_all_get_the_same_successor(Store store) {
    for (int round = 0; round < ROUNDS; round++) {
      var id = redeemed(store);

      var rotations = Race.of(8, () -> rotate(store, id, TestGrants.of(store)));

      assertThat(rotations).containsOnlyOnce(new RefreshTokenRotation.Rotated(2));
      assertThat(Collections.frequency(rotations, new RefreshTokenRotation.Repeated(2)))
          .isEqualTo(7);
      assertThat(read(store, id).generation()).isEqualTo(2);
    }
  }

  @StoreTest
  void of_8_refreshes_at_once_one_wins_where_there_is_no_grace(Store store) {
    var grants = TestGrants.of(store, withoutGrace());
    for (int round = 0; round < ROUNDS; round++) {
      var id = redeemed(store);

      var rotations = Race.of(8, () -> rotate(store, id, grants));

      assertThat(rotations).containsOnlyOnce(new RefreshTokenRotation.Rotated(2));
      assertThat(Collections.frequency(rotations, new RefreshTokenRotation.Reused())).isEqualTo(7);
    }
  }

  @StoreTest
  @Security(87)
  void a_revocation_that_races_a_refresh_leaves_nothing_active(Store store) {
    for (int round = 0; round < 100; round++) {
      var id = redeemed(store);

      var outcomes =
          Race.<Object>of(
              List.of(
                  () -> rotate(store, id, TestGrants.of(store)),
                  () -> ended(store, g -> g.end(id, EndReason.REVOKED, NOW))));

      assertThat(outcomes.get(0))
          .isIn(new RefreshTokenRotation.Rotated(2), new RefreshTokenRotation.Over());
      assertThat(active(store, id)).isFalse();
      assertThat(rotate(store, id, TestGrants.of(store)))
          .isEqualTo(new RefreshTokenRotation.Over());
    }
  }

  @StoreTest
  @Security(78)
  void a_sign_out_that_races_a_redemption_leaves_nothing_active(Store store) {
    for (int round = 0; round < 100; round++) {
      var id = opened(store);

      Race.<Object>of(
          List.of(
              () -> redeemed(store, id),
              () -> ended(store, g -> g.endBySession(TestGrants.SESSION, NOW))));

      assertThat(active(store, id)).isFalse();
    }
  }

  private static GrantId opened(Store store) {
    return in(store, g -> g.open(request("openid"), NOW).id());
  }

  private static GrantId redeemed(Store store) {
    var id = opened(store);
    assertThat(redeemed(store, id)).isTrue();
    return id;
  }

  private static boolean redeemed(Store store, GrantId id) {
    return in(store, g -> g.redeem(id, NOW));
  }

  private static boolean redeemedOrEnded(Store store, GrantId id) {
    return in(
        store,
        g -> {
          var redeemed = g.redeem(id, NOW);
          if (!redeemed) {
            g.end(id, EndReason.CODE_REPLAYED, NOW);
          }
          return redeemed;
        });
  }

  private static RefreshTokenRotation rotate(Store store, GrantId id, Grants grants) {
    return store.inTransaction(() -> grants.rotate(grants.find(id).orElseThrow(), 1, NOW));
  }

  private static boolean ended(Store store, Consumer<Grants> end) {
    store.run(() -> end.accept(TestGrants.of(store)));
    return true;
  }

  private static boolean active(Store store, GrantId id) {
    return in(store, g -> g.active(id));
  }

  private static Grant read(Store store, GrantId id) {
    return in(store, g -> g.find(id).orElseThrow());
  }

  private static <T> T in(Store store, Function<Grants, T> work) {
    return store.inTransaction(() -> work.apply(TestGrants.of(store)));
  }

  private static Lifetimes withoutGrace() {
    var usual = TestGrants.LIFETIMES;
    return new Lifetimes(
        usual.code(), usual.accessToken(), usual.refreshIdle(), usual.refresh(), Duration.ZERO);
  }
}
