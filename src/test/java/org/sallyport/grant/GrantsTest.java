package org.sallyport.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.grant.TestGrants.NOW;
import static org.sallyport.grant.TestGrants.SESSION;
import static org.sallyport.grant.TestGrants.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.protocol.Authentication;
import org.sallyport.protocol.GrantId;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.SessionId;
import org.sallyport.session.SessionEnded;

class GrantsTest {

  @StoreTest
  void a_grant_is_read_as_it_was_written(Store store) {
    var id = opened(store, "openid offline_access");

    var grant = read(store, id);

    assertThat(grant.id()).isEqualTo(id);
    assertThat(grant.client()).isEqualTo(TestGrants.CLIENT);
    assertThat(grant.subject()).isEqualTo(TestGrants.ALICE);
    assertThat(grant.session()).isEqualTo(SESSION);
    assertThat(grant.scopes()).isEqualTo(Scopes.of("openid", "offline_access"));
    assertThat(grant.resources()).isEmpty();
    assertThat(grant.redirectUri()).isEqualTo("https://app.test/cb");
    assertThat(grant.codeChallenge()).contains(TestGrants.VERIFIER.challenge());
    assertThat(grant.nonce()).isEmpty();
    assertThat(grant.offline()).isTrue();
    assertThat(grant.createdAt()).isEqualTo(NOW);
    assertThat(grant.authentication())
        .isEqualTo(new Authentication(NOW.minusSeconds(5), "urn:pwd", List.of("pwd", "otp")));
  }

  @StoreTest
  @Spec("RFC 6749 §4.1.2")
  void a_code_is_redeemed_once(Store store) {
    var id = opened(store, "openid");

    assertThat(redeem(store, id, NOW)).isTrue();
    assertThat(redeem(store, id, NOW)).isFalse();
    assertThat(active(store, id)).isTrue();
  }

  @StoreTest
  void tokens_of_a_grant_are_not_good_before_its_code_is_redeemed(Store store) {
    var id = opened(store, "openid");

    assertThat(active(store, id)).isFalse();
  }

  @StoreTest
  @Spec("RFC 6749 §4.1.2")
  void a_code_expires_after_its_lifetime(Store store) {
    var id = opened(store, "openid");

    assertThat(redeem(store, id, NOW.plusSeconds(60))).isFalse();
    assertThat(redeem(store, id, NOW.plusSeconds(59))).isTrue();
  }

  @StoreTest
  @Spec("FAPI 2.0 Security Profile §5.3.2.1")
  void a_code_may_have_to_be_redeemed_sooner_than_others(Store store) {
    var request = TestGrants.within(TestGrants.request("openid"), Duration.ofSeconds(10));
    var grants = TestGrants.of(store);
    var id = store.inTransaction(() -> grants.open(request, NOW).id());

    assertThat(redeem(store, id, NOW.plusSeconds(10))).isFalse();
    assertThat(redeem(store, id, NOW.plusSeconds(9))).isTrue();
  }

  @StoreTest
  void a_code_of_an_ended_grant_cannot_be_redeemed(Store store) {
    var id = opened(store, "openid");
    end(store, id, EndReason.CONSENT_WITHDRAWN);

    assertThat(redeem(store, id, NOW)).isFalse();
  }

  @StoreTest
  void the_first_end_of_a_grant_stays_the_reason(Store store) {
    var id = redeemed(store, "openid");
    end(store, id, EndReason.CODE_REPLAYED);
    end(store, id, EndReason.REVOKED);

    assertThat(active(store, id)).isFalse();
    assertThat(read(store, id).endReason()).contains(EndReason.CODE_REPLAYED);
  }

  @StoreTest
  @Spec("RFC 9700 §4.14.2")
  void each_refresh_token_is_followed_by_the_next(Store store) {
    var id = redeemed(store, "openid");

    assertThat(rotate(store, id, 1, NOW)).isEqualTo(new RefreshTokenRotation.Rotated(2));
    assertThat(rotate(store, id, 2, NOW)).isEqualTo(new RefreshTokenRotation.Rotated(3));
  }

  @StoreTest
  void a_refresh_token_sent_again_at_once_gets_the_same_successor(Store store) {
    var id = redeemed(store, "openid");
    rotate(store, id, 1, NOW);

    assertThat(rotate(store, id, 1, NOW.plusSeconds(9)))
        .isEqualTo(new RefreshTokenRotation.Repeated(2));
    assertThat(read(store, id).generation()).isEqualTo(2);
  }

  @StoreTest
  @Security(82)
  void a_refresh_token_sent_again_after_the_grace_was_reused(Store store) {
    var id = redeemed(store, "openid");
    rotate(store, id, 1, NOW);

    assertThat(rotate(store, id, 1, NOW.plusSeconds(10)))
        .isEqualTo(new RefreshTokenRotation.Reused());
  }

  @StoreTest
  @Security({83, 85})
  void a_refresh_token_before_the_previous_was_reused_even_in_the_same_second(Store store) {
    var id = redeemed(store, "openid");
    rotate(store, id, 1, NOW);
    rotate(store, id, 2, NOW);

    assertThat(rotate(store, id, 1, NOW)).isEqualTo(new RefreshTokenRotation.Reused());
  }

  @StoreTest
  @Security(89)
  void nothing_follows_a_refresh_token_of_an_ended_grant(Store store) {
    var id = redeemed(store, "openid");
    end(store, id, EndReason.REVOKED);

    assertThat(rotate(store, id, 1, NOW)).isEqualTo(new RefreshTokenRotation.Over());
  }

  @StoreTest
  void nothing_follows_a_refresh_token_before_the_code_is_redeemed(Store store) {
    var id = opened(store, "openid");

    assertThat(rotate(store, id, 0, NOW)).isEqualTo(new RefreshTokenRotation.Over());
  }

  @StoreTest
  void a_refresh_token_expires_when_it_lies_unused(Store store) {
    var id = redeemed(store, "openid");
    var used = NOW.plus(Duration.ofDays(29));

    assertThat(rotate(store, id, 1, used)).isEqualTo(new RefreshTokenRotation.Rotated(2));
    assertThat(rotate(store, id, 2, used.plus(Duration.ofDays(30))))
        .isEqualTo(new RefreshTokenRotation.Over());
  }

  @StoreTest
  void no_use_of_refresh_tokens_outlasts_the_lifetime_of_the_grant(Store store) {
    var id = redeemed(store, "openid");
    for (int month = 1; month <= 3; month++) {
      rotate(store, id, month, NOW.plus(Duration.ofDays(29L * month)));
    }

    assertThat(read(store, id).refreshExpiresAt()).contains(NOW.plus(Duration.ofDays(90)));
  }

  @StoreTest
  @Security(137)
  void the_end_of_a_session_ends_what_hangs_on_it(Store store) {
    var hanging = redeemed(store, "openid");
    var offline = redeemed(store, "openid offline_access");
    var offlineCode = opened(store, "openid offline_access");
    var elsewhere = redeemed(store, request("openid", new SessionId("session-2")));

    store.run(() -> TestGrants.accessEnds(store).sessionEnded(new SessionEnded(SESSION)));

    assertThat(active(store, hanging)).isFalse();
    assertThat(active(store, offline)).isTrue();
    assertThat(redeem(store, offlineCode, NOW)).isFalse();
    assertThat(active(store, elsewhere)).isTrue();
  }

  @StoreTest
  void everything_that_a_person_allowed_can_be_ended(Store store) {
    var one = redeemed(store, "openid");
    var two = redeemed(store, "openid offline_access");

    store.run(
        () -> TestGrants.of(store).endBySubject(TestGrants.ALICE, EndReason.ACCOUNT_CHANGED, NOW));

    assertThat(active(store, one) || active(store, two)).isFalse();
  }

  @StoreTest
  void what_a_clock_that_was_ahead_has_granted_is_good_for_nothing(Store store) {
    var code = opened(store, "openid offline_access");
    var refresh = redeemed(store, "openid offline_access");
    var before = NOW.minus(Duration.ofMinutes(2));

    assertThat(read(store, code).expiredUnredeemed(before)).isTrue();
    assertThat(read(store, code).redeemable(before)).isFalse();
    assertThat(read(store, refresh).isNewest(1, before)).isFalse();
    assertThat(rotate(store, refresh, 1, before)).isEqualTo(new RefreshTokenRotation.Over());
    boolean prolonged = in(store, g -> g.prolong(g.find(refresh).orElseThrow(), 1, before));
    assertThat(prolonged).isFalse();
    assertThat(active(store, refresh)).isTrue();
  }

  @StoreTest
  void a_refresh_token_that_a_clock_that_was_ahead_has_replaced_is_refused_and_ends_nothing(
      Store store) {
    var id = redeemed(store, "openid offline_access");
    rotate(store, id, 1, NOW.plus(Duration.ofMinutes(2)));

    assertThat(rotate(store, id, 1, NOW)).isEqualTo(new RefreshTokenRotation.Over());
    assertThat(rotate(store, id, 2, NOW)).isEqualTo(new RefreshTokenRotation.Rotated(3));
  }

  @StoreTest
  void nodes_whose_clocks_are_apart_by_seconds_take_what_the_other_granted(Store store) {
    var id = redeemed(store, "openid offline_access");
    rotate(store, id, 1, NOW.plusSeconds(10));

    assertThat(rotate(store, id, 1, NOW)).isEqualTo(new RefreshTokenRotation.Repeated(2));
    assertThat(rotate(store, id, 2, NOW.minusSeconds(10)))
        .isEqualTo(new RefreshTokenRotation.Rotated(3));
  }

  private static GrantId opened(Store store, String scopes) {
    return in(store, g -> g.open(request(scopes), NOW).id());
  }

  private static GrantId redeemed(Store store, String scopes) {
    return redeemed(store, request(scopes));
  }

  private static GrantId redeemed(Store store, GrantRequest request) {
    var id = in(store, g -> g.open(request, NOW).id());
    assertThat(redeem(store, id, NOW)).isTrue();
    return id;
  }

  private static boolean active(Store store, GrantId id) {
    return in(store, g -> g.active(id));
  }

  private static boolean redeem(Store store, GrantId id, Instant now) {
    return in(store, g -> g.redeem(id, now));
  }

  private static Grant read(Store store, GrantId id) {
    return in(store, g -> g.find(id).orElseThrow());
  }

  private static RefreshTokenRotation rotate(Store store, GrantId id, int generation, Instant now) {
    return in(store, g -> g.rotate(g.find(id).orElseThrow(), generation, now));
  }

  private static void end(Store store, GrantId id, EndReason reason) {
    store.run(() -> TestGrants.of(store).end(id, reason, NOW));
  }

  private static <T> T in(Store store, Function<Grants, T> work) {
    return store.inTransaction(() -> work.apply(TestGrants.of(store)));
  }
}
