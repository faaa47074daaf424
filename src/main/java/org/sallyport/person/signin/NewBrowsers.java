package org.sallyport.person.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.sallyport.platform.sweep.UsedOnce;
import org.sallyport.protocol.Subject;

/** Sign-ins with browsers that were not used for the account before, as long as they are news. */
@ApplicationScoped
public class NewBrowsers {
  /** How long it is known of a sign-in that its browser was new. */
  public static final Duration REMEMBERED = Duration.ofDays(7);

  private static final String KIND = "new browser";

  @Inject UsedOnce usedOnce;

  /**
   * A sign-in.
   *
   * @param browser such as {@code Firefox, Windows}; empty if it is not known
   * @param address where it came from
   */
  public record BrowserSignIn(Subject subject, String browser, String address, Instant at) {

    // One for each kind of browser and network in a day, however often cookies are deleted.
    private String ofDay() {
      var day = Duration.between(Instant.EPOCH, at).toDays();
      return String.join("\n", subject.value(), Long.toString(day), browser, address);
    }
  }

  /** Remembers that the browser was new; false if that is known of one like it and this day. */
  public boolean isFirstOfDay(BrowserSignIn signIn) {
    return usedOnce.first(KIND, signIn.ofDay(), signIn.at().plus(REMEMBERED));
  }

  /** Whether the browser, or one like it on the same day, was new; false once that is no news. */
  public boolean wasNew(BrowserSignIn signIn) {
    return usedOnce.isUsed(KIND, signIn.ofDay());
  }
}
