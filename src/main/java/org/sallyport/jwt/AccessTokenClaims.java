package org.sallyport.jwt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sallyport.protocol.Authentication;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.Confirmation;
import org.sallyport.protocol.GrantId;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;
import org.sallyport.protocol.TokenForm;

/**
 * What an access token is to say (RFC 9068 §2.2).
 *
 * @param audience the resource servers it is for, at least one
 * @param form what they want it to look like
 * @param grant the grant it hangs on; none if the client got it for itself
 * @param session the single sign-on session it hangs on
 * @param authentication how the person signed in
 * @param bound what its bearer has to show to have
 * @param more what else it says, such as {@code groups}
 */
public record AccessTokenClaims(
    Subject subject,
    ClientId client,
    Scopes scopes,
    List<String> audience,
    TokenForm form,
    Optional<GrantId> grant,
    Optional<SessionId> session,
    Optional<Authentication> authentication,
    Optional<Confirmation> bound,
    Map<String, Object> more) {

  public AccessTokenClaims {
    audience = List.copyOf(audience);
    more = Map.copyOf(more);
    if (audience.isEmpty()) {
      throw new IllegalArgumentException("an access token needs an audience");
    }
  }
}
