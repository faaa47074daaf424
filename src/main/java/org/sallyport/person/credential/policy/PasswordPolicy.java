package org.sallyport.person.credential.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sallyport.person.credential.Password;
import org.sallyport.person.credential.policy.PasswordRefusal.Reason;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.page.Branding;

/**
 * Which passwords people may choose (NIST SP 800-63B-4 §3.1.1.2): long ones that nobody tries
 * first. There is no rule of what characters they consist of, and none expires. Passwords that
 * people have already are not asked.
 */
@ApplicationScoped
public class PasswordPolicy {
  /** The most characters that a password may have which somebody chooses. */
  public static final int LONGEST = 256;

  private static final String PRODUCT = "sallyport";

  @Inject PasswordSettings settings;
  @Inject Settings server;
  @Inject Branding branding;
  @Inject BreachedPasswords breached;

  private final CommonPasswords common = CommonPasswords.load();

  /** What proves who a person is, besides the password. */
  public enum Beside {
    /** Nothing does. */
    NOTHING,
    /** A second factor has to be shown, too. */
    SECOND_FACTOR
  }

  /** How many characters a password needs at least. */
  public int least(Beside beside) {
    return beside == Beside.NOTHING ? settings.minLength() : PasswordSettings.LEAST;
  }

  /**
   * Why this password is not taken, if it is not.
   *
   * @param known words that are known of its owner, in any spelling, such as names and addresses;
   *     neither they nor the names of this server make a password harder to guess
   */
  public Optional<PasswordRefusal> refusal(
      Password password, Collection<String> known, Beside beside) {
    var least = least(beside);
    var characters = password.normalized().codePointCount(0, password.normalized().length());
    if (characters < least) {
      return refused(Reason.TOO_SHORT, least);
    }
    if (characters > LONGEST) {
      return refused(Reason.TOO_LONG, LONGEST);
    }
    if (common.contains(password)) {
      return refused(Reason.COMMON, 0);
    }
    return new Guessable(password, least)
        .reason(withOurs(known))
        .or(() -> Optional.of(Reason.BREACHED).filter(r -> breached.contain(password)))
        .flatMap(reason -> refused(reason, 0));
  }

  private List<String> withOurs(Collection<String> known) {
    var all = new ArrayList<>(List.of(PRODUCT, server.issuer()));
    branding.brand().name().ifPresent(all::add);
    all.addAll(known);
    return all;
  }

  private static Optional<PasswordRefusal> refused(Reason reason, int limit) {
    return Optional.of(new PasswordRefusal(reason, limit));
  }
}
