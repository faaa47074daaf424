package org.sallyport.token;

import java.util.Optional;
import org.sallyport.client.authentication.AuthenticatedClient;
import org.sallyport.grant.Grant;
import org.sallyport.person.ResourceOwner;
import org.sallyport.protocol.Confirmation;

/** What a grant type has found a client entitled to; {@link TokenIssuer} makes it into tokens. */
sealed interface Entitlement {

  /** The client that gets the tokens, as it proved itself in this request. */
  AuthenticatedClient client();

  /** Where the access token may be used. */
  TokenAudience reach();

  /** What the access token is bound to, if the client has shown to have something. */
  Optional<Confirmation> bound();

  /** Access of the client's own (RFC 6749 §4.4). */
  record ForItself(AuthenticatedClient client, TokenAudience reach, Optional<Confirmation> bound)
      implements Entitlement {}

  /**
   * Access that a person allowed.
   *
   * @param generation which refresh token goes out, if the grant gives any
   * @param first whether this answers the authorization request itself, nonce included
   */
  record ForPerson(
      AuthenticatedClient client,
      Grant grant,
      ResourceOwner person,
      TokenAudience reach,
      int generation,
      boolean first,
      Optional<Confirmation> bound)
      implements Entitlement {}
}
