package org.sallyport.person.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;

@Spec("RFC 9106")
class PasswordHashTest {
  private static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);

  // The reference implementation's own test vector.
  private static final String REFERENCE =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

  @Test
  void a_hash_of_another_implementation_is_understood() {
    var hash = PasswordHash.parse(REFERENCE);
    assertThat(hash.matches(new Password("password"))).isTrue();
    assertThat(hash.matches(new Password("Password"))).isFalse();
    assertThat(hash.isOf(new Argon2Cost(65_536, 2, 1))).isTrue();
    assertThat(hash.isOf(new Argon2Cost(65_536, 2, 2))).isFalse();
    assertThat(hash.text()).isEqualTo(REFERENCE);
  }

  @Test
  @Security(142)
  void every_byte_of_a_long_password_counts() {
    var long1 = new Password("x".repeat(4_095) + "1");
    var hash = PasswordHash.of(long1, CHEAP);
    assertThat(hash.matches(long1)).isTrue();
    assertThat(hash.matches(new Password("x".repeat(4_095) + "2"))).isFalse();
    assertThat(hash.matches(new Password("x".repeat(4_095)))).isFalse();
  }

  @Test
  void two_hashes_of_one_password_differ() {
    var password = new Password("correct horse");
    assertThat(PasswordHash.of(password, CHEAP).text())
        .isNotEqualTo(PasswordHash.of(password, CHEAP).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "password",
        "$2a$10$N9qo8uLOickgx2ZMRZoMye",
        "$argon2i$v=18$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=64,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$short"
      })
  void any_other_form_is_refused(String phc) {
    assertThatIllegalArgumentException().isThrownBy(() -> PasswordHash.parse(phc));
  }

  @Test
  void hashes_made_at_once_and_of_different_costs_do_not_touch_one_another() throws Exception {
    var costs = List.of(CHEAP, new Argon2Cost(512, 2, 1), new Argon2Cost(256, 1, 4));
    var all = Executors.newFixedThreadPool(8);
    try {
      var work =
          IntStream.range(0, 300)
              .<Callable<Boolean>>mapToObj(n -> () -> matchesItself(n, costs.get(n % costs.size())))
              .toList();
      for (var result : all.invokeAll(work)) {
        assertThat(result.get()).isTrue();
      }
    } finally {
      all.shutdown();
    }
  }

  private static boolean matchesItself(int n, Argon2Cost cost) {
    var hash = PasswordHash.of(new Password("password " + n), cost);
    return hash.matches(new Password("password " + n))
        && !hash.matches(new Password("password " + n + "?"));
  }

  @Test
  void nobodys_password_never_matches() {
    assertThat(PasswordHash.matchesNobody(new Password("x"), CHEAP)).isFalse();
  }

  @Test
  void a_hash_of_another_system_is_checked_in_form_nfc_and_as_it_was_typed() {
    // Of "Grüße" with one character for ü, and with two.
    var composed = "{SSHA256}nvVbUzBGdgTEThK2dpFjagRJFWsWwDjbZnLL2MVfpSYAAQIDBAUGBw==";
    var typed = "{SSHA256}uwiq8X5R/QgWo4lQc+M87z9Ujq8Ob7xy/4gmqoAPGL0AAQIDBAUGBw==";
    for (var kept : List.of(composed, typed)) {
      assertThat(PasswordHash.parse(kept).matches(new Password("Gru\u0308ße"))).isTrue();
    }
    assertThat(PasswordHash.parse(composed).matches(new Password("Grüße"))).isTrue();
    assertThat(PasswordHash.parse(typed).matches(new Password("Grüße"))).isFalse();
  }

  @Test
  void a_hash_that_is_given_costs_no_more_than_one_sign_in_may() {
    var dear = REFERENCE.replace("m=65536", "m=1048576");
    assertThat(PasswordHash.isReadable(dear)).isTrue();
    assertThat(PasswordHash.parse(dear).isCostly(CHEAP)).isTrue();
    assertThat(PasswordHash.parse(dear).isCostly(new Argon2Cost(1_048_576, 2, 1))).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> PasswordHash.parseGiven(dear));
    assertThat(PasswordHash.parseGiven(REFERENCE).isForeign()).isFalse();
  }
}
