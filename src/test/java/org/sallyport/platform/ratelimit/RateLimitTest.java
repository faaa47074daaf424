package org.sallyport.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.ratelimit.RateLimit.LimitedAction;
import org.sallyport.protocol.OAuthError;
import org.sallyport.protocol.OAuthException;

/** A network has one allowance of each kind, from whichever of its addresses it is used. */
@Spec("RFC 6585 §4")
class RateLimitTest {
  private final RateLimit limit = new RateLimit();

  static Stream<IntFunction<String>> addresses() {
    return Stream.of(
        i -> "192.0.2.1",
        i -> i % 2 == 0 ? "192.0.2.1" : "::ffff:192.0.2.1",
        "2001:db8:1:2::%x"::formatted,
        i -> i % 2 == 0 ? "2001:db8:1:2::1" : "2001:0DB8:0001:0002:%x::".formatted(i),
        "fe80::1%%eth%d"::formatted);
  }

  @ParameterizedTest
  @Security({77, 141})
  @MethodSource("addresses")
  void a_network_is_put_off_from_whichever_address_it_comes(IntFunction<String> addresses) {
    for (var kind : LimitedAction.values()) {
      IntStream.range(0, kind.most()).forEach(i -> limit.count(kind, addresses.apply(i)));
      assertThatThrownBy(() -> limit.count(kind, addresses.apply(kind.most())))
          .isInstanceOfSatisfying(
              OAuthException.class,
              e -> assertThat(e.error()).isEqualTo(OAuthError.TOO_MANY_REQUESTS));
    }
  }

  @ParameterizedTest
  @EnumSource
  void others_and_other_kinds_are_not_put_off_with_it(LimitedAction kind) {
    IntStream.range(0, kind.most()).forEach(i -> limit.count(kind, "2001:db8:1:2::1"));
    for (var other : List.of("2001:db8:1:3::1", "192.0.2.1")) {
      assertThatCode(() -> limit.count(kind, other)).doesNotThrowAnyException();
    }
    for (var another : EnumSet.complementOf(EnumSet.of(kind))) {
      assertThatCode(() -> limit.count(another, "2001:db8:1:2::1")).doesNotThrowAnyException();
    }
  }
}
