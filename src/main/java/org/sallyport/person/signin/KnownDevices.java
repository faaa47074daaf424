package org.sallyport.person.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.sallyport.platform.crypto.Purpose.DEVICE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sallyport.person.Person;
import org.sallyport.platform.crypto.Secrets;
import org.sallyport.platform.crypto.ServerMac;
import org.sallyport.protocol.Subject;

/**
 * Browsers that a person has signed in with before: guesses made elsewhere do not shut them out.
 *
 * <p>The browser keeps {@code id.code.code…}: a random id, and one code for each account, which
 * tells nobody else whose account it is.
 */
@ApplicationScoped
public class KnownDevices {
  private static final int MOST_ACCOUNTS = 5;
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9_-]{1,64}([.][A-Za-z0-9_-]{1,64}){1,9}");

  @Inject ServerMac mac;

  /** Whose device it is, and when all that they held before became void, if it did. */
  public record Owner(Subject subject, Optional<Instant> endedAt) {
    /** This person. */
    public static Owner of(Person person) {
      return new Owner(person.subject(), person.endedAt());
    }
  }

  /** The id of this device, if this person has signed in with it since their last end. */
  Optional<String> id(String device, Owner person) {
    var parts = parts(device);
    return parts.stream().skip(1).anyMatch(code -> vouches(code, parts.get(0), person))
        ? Optional.of(parts.get(0))
        : Optional.empty();
  }

  /** Whether this person has signed in with this device since their last end. */
  public boolean isKnown(String device, Owner person) {
    return id(device, person).isPresent();
  }

  /** What the browser is to keep now that this person has signed in with it. */
  public String remember(Optional<String> device, Owner person) {
    var before = device.map(KnownDevices::parts).orElseGet(List::of);
    var id = before.isEmpty() ? encoded(Secrets.random(16)) : before.get(0);
    var kept = new ArrayList<>(List.of(id, encoded(mac.mac(DEVICE, claim(id, person)))));
    before.stream()
        .skip(1)
        .filter(code -> !vouches(code, id, person))
        .limit(MOST_ACCOUNTS - 1)
        .forEach(kept::add);
    return String.join(".", kept);
  }

  private boolean vouches(String code, String id, Owner person) {
    return decoded(code).filter(c -> mac.verify(DEVICE, claim(id, person), c)).isPresent();
  }

  private static byte[] claim(String id, Owner person) {
    var since = person.endedAt().map(end -> "\n" + end).orElse("");
    return (id + "\n" + person.subject() + since).getBytes(UTF_8);
  }

  private static List<String> parts(String device) {
    return FORM.matcher(device).matches() ? List.of(device.split("\\.")) : List.of();
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Optional<byte[]> decoded(String text) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
