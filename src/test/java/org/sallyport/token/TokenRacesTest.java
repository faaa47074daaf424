package org.sallyport.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.token.Authorization.redemption;

import jakarta.json.JsonObject;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.persistence.Race;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.protocol.OAuthException;

/** What one code and one refresh token give to many who come at the same moment. */
class TokenRacesTest {
  private static final int ROUNDS = 10;

  @StoreTest
  @Security(75)
  @Spec("RFC 6749 §4.1.2")
  void of_16_redemptions_one_gets_tokens_and_the_others_end_them(Store store) {
    var desk = new Desk(store);
    for (var round = 0; round < ROUNDS; round++) {
      var code = Authorization.of("openid notes.read").code(desk);
      var answers = Race.of(16, () -> answer(desk, redemption(code)));
      assertThat(Collections.frequency(answers, "ok")).isOne();
      assertThat(Collections.frequency(answers, "invalid_grant")).isEqualTo(15);
    }
    assertThat(store.count("access_grant", "end_reason = 'CODE_REPLAYED'")).isEqualTo(ROUNDS);
  }

  @StoreTest
  @Security(74)
  void wrong_redemptions_beside_the_right_one_change_nothing(Store store) {
    var desk = new Desk(store);
    var code = Authorization.of("openid notes.read").code(desk);
    var wrong = redemption(code);
    wrong[wrong.length - 1] = "a".repeat(43);
    var attempts =
        IntStream.range(0, 16)
            .<Callable<String>>mapToObj(i -> () -> answer(desk, i == 7 ? redemption(code) : wrong))
            .toList();
    assertThat(Collections.frequency(Race.of(attempts), "ok")).isOne();
    assertThat(store.count("access_grant", "ended_at is null")).isOne();
  }

  @StoreTest
  @Security(83)
  void of_8_refreshes_all_get_the_same_successor(Store store) {
    var desk = new Desk(store);
    var token = Authorization.of("openid notes.read").tokens(desk).getString("refresh_token");
    for (var round = 0; round < ROUNDS; round++) {
      var presented = token;
      var successors = Race.of(8, () -> refreshed(desk, presented).getString("refresh_token"));
      assertThat(successors).doesNotContain(presented).containsOnly(successors.get(0));
      token = successors.get(0);
    }
  }

  @StoreTest
  @Security(73)
  @Spec("RFC 6749 §4.1.2")
  void a_replay_is_remembered_though_it_is_refused(Store store) {
    var desk = new Desk(store);
    var code = Authorization.of("openid notes.read").code(desk);
    var tokens = desk.token("spa", redemption(code));
    assertThat(answer(desk, redemption(code))).isEqualTo("invalid_grant");
    var refresh = tokens.getString("refresh_token");
    assertThat(answer(desk, "grant_type", "refresh_token", "refresh_token", refresh))
        .isEqualTo("invalid_grant");
    var read = desk.accessTokens().read(tokens.getString("access_token")).orElseThrow();
    assertThat(
            store.inTransaction(
                () ->
                    desk.standing()
                        .token(read.jti(), read.client(), read.grant(), read.issuedAt())))
        .isFalse();
  }

  private static String answer(Desk desk, String... form) {
    try {
      return desk.token("spa", form).isEmpty() ? "empty" : "ok";
    } catch (OAuthException e) {
      return e.error().code();
    }
  }

  private static JsonObject refreshed(Desk desk, String token) {
    return desk.token("spa", "grant_type", "refresh_token", "refresh_token", token);
  }
}
