package org.sallyport.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.protocol.SigningAlgorithm.RS256;

import java.util.Optional;
import org.sallyport.SettableClock;
import org.sallyport.keys.TestKeys;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;

/** Whatever a leaked key has signed is none of ours from then on, though it was read before. */
class LeakedKeyTest {
  @StoreTest
  void access_tokens_and_hints_are_refused_and_new_ones_taken(Store store) {
    var clock = new SettableClock(TestKeys.NOW);
    var test = TestTokens.published(store, clock);
    var access = test.access();
    var ids = test.id();
    var token = access.mint(TestTokens.alice(TestTokens.JWT_RS256, TestTokens.API)).value();
    var hint = ids.mint(TestTokens.signIn(RS256, Optional.empty()));
    assertThat(access.read(token)).isPresent();
    assertThat(ids.readHint(hint)).isPresent();
    TestKeys.leak(test.keys, "RS256", clock);
    assertThat(access.read(token)).isEmpty();
    assertThat(ids.readHint(hint)).isEmpty();
    var next = access.mint(TestTokens.alice(TestTokens.JWT_RS256, TestTokens.API)).value();
    assertThat(access.read(next)).isPresent();
  }
}
