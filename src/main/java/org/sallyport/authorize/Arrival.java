package org.sallyport.authorize;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import java.time.Duration;
import java.util.Optional;
import org.sallyport.client.Client;
import org.sallyport.client.Profile.AuthorizationFacts;
import org.sallyport.interaction.Held;
import org.sallyport.protocol.Parameters;

/**
 * An authorization request as it came.
 *
 * @param checked whether all this was found right when it was put on hold or pushed
 * @param pushed whether its client had sent it ahead (RFC 9126)
 * @param reference what stands for it, if it is one that was sent ahead and now came
 * @param signed whether its client has signed it (RFC 9101)
 * @param lasts for how long what was signed is good; zero if it does not say
 */
record Arrival(
    Parameters parameters,
    boolean checked,
    boolean pushed,
    Optional<String> reference,
    boolean signed,
    Duration lasts) {

  /** One that is neither pushed nor signed. */
  static Arrival plain(Parameters parameters) {
    return new Arrival(parameters, false, false, Optional.empty(), false, Duration.ZERO);
  }

  /** One that is being pushed. */
  static Arrival pushed(Parameters parameters) {
    return new Arrival(parameters, false, true, Optional.empty(), false, Duration.ZERO);
  }

  /** One that was checked when it was put on hold. */
  static Arrival held(Held held) {
    return checked(held.parameters(), held.pushedAs());
  }

  /** One that was checked when it was pushed. */
  static Arrival referred(Parameters parameters, String reference) {
    return checked(parameters, Optional.of(reference));
  }

  private static Arrival checked(Parameters parameters, Optional<String> reference) {
    return new Arrival(parameters, true, true, reference, true, Duration.ofSeconds(1));
  }

  /** The same with what was found signed. */
  Arrival signed(Parameters said, Duration goodFor) {
    return new Arrival(said, checked, pushed, reference, true, goodFor);
  }

  /** Refuses a request that comes otherwise than its client is registered to send them. */
  void mustBeAsTheClientSays(Client client) {
    if (checked) {
      return;
    }
    var rules = client.metadata().hardening();
    rules.profile().check(new AuthorizationFacts(pushed, signed, lasts, parameters));
    if (!pushed && rules.pushedOnly()) {
      throw INVALID_REQUEST.because(
          "this client has to push its requests first (require_pushed_authorization_requests)");
    }
    if (!signed && rules.signedOnly()) {
      throw INVALID_REQUEST.because(
          "this client has to sign its requests (require_signed_request_object)");
    }
  }
}
