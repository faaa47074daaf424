package org.sallyport.protocol;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * What clients are told of how and when a person proved who they are (OpenID Connect Core §2:
 * {@code auth_time}, {@code acr}, {@code amr}).
 *
 * @param time when, whole seconds
 * @param acr the authentication context class that was reached
 * @param amr the methods used (RFC 8176)
 */
public record Authentication(Instant time, String acr, List<String> amr) {
  /** The class of a password sent over TLS (SAML 2.0 Authentication Context §3.4.5). */
  public static final String PASSWORD =
      "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";

  /** All the classes that are ever reached here. */
  public static final Set<String> CLASSES = Set.of(PASSWORD);

  public Authentication {
    time = time.truncatedTo(ChronoUnit.SECONDS);
    amr = List.copyOf(amr);
  }
}
