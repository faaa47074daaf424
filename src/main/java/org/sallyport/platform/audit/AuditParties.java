package org.sallyport.platform.audit;

import java.util.Optional;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.Subject;

/**
 * Who took part in an event.
 *
 * @param subject the person whom it is about
 * @param client the client; one that does not exist may be named by whoever was refused
 * @param actor who did it, if neither the person nor the client: {@code configuration}
 * @param address where the request came from
 */
public record AuditParties(
    Optional<Subject> subject,
    Optional<ClientId> client,
    Optional<String> actor,
    Optional<String> address) {
  /** Nobody. */
  public static final AuditParties NONE =
      new AuditParties(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
