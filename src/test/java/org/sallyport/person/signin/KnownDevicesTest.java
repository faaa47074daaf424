package org.sallyport.person.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.person.signin.KnownDevices.Owner;
import org.sallyport.protocol.Subject;

class KnownDevicesTest {
  private static final Owner ALICE = new Owner(new Subject("alice"), Optional.empty());
  private static final Owner BOB = new Owner(new Subject("bob"), Optional.empty());

  private final KnownDevices devices = signedBy(1);

  @Test
  void a_browser_is_known_for_those_who_signed_in_with_it() {
    var first = devices.remember(Optional.empty(), ALICE);
    var both = devices.remember(Optional.of(first), BOB);
    assertThat(devices.id(first, ALICE)).isPresent();
    assertThat(devices.id(first, BOB)).isEmpty();
    assertThat(devices.id(both, ALICE)).isEqualTo(devices.id(first, ALICE));
    assertThat(devices.id(both, BOB)).isPresent();
  }

  @Test
  @Security(141)
  void nobody_makes_a_browser_known_without_the_servers_secret() {
    var forged = signedBy(2).remember(Optional.empty(), ALICE);
    assertThat(devices.id(forged, ALICE)).isEmpty();
  }

  @Test
  void the_code_of_one_browser_is_worth_nothing_in_another() {
    var mine = devices.remember(Optional.empty(), ALICE).split("\\.", -1);
    var other = devices.remember(Optional.empty(), BOB).split("\\.", -1);
    assertThat(devices.id(other[0] + "." + mine[1], ALICE)).isEmpty();
  }

  @Test
  void it_remembers_the_last_five_accounts_and_fits_into_a_cookie() {
    var kept = devices.remember(Optional.empty(), ALICE);
    for (var i = 0; i < 5; i++) {
      kept =
          devices.remember(
              Optional.of(kept), new Owner(new Subject("person" + i), Optional.empty()));
    }
    assertThat(devices.id(kept, new Owner(new Subject("person0"), Optional.empty()))).isPresent();
    assertThat(devices.id(kept, ALICE)).isEmpty();
    assertThat(kept).matches("[A-Za-z0-9_.-]{1,300}");
  }

  @Test
  void what_was_known_before_an_end_is_not_known_after_it() {
    var before = devices.remember(Optional.empty(), ALICE);
    var after = new Owner(ALICE.subject(), Optional.of(Instant.EPOCH));
    assertThat(devices.id(before, after)).isEmpty();
    assertThat(devices.id(devices.remember(Optional.of(before), after), after)).isPresent();
  }

  @Test
  void who_signs_in_again_is_kept_once() {
    var once = devices.remember(Optional.empty(), ALICE);
    assertThat(devices.remember(Optional.of(once), ALICE)).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "x", "x.y", "ä.ö", "x.=.="})
  void what_it_never_gave_out_says_nothing_and_is_replaced(String cookie) {
    assertThat(devices.id(cookie, ALICE)).isEmpty();
    assertThat(devices.id(devices.remember(Optional.of(cookie), ALICE), ALICE)).isPresent();
  }

  @SuppressWarnings("UnnecessaryAssignment") // no container injects here
  private static KnownDevices signedBy(int number) {
    var devices = new KnownDevices();
    devices.mac = new TestMac((byte) number);
    return devices;
  }
}
