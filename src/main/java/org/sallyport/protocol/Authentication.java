package org.sallyport.protocol;

import java.time.Instant;
import java.util.List;

/**
 * How and when a person proved who they are (OpenID Connect Core §2: {@code auth_time}, {@code
 * acr}, {@code amr}).
 *
 * @param time when, whole seconds
 * @param acr the authentication context class that was reached
 * @param amr the methods used (RFC 8176)
 */
public record Authentication(Instant time, String acr, List<String> amr) {
  public Authentication {
    amr = List.copyOf(amr);
  }
}
