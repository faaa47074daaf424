package org.sallyport.login;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sallyport.person.credential.policy.PasswordRefusal;
import org.sallyport.person.signin.SignInVerdict;
import org.sallyport.person.signin.SignInVerdict.Throttled;
import org.sallyport.platform.page.Texts;

/**
 * What keeps a person from being signed in, as the page says it; never whether the account exists.
 *
 * @param status of the answer
 * @param lines what is said
 * @param fields those that the person has to look at again
 * @param delay how long to wait before the next try
 */
record SignInError(int status, List<Line> lines, Set<String> fields, Optional<Duration> delay) {
  private static final Duration TOLD_IN_SECONDS = Duration.ofMinutes(2);

  /** There is none. */
  static final SignInError NONE = new SignInError(200, List.of(), Set.of(), Optional.empty());

  /** The form was not one that this browser was shown. */
  static final SignInError REPEAT = about(403, Set.of(), new Line("login.repeat", "", 0));

  /** One of the two is wrong, and nobody is told which. */
  static final SignInError WRONG =
      about(400, Set.of("username", "password"), new Line("login.wrong", "", 0));

  /** The password is longer than any can be. */
  static final SignInError TOO_LONG =
      about(400, Set.of("password"), new Line("login.password.long", "password", 0));

  /** A new password was typed in two ways. */
  static final SignInError NOT_REPEATED =
      about(400, Set.of("repeated"), new Line("login.repeated.differs", "repeated", 0));

  /**
   * One sentence.
   *
   * @param key in the bundle
   * @param field the field that it is about, or nothing
   * @param number the number in it, if there is one
   */
  public record Line(String key, String field, long number) {
    /** The sentence in this language. */
    String in(Texts texts) {
      return texts.text(key, number);
    }
  }

  /** What is said of a try that was judged and not let in. */
  static SignInError of(SignInVerdict verdict) {
    return verdict instanceof Throttled throttled ? throttled(throttled.delay()) : WRONG;
  }

  /** These fields were left empty. */
  static SignInError missing(String... fields) {
    var lines = Stream.of(fields).map(f -> new Line("login." + f + ".missing", f, 0));
    return about(400, Set.of(fields), lines.toArray(Line[]::new));
  }

  /** A new password is not taken. */
  static SignInError refused(PasswordRefusal refusal) {
    var field = "new-password";
    return about(400, Set.of(field), new Line(refusal.key(), field, refusal.limit()));
  }

  /** Too many have failed before. */
  static SignInError throttled(Duration delay) {
    var line =
        delay.compareTo(TOLD_IN_SECONDS) < 0
            ? new Line("login.throttled.seconds", "", seconds(delay))
            : new Line("login.throttled.minutes", "", (seconds(delay) + 59) / 60);
    return new SignInError(429, List.of(line), Set.of(), Optional.of(delay));
  }

  /** What the log calls a try that was not made. */
  String logged() {
    if (equals(TOO_LONG)) {
      return "too_long";
    }
    var key = lines.isEmpty() ? "" : lines.get(0).key();
    return key.startsWith(PasswordRefusal.KEYS) ? "new_password" : "incomplete";
  }

  /** The whole seconds after which the wait is over, for {@code Retry-After}. */
  static long seconds(Duration delay) {
    return Math.max(1, delay.plusMillis(999).toSeconds());
  }

  private static SignInError about(int status, Set<String> fields, Line... lines) {
    return new SignInError(status, List.of(lines), fields, Optional.empty());
  }
}
