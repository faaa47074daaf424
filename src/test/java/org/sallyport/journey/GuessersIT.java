package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.Spec;

/** Guesses at a person's password from everywhere, as a server behind a proxy meets them. */
@Spec("NIST SP 800-63B-4 §3.2.2")
class GuessersIT {
  private final Server server = Server.withDemo();

  @Test
  @Security(141)
  void an_owner_with_a_new_device_gets_in_whatever_others_do() {
    IntStream.range(0, 21).forEach(i -> guess("198.51.100." + i));
    var ofOneSite = IntStream.range(0, 21).map(i -> guess("2001:db8:0:" + i + "::1"));
    assertThat(ofOneSite.toArray()).contains(400).endsWith(429);
    assertThat(signIn("203.0.113.7", "bob-keeps-the-keys").isRedirect()).isTrue();
    assertThat(guess("2001:db8:0:21::1")).as("they gain nothing by that").isEqualTo(429);
  }

  private int guess(String address) {
    return signIn(address, "wrong").status();
  }

  private Answer signIn(String address, String password) {
    var browser = new Browser(server).sending("X-Forwarded-For", address);
    var form = Form.of(browser.open(server.url("/login")), "sign-in");
    var filled = form.with("username", "bob").with("password", password);
    return browser.post(filled.action(), filled.body());
  }
}
